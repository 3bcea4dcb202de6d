import type { JsonPath, Span } from './place';
import type { Misfit } from '../launch/misfit';
import type { Mask, Raw, Safe } from '../text';
import type { Edit } from '../fixes/fix';
import type { EntryKeys, Reader } from '../clients';
import type { Format } from './format';
import type { Laxities } from './laxities';
import type { Node } from './nodes';

/** A string (or number) of the file. Its span includes the quotes. */
export interface Value {
  readonly raw: Raw;
  readonly safe: Safe;
  readonly span: Span;
}

/** A variable or header of an entry. `value` is null where the file has neither a string nor a number. */
export interface Setting {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: Value | null;
  /** The file says null, which in VS Code removes the variable. */
  readonly isRemoval: boolean;
}

/** A key of an entry with the kind of its value. */
export interface Field {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly is: 'text' | 'number' | 'boolean' | 'null' | 'list' | 'map';
  /** Of a map its own fields, of a list its items with empty names. */
  readonly inside: readonly Field[];
  /** What is written, where it is a text, a number, or a word of JSON. */
  readonly value: Value | null;
}

export type Transport = 'stdio' | 'http' | 'sse' | 'unknown';

/** One named server of a config file, as written: nothing resolved, nothing checked. */
export interface ServerEntry {
  readonly name: Safe;
  readonly path: JsonPath;
  readonly nameSpan: Span;
  readonly span: Span;
  /** What the entry's client calls what is read of it. */
  readonly keys: EntryKeys;
  readonly transport: Transport;
  /** The name of the program, without its folder and its ending; empty where there is none. Compared, never shown. */
  readonly program: string;
  readonly command: Value | null;
  readonly args: readonly Value[];
  /** `args` is something else than a list of texts: clients differ in what they make of it. */
  readonly hasOddArgs: boolean;
  /** What is wrong with the form of command and args; null where nothing is, or where it has no command. */
  readonly misfit: Misfit | null;
  /** Whether its command, or one of its args, has this form: told without making values of them. */
  hasCommand(form: RegExp): boolean;
  hasArg(form: RegExp): boolean;
  readonly cwd: Value | null;
  readonly env: readonly Setting[];
  /** Names of variables that it wants handed on from the client's own environment. */
  readonly forwarded: readonly string[];
  /** Names of variables whose values only its client can get at. */
  readonly kept: readonly string[];
  readonly envFile: Value | null;
  readonly url: Value | null;
  readonly headers: readonly Setting[];
  /** What stands directly in it, in the order of the text; of names that stand twice each. */
  readonly fields: readonly Field[];
  /** What of it deserves a look, by its form alone: most entries have nothing of the kind. */
  readonly marks: number;
  /** Of its texts those that may have variables in them; known with the marks. */
  readonly varied: readonly string[];
  /** VS Code would start it in a sandbox that we do not have. */
  readonly sandboxed: boolean;
  /** All that it says, without blanks and comments: two of the same content are one server. */
  readonly content: string;
  /** Hides the secrets that this entry holds. */
  readonly mask: Mask;
}

/** A value that VS Code asks the user for: `${input:ID}`. */
export interface Input {
  readonly id: string;
  readonly span: Span;
  readonly password: boolean;
  /** A person types it, and the file gives nothing to begin with. */
  readonly isTyped: boolean;
  readonly description: Safe | null;
}

/** A map of servers in the file, under whichever key. */
export interface ServerMap {
  readonly path: JsonPath;
  /** The key, or the whole file's start where the root itself is the map. */
  readonly keySpan: Span;
  /** Every client that looks for servers here, the one whose environment is known best first. */
  readonly readers: readonly Reader[];
  readonly servers: readonly ServerEntry[];
  /** What stands in it and is no object, where a client looks for servers. */
  readonly others: readonly { readonly name: string; readonly span: Span }[];
  /** The names that stand in it, of each that stands twice both; told when it is asked for. */
  readonly names: readonly { readonly name: string; readonly span: Span }[];
}

export interface SyntaxProblem {
  /** A sentence without its full stop. */
  readonly what: Safe;
  readonly span: Span;
  /** What mends it, where that is plain, and how that is called. */
  readonly edits: readonly Edit[];
  readonly title: Safe;
  /** What it is mended to is one reading of several. */
  readonly isLoose: boolean;
}

/** A config file, parsed once. Every span points into `text`. */
export interface ConfigFile {
  readonly path: string;
  readonly text: string;
  readonly format: Format;
  /** What could be read of it. */
  readonly root: Node | undefined;
  readonly readers: readonly Reader[];
  /** What in it strict JSON does not have, where a reader minds. */
  readonly laxities: Laxities;
  readonly maps: readonly ServerMap[];
  readonly inputs: readonly Input[];
  readonly problems: readonly SyntaxProblem[];
}
