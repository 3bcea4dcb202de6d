import type { Exit } from '../start';
import type { Safe } from '../text';
import type { Evidence } from './evidence';

/** What a start, or a log of one, tells. Each is made by the reader of whoever says it. */
export type StartFact = Outcome | Launching | Package | Code | Setting | Stream | Surroundings | Remote;

type Said<Kind extends string, More = unknown> = { readonly kind: Kind; readonly evidence: Evidence } & Readonly<More>;

/** How it ended. */
type Outcome =
  | { readonly kind: 'ready'; readonly ms: number | null }
  | {
      readonly kind: 'ended';
      readonly exit: Exit | null;
      readonly hadHandshake: boolean;
      /** Milliseconds from the spawn; null where nobody measured. */
      readonly ms: number | null;
      /** It printed nothing that a person could read, on either stream. */
      readonly isWordless: boolean;
      readonly evidence: Evidence | null;
    }
  /** It runs and does not answer. `lastWordMs`: when it last printed something. */
  | {
      readonly kind: 'silent';
      readonly patienceMs: number | null;
      readonly lastWordMs: number | null;
      readonly isWordless: boolean;
    }
  /** A log says that the client gave up waiting. */
  | Said<'client-timeout', { seconds: number | null }>
  | Said<'refused'>
  /** The line to read first. `isError`: it has the form of an error, and is not only the last one. */
  | Said<'verdict-line', { isError: boolean }>;

/** What starts programs: the client itself, shells, the runner. */
type Launching =
  /** `program` is null where it is not said which one. */
  | Said<'spawn-failed', { code: Safe; program: Safe | null }>
  /** `speaker`: the shell, or the script that it was running. */
  | Said<'command-not-found', { program: Safe; speaker: Safe | null }>
  /** An interpreter was told to run a file that is not there. */
  | Said<'script-missing', { path: Safe }>
  | Said<'interpreter-not-found', { interpreter: Safe }>
  | Said<'not-executable', { path: Safe }>
  /** The runner is there and damaged, or a shim that leads nowhere; `how` in our words. */
  | Said<'runner-damaged', { program: Safe; how: Safe }>
  | Said<'docker-unreachable'>;

/** What package clients say of packages. */
type Package =
  /** `wantedBy`: whether it is the name that was asked for, or one that another package needs. */
  | Said<'npm-name-refused', { name: Safe; wantedBy: 'user' | 'package' }>
  /** npm or npx has run, and said anything. */
  | Said<'npm-speaks'>
  | Said<'npm-version-refused', { name: Safe; version: Safe }>
  | Said<'npm-no-executable'>
  /** npm's own code (`ENOTEMPTY`, `EACCES`, …) and the path it names. */
  | Said<'npm-trouble', { code: Safe; path: Safe | null }>
  | Said<'pypi-name-refused', { name: Safe; wantedBy: 'user' | 'package' | 'unknown' }>
  | Said<'pypi-version-refused', { name: Safe; version: Safe }>
  /** The package is installed and has no executable of the name asked for. */
  | Said<'uv-no-executable', { name: Safe | null; wanted: Safe; provided: readonly Safe[] }>
  /** A package that is not there yet is being fetched. */
  | Said<'downloads'>;

/** How code fails while it is loaded and run. */
type Code =
  /**
   * A module that is not there. `isFile`: named by a path, which may lack its extension; else by the name of a package.
   * `from`: the file that asks for it; null where the interpreter itself was told to run it.
   */
  | Said<'module-missing', { language: 'node' | 'python'; name: Safe; isFile: boolean; from: Safe | null }>
  /** A module is there and lacks something that another expects of it. */
  | Said<'export-missing', { language: 'node' | 'python'; name: Safe; module: Safe; from: Safe | null }>
  /** Which runtime ran, as its trailer or its own files tell. */
  | Said<'runtime-seen', { runtime: 'node' | 'python'; version: Safe | null; path: Safe | null }>
  /** The runtime is too old for something; `needs` is the first version that has it, where that is known. */
  | Said<'runtime-lacks', { runtime: 'node' | 'python'; what: Safe; needs: Safe | null }>
  | Said<'extension-unknown', { extension: Safe; path: Safe | null }>
  /** A package was published in a state that cannot run; `how` in our words. */
  | Said<'release-broken', { how: Safe }>
  /** An error that is about something of its own, by the name of its kind: `TypeError`, `EADDRINUSE`, a panic. */
  | Said<'crashed', { type: Safe }>;

/** What servers say of their settings, arguments and files. */
type Setting =
  /** `isCalledSetting`: the sentence says that the name is one, and not only that something of that name is missing. */
  | Said<'setting-missing', { name: Safe; isAlternative: boolean; isCalledSetting: boolean }>
  /** A value was read and does not do. The name or the value may be all that is said of it. */
  | Said<'value-refused', { name: Safe | null; value: Safe | null }>
  | Said<'argument-missing', { name: Safe | null; usage: Safe | null }>
  | Said<'argument-refused', { argument: Safe }>
  | Said<'file-missing', { path: Safe; holdsCredentials: boolean }>;

/** What stands on the streams that should not, or instead of an answer. */
type Stream =
  /** stdout is the protocol's: who else wrote to it. `first` is the beginning of such a line, where it was seen. */
  | Said<'stdout-noise', { who: 'dotenv' | 'server'; first: Safe | null }>
  /** The server serves HTTP instead; `address` as it says it, a URL or a port. */
  | Said<'listens', { address: Safe }>
  /** Something waits for an answer to a question. */
  | Said<'asks'>
  | Said<'protocol-refused', { what: Safe }>;

/** What is around the server. */
type Surroundings =
  /** VS Code says on which side of a remote window it starts the server. */
  | Said<'started-locally'>
  | Said<'port-taken', { port: Safe | null }>
  /** Something that the server needs does not answer at this address. */
  | Said<'backend-unreachable', { address: Safe | null; code: Safe }>;

/** What asking a remote server gave. */
type Remote =
  | Said<'remote-failed', { code: Safe; host: Safe; port: Safe | null }>
  | Said<'remote-answered', { status: number; contentType: Safe | null; challenge: Safe | null; offersOauth: boolean }>;
