import { fill } from '../text';
import type { ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Edit, Fix } from './fix';

/** Runs the same name from the other ecosystem. Flags that only the old runner knows go with it. */
export function switchRunner(entry: ServerEntry, runner: 'npx' | 'uvx', name: Safe, preferred: boolean): Fix | null {
  if (!entry.command) return null;
  const command: Edit = { span: entry.command.span, newText: JSON.stringify(runner) };
  const [flag, next] = entry.args;
  // In front of the package it is npx's; behind it, the server's.
  const dropsYes = runner === 'uvx' && flag && next && YES.has(flag.safe);
  const dropYes: Edit[] = dropsYes
    ? [{ span: { offset: flag.span.offset, length: next.span.offset - flag.span.offset }, newText: '' }]
    : [];
  return {
    id: 'switch-runner',
    title: fill(runner === 'uvx' ? 'Run {name} from PyPI with uvx' : 'Run {name} from npm with npx', { name }),
    applicability: 'maybe',
    preferred,
    needs: [],
    edits: [command, ...dropYes],
    trying: 'never',
    entryPath: entry.path,
  };
}

const YES = new Set<string>(['-y', '--yes']);
