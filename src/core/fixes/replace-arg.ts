import { fill } from '../text';
import type { ServerEntry, Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Fix } from './fix';

/** Puts another package name into the arg that holds it; what stands around the name (a version) stays. */
export function replaceInArg(entry: ServerEntry, arg: Value, from: Safe, to: Safe, preferred: boolean): Fix {
  return {
    id: 'replace-package-name',
    title: fill('Change to {to}', { to }),
    applicability: 'maybe',
    preferred,
    needs: [],
    edits: [{ span: arg.span, newText: JSON.stringify(arg.raw.reveal().replace(from, () => to)) }],
    trying: 'never',
    entryPath: entry.path,
  };
}
