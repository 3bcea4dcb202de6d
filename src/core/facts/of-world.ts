import type { Safe } from '../text';
import type { Known } from './evidence';

/** A copy of a program that is not on the PATH in question. */
export interface Place {
  /** An existing path is never a secret. */
  readonly path: Safe;
  /** Who put it there: `nvm`, `Homebrew`, …; null for a plain folder of the PATH that we have ourselves. */
  readonly tool: Safe | null;
  /** A script names its interpreter. `folder` holds one that fits, next to the script where there is one. */
  readonly interpreter: { readonly onPath: boolean; readonly folder: Safe | null } | null;
}

/** A runtime of a version, and the program that is it. */
interface Runtime {
  readonly path: Safe;
  readonly version: Safe;
}

/** What was looked up. Of each kind there is a question of the same name, and a file of that name answers it. */
export type WorldFact =
  | { readonly kind: 'cwd'; readonly path: Safe; readonly exists: Known }
  | { readonly kind: 'program'; readonly name: Safe; readonly onPath: Known; readonly places: readonly Place[] }
  /** What is at a path, relative ones from the server's working directory. `similar`: what is there instead. */
  | {
      readonly kind: 'path';
      readonly name: Safe;
      readonly is: 'file' | 'folder' | 'nothing' | 'unknown';
      readonly isExecutable: Known;
      readonly similar: readonly Safe[];
    }
  /** The project that a path lies in, found upwards from it: null where it lies in none. */
  | { readonly kind: 'project'; readonly name: Safe; readonly project: Project | null }
  | {
      readonly kind: 'runtime';
      readonly name: Safe;
      /** The one that would run. */
      readonly used: Runtime | null;
      /** What else is on this machine, the newest first. */
      readonly others: readonly Runtime[];
    }
  | { readonly kind: 'npm-name'; readonly name: Safe; readonly exists: Known; readonly similar: readonly Safe[] }
  | { readonly kind: 'pypi-name'; readonly name: Safe; readonly exists: Known; readonly similar: readonly Safe[] }
  /** What the registry knows of a package. `versions`: the newest first, and the tags. */
  | {
      readonly kind: 'npm-manifest';
      readonly name: Safe;
      readonly exists: Known;
      readonly latest: Safe | null;
      readonly versions: readonly Safe[];
      readonly executables: readonly Safe[];
      readonly node: Safe | null;
      readonly deprecated: Safe | null;
    }
  /** A file that an installed package lacks on disk: whether the package was published with it. */
  | {
      readonly kind: 'published-file';
      readonly name: Safe;
      readonly package: Safe | null;
      readonly version: Safe | null;
      readonly onDisk: Known;
      readonly published: Known;
    }
  | { readonly kind: 'port-owner'; readonly name: Safe; readonly owner: Safe | null };

/** A folder with a manifest. */
interface Project {
  readonly folder: Safe;
  readonly manifest: 'package.json' | 'pyproject.toml' | 'requirements.txt';
  /** Its dependencies are installed: `node_modules`, or a virtual environment. */
  readonly isInstalled: boolean;
  /** The command that installs them, as this project's lock file has it; null where that is not known. */
  readonly install: Safe | null;
  /** The command that builds it; null where it has none. */
  readonly build: Safe | null;
  /** The Python of its virtual environment. */
  readonly python: Safe | null;
}

/** A fact about the world that a candidate would like to have. Only a machine at hand answers it. */
export type Question =
  | { readonly kind: 'cwd' }
  /** What npm itself wrote down of this start, where it said nothing: answered with what the readers make of it. */
  | { readonly kind: 'npm-log' }
  | { readonly kind: Named; readonly name: Safe };

type Named = Exclude<WorldFact['kind'], 'cwd'>;
