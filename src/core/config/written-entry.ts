import { misfitOf } from '../launch/misfit';
import { hideShapes, maskFor } from '../secrets';
import { Raw } from '../text';
import { argSecrets, settingSecrets } from './entry-secrets';
import { arrayItems, literal, properties, spanOf, stringOf } from './nodes';
import type { EntryKeys } from '../clients';
import type { Misfit } from '../launch/misfit';
import type { Secret } from '../secrets';
import type { Mask, Safe } from '../text';
import type { ServerEntry, Setting, Transport, Value } from './config-file';
import type { Node, Property } from './nodes';
import type { JsonPath, Span } from './place';

/** Where an entry stands, and what it calls what we read. */
interface Written {
  readonly name: string;
  /** What names it: a key, or a value of its own. */
  readonly key: Node;
  readonly value: Node;
  readonly path: JsonPath;
  readonly fields: ReadonlyMap<string, Property>;
  readonly keys: EntryKeys;
}

/** One entry as written. Of most entries little is ever asked: each part is read when it is, and then once. */
export class WrittenEntry implements ServerEntry {
  readonly #written: Written;
  readonly #parts = new Map<string, unknown>();
  readonly path: JsonPath;

  constructor(written: Written) {
    this.#written = written;
    this.path = written.path;
  }

  get name(): Safe {
    return this.#once('name', () => hideShapes(this.#written.name));
  }

  get nameSpan(): Span {
    return spanOf(this.#written.key);
  }

  get span(): Span {
    return spanOf(this.#written.value);
  }

  get keys(): EntryKeys {
    return this.#written.keys;
  }

  get transport(): Transport {
    return this.#once('transport', () => transportOf(this.#words('type')[0], this.#command, this.#address));
  }

  get command(): Value | null {
    return this.#once('command', () => valueOf(this.#command, this.mask));
  }

  get args(): readonly Value[] {
    return this.#once('args', () => this.#args.flatMap((item) => valueOf(item, this.mask) ?? []));
  }

  get hasOddArgs(): boolean {
    const node = this.#field('args');
    return node !== undefined && (node.type !== 'array' || arrayItems(node).some((item) => item.type !== 'string'));
  }

  get misfit(): Misfit | null {
    return this.#once('misfit', () => {
      const command = stringOf(this.#command);
      const args = this.#args.map((item) => stringOf(item) ?? '');
      return command === undefined ? null : misfitOf(command, args);
    });
  }

  get cwd(): Value | null {
    return this.#value('cwd');
  }

  get env(): readonly Setting[] {
    return this.#once('env', () => settingsOf(this.#field('env'), this.mask));
  }

  get forwarded(): readonly string[] {
    return this.#words('forwarded');
  }

  get kept(): readonly string[] {
    return this.#words('kept');
  }

  get envFile(): Value | null {
    return this.#value('envFile');
  }

  get url(): Value | null {
    return this.#once('url', () => valueOf(this.#address, this.mask));
  }

  get headers(): readonly Setting[] {
    return this.#once('headers', () => settingsOf(this.#field('headers'), this.mask));
  }

  get sandboxed(): boolean {
    return literal(this.#written.fields.get('sandboxEnabled')?.value) === true;
  }

  get mask(): Mask {
    return this.#once('mask', () => lazyMask(() => maskFor(this.#secrets)));
  }

  /** Its secrets: those in `env`, in headers, and in args. */
  get #secrets(): Secret[] {
    const strings = (key: 'env' | 'headers'): [string, string][] =>
      properties(this.#field(key)).map(({ key: name, value }) => [stringOf(name) ?? '', stringOf(value) ?? '']);
    return [
      ...settingSecrets(strings('env'), 'env'),
      ...settingSecrets(strings('headers'), 'header'),
      ...argSecrets(this.#args.map((item) => stringOf(item) ?? '')),
    ];
  }

  get #command(): Node | undefined {
    const node = this.#field('command');
    return this.#written.keys.isCommandLine ? arrayItems(node)[0] : node;
  }

  get #args(): readonly Node[] {
    const { isCommandLine } = this.#written.keys;
    return isCommandLine ? arrayItems(this.#field('command')).slice(1) : arrayItems(this.#field('args'));
  }

  get #address(): Node | undefined {
    const { fields, keys } = this.#written;
    return keys.addresses.map((key) => fields.get(key)?.value).find((node) => stringOf(node) !== undefined);
  }

  #value(key: 'cwd' | 'envFile'): Value | null {
    return this.#once(key, () => valueOf(this.#field(key), this.mask));
  }

  /** The text, or the texts of the list, under a key. */
  #words(key: 'type' | 'forwarded' | 'kept'): readonly string[] {
    const node = this.#field(key);
    return (node?.type === 'array' ? arrayItems(node) : [node]).flatMap((each) => stringOf(each) ?? []);
  }

  #field(key: Exclude<keyof EntryKeys, 'addresses' | 'isCommandLine'>): Node | undefined {
    return this.#written.fields.get(this.#written.keys[key])?.value;
  }

  #once<Part>(name: string, read: () => Part): Part {
    if (!this.#parts.has(name)) this.#parts.set(name, read());
    return this.#parts.get(name) as Part;
  }
}

/** Most entries are never shown: their secrets are looked for when the first text is. */
function lazyMask(make: () => Mask): Mask {
  let mask: Mask | undefined;
  return (text) => {
    mask ??= make();
    return mask(text);
  };
}

/** What the entry is, read as most clients infer it: an address without a command is remote. */
function transportOf(type: string | undefined, command: Node | undefined, address: Node | undefined): Transport {
  const isRemoteType = type !== undefined && REMOTE_TYPES.has(type);
  if (stringOf(command) && !isRemoteType) return 'stdio';
  return stringOf(address) ? (type === 'sse' ? 'sse' : 'http') : 'unknown';
}

/** What clients call a remote server. */
const REMOTE_TYPES = new Set(['http', 'sse', 'streamable-http', 'streamableHttp', 'streamable_http', 'remote']);

function settingsOf(node: Node | undefined, mask: Mask): Setting[] {
  return properties(node).map(({ key, value }) => ({
    name: stringOf(key) ?? '',
    nameSpan: spanOf(key),
    value: valueOf(value, mask),
    isRemoval: value.type === 'null',
  }));
}

function valueOf(node: Node | undefined, mask: Mask): Value | null {
  const text = node?.type === 'number' ? String(node.value) : stringOf(node);
  return node && text !== undefined ? new WrittenValue(text, mask, node) : null;
}

/** A value whose masked form is made when it is asked for. */
class WrittenValue implements Value {
  readonly raw: Raw;
  readonly span: Span;
  readonly #mask: Mask;
  #safe: Safe | undefined;

  constructor(text: string, mask: Mask, node: Node) {
    this.raw = new Raw(text);
    this.span = spanOf(node);
    this.#mask = mask;
  }

  get safe(): Safe {
    this.#safe ??= this.#mask(this.raw.reveal());
    return this.#safe;
  }
}
