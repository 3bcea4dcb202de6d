import { firstSaid } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A path or a value came with a variable in it that nobody had filled in. */
export type LiteralVariablesFact = Told<'variable-literal', { text: Safe }>;

/** What somebody complains of has `${X}`, `%X%` or a `~` in it. What is code of the server's own has none in a path. */
export function read(start: Said): readonly LiteralVariablesFact[] {
  const said = firstSaid({ ...start, stderr: start.stderr.filter(({ role }) => role !== 'source') }, FORMS);
  const text = said?.groups[1];
  return said && text ? [{ kind: 'variable-literal', text, evidence: said.evidence }] : [];
}

const FORMS: readonly RegExp[] = [
  /(?:[/\\'"]|^|\s)(\$\{[A-Za-z_][\w:.-]{0,60}\})(?:[/\\'"]|$)/,
  /[/\\'"](%[A-Z_]{3,40}%)(?:[/\\'"]|$)/,
  /\b(?:ENOENT|[Nn]o such file|[Nn]ot found|[Cc]annot find|[Cc]an't open)\b.{0,200}['"\s/\\](~[/\\][^'"\s]{1,200}|\$HOME\b)/,
];
