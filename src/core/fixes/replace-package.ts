import { replaceText } from '../edit';
import { fill } from '../text';
import type { ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Fix } from './fix';
import type { PackageArg } from '../deduce/package-arg';

/** Puts another package name into the arg that holds it; what stands around the name (a version) stays. */
export function replacePackage(entry: ServerEntry, { arg, written }: PackageArg, to: Safe, preferred: boolean): Fix {
  return {
    id: 'replace-package-name',
    title: fill('Change to {to}', { to }),
    applicability: 'maybe',
    preferred,
    needs: [],
    edits: [
      replaceText(
        arg,
        arg.raw.reveal().replace(written, () => to),
      ),
    ],
    trying: 'never',
    entryPath: entry.path,
  };
}
