import { editorOf, replaceText } from '../edit';
import { fill } from '../text';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Fix } from './fix';

/** Runs the same name from the other ecosystem. Flags that only the old runner knows go with it. */
export function switchRunner(
  file: ConfigFile,
  entry: ServerEntry,
  runner: 'npx' | 'uvx',
  name: Safe,
  preferred: boolean,
): Fix | null {
  if (!entry.command) return null;
  const [flag, next] = entry.args;
  // In front of the package it is npx's; behind it, the server's.
  const dropYes =
    runner === 'uvx' && flag && next && YES.has(flag.safe) ? editorOf(file).replaceItem(file, flag, []) : [];
  return {
    id: 'switch-runner',
    title: fill(runner === 'uvx' ? 'Run {name} from PyPI with uvx' : 'Run {name} from npm with npx', { name }),
    applicability: 'maybe',
    preferred,
    needs: [],
    edits: [replaceText(entry.command, runner), ...dropYes],
    trying: 'never',
    entryPath: entry.path,
  };
}

const YES = new Set<string>(['-y', '--yes']);
