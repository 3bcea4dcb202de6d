import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A path or a value came with a variable in it that nobody had filled in. */
export type LiteralVariablesFact = Told<'variable-literal', { text: Safe }>;

/** What somebody complains of has `${X}`, `%X%` or a `~` in it. What is code of the server's own has none in a path. */
export function read(start: Said): readonly LiteralVariablesFact[] {
  // Spring quotes where a setting is asked for: there it is looked for, and not filled in.
  const spoken = start.spoken.filter(
    ({ role, text }) => role !== 'source' && !text.includes('resolve placeholder') && !SHORTENED.test(text),
  );
  return told('variable-literal', firstSaid({ ...start, spoken }, FORMS), ([, text]) => (text ? { text } : null));
}

/**
 * A home that somebody has shortened: Node.js prints the modules that it looks for whole, nobody writes the paths of
 * caches, and what is refused was found.
 */
const SHORTENED =
  /\bCannot find (?:module|package) ['"]~[/\\]|\b(?:imported )?from ['"]?~[/\\]|~[/\\](?:\S{0,200}[/\\])?(?:_npx|node_modules|site-packages|\.?npm(?:-cache)?|\.?cache|AppData|archive-v\d)[/\\]|\[Errno (?:1|13)\]|\b(?:[Pp]ermission denied|not permitted)\b/;

/** That something is wrong with what stands before it. */
const COMPLAINT = '(?:not (?:resolved|found|expanded|valid|set)|unresolved|invalid|no such|does not exist|ENOENT)\\b';

const FORMS: readonly RegExp[] = [
  /^[A-Z_][A-Z0-9_]{1,60}[=:] ?(\$\{[A-Za-z_][\w:.-]{0,60}\})$/,
  /(?:[/\\'"]|^|\s)(\$\{[A-Za-z_][\w:.-]{0,60}\})(?:[/\\'"]|$)/,
  new RegExp(`(\\$\\{(?:input|env|workspaceFolder|userHome)\\b[^}]{0,60}\\}).{0,80}\\b${COMPLAINT}`),
  /\binvalid argument ".{0,120}(\$\{[A-Za-z_][\w:.-]{0,60}\})/,
  /(\$\{[A-Za-z_][\w:.-]{0,60}\}).{0,60}\b(?:does not|doesn't|is not|isn't|not|never) (?:being )?(?:expand|resolv|substitut|replac|interpolat)/,
  /(\$\{[A-Za-z_][\w:.-]{0,60}\}).{0,160}\b(?:literal(?:ly)?|verbatim)\b/,
  /\b(?:literal(?:ly)?|verbatim)\b.{0,80}?(\$\{[A-Za-z_][\w:.-]{0,60}\})/,
  /(?:^|[\s'"/\\])(\{(?:workspaceFolder|userHome|workspaceRoot)\})/,
  new RegExp(`["'](\\$(?:PWD|HOME|[A-Z][A-Z_]{2,30}))["'].{0,80}\\b${COMPLAINT}`),
  // opencode's form, in another client.
  /(?:^|[\s'"=:])(\{env:[A-Za-z_]\w{1,60}\})/,
  /\bspawn (~[/\\]\S{1,200}) ENOENT\b/,
  /(?:^|[\s'"`(])(~)(?:[\s'"`)]|$).{0,160}\b(?:literal(?:ly)?|verbatim|unexpanded|(?:not|never|n't) (?:\w{1,8} )?expand(?:ed)?)\b/,
  /[/\\'"](%[A-Z_]{3,40}%)(?:[/\\'"]|$)/,
  /^\s*['"]?[A-Z][A-Z0-9_]{2,60}['"]?[:=] ?['"](\{\{\s?\w{2,60}\s?\}\})['"],?$/,
  /\b(?:ENOENT|[Nn]o such file|[Nn]ot found|[Cc]annot find|[Cc]an't open)\b.{0,200}['"\s/\\](~[/\\](?!\.\w)[^'"\s]{1,200}|\$HOME\b)/,
  /(?:^|['"\s])(~[/\\][^'"\s:]{1,200})['"]?: (?!line \d|\S{1,60}: ).{0,40}\b(?:ENOENT|[Nn]o such file|[Nn]ot found|does not exist)\b/,
];
