import { misfitOf } from '../launch/misfit';
import { programName } from '../launch/program-name';
import { hideInAddresses } from '../secrets/addresses';
import { hideShapes, maskFor, maskSetting } from '../secrets/mask';
import { argSecrets, settingSecrets, wordsOf } from '../secrets/of-entry';
import { Raw } from '../text';
import { marksOf } from './marks';
import { arrayItems, literal, properties, spanOf, stringOf, valueAt } from './nodes';
import type { EntryKeys } from '../clients';
import type { Misfit } from '../launch/misfit';
import type { Secret } from '../secrets/mask';
import type { Mask, Safe } from '../text';
import type { Field, ServerEntry, Setting, Transport, Value } from './config-file';
import type { Node } from './nodes';
import type { JsonPath, Span } from './place';

/** One entry as written. Of most entries little is ever asked: each part is read when it is. */
export class WrittenEntry implements ServerEntry {
  readonly keys: EntryKeys;
  readonly #id: string | number;
  readonly #parent: JsonPath;
  readonly #key: Node;
  readonly #node: Node;
  #name: Safe | undefined;
  #program: string | undefined;
  #transport: Transport | undefined;
  #misfit: Misfit | null | undefined;
  #mask: Mask | undefined;
  #marks: number | undefined;
  readonly #varied: string[] = [];

  /** `id` is its name or its place in `parent`; `key` names it: a key, or a value of its own. */
  constructor(id: string | number, parent: JsonPath, key: Node, node: Node, keys: EntryKeys) {
    this.keys = keys;
    this.#id = id;
    this.#parent = parent;
    this.#key = key;
    this.#node = node;
  }

  get name(): Safe {
    return (this.#name ??= hideShapes(stringOf(this.#key) ?? ''));
  }

  get path(): JsonPath {
    return [...this.#parent, this.#id];
  }

  get nameSpan(): Span {
    return spanOf(this.#key);
  }

  get span(): Span {
    return spanOf(this.#node);
  }

  get transport(): Transport {
    return (this.#transport ??= this.#readTransport());
  }

  #readTransport(): Transport {
    const type = stringOf(this.#field('type'));
    // Most clients infer it: an address without a command is remote.
    if (stringOf(this.#commandNode) && !(type && REMOTE_TYPES.has(type))) return 'stdio';
    return !stringOf(this.#address) ? 'unknown' : type === 'sse' ? 'sse' : 'http';
  }

  get program(): string {
    return (this.#program ??= programName(stringOf(this.#commandNode) ?? ''));
  }

  hasCommand(form: RegExp): boolean {
    const command = stringOf(this.#commandNode);
    return command !== undefined && form.test(command);
  }

  hasArg(form: RegExp): boolean {
    return this.#argNodes.some((item) => form.test(stringOf(item) ?? ''));
  }

  get command(): Value | null {
    return this.#valueOf(this.#commandNode);
  }

  get args(): readonly Value[] {
    return this.#argNodes.flatMap((item) => this.#valueOf(item, this.#hideAddress) ?? []);
  }

  get hasOddArgs(): boolean {
    const node = this.#field('args');
    return node !== undefined && (node.type !== 'array' || arrayItems(node).some((item) => item.type !== 'string'));
  }

  get misfit(): Misfit | null {
    if (this.#misfit !== undefined) return this.#misfit;
    const command = stringOf(this.#commandNode);
    return (this.#misfit = command === undefined ? null : misfitOf(command, () => this.#words(this.#argNodes)));
  }

  get cwd(): Value | null {
    return this.#valueOf(this.#field('cwd'));
  }

  get env(): readonly Setting[] {
    return this.#settings('env');
  }

  get forwarded(): readonly string[] {
    return this.#words(arrayItems(this.#field('forwarded')));
  }

  get kept(): readonly string[] {
    return this.#words(arrayItems(this.#field('kept')));
  }

  get envFile(): Value | null {
    return this.#valueOf(this.#field('envFile'));
  }

  get url(): Value | null {
    return this.#valueOf(this.#address, this.#hideAddress);
  }

  get headers(): readonly Setting[] {
    return this.#settings('headers');
  }

  get fields(): readonly Field[] {
    return this.#fieldsOf(this.#node);
  }

  #fieldsOf(node: Node): readonly Field[] {
    const nameless: Span = { offset: node.offset, length: 0 };
    return node.type === 'array'
      ? arrayItems(node).map((item) => this.#asField('', nameless, item))
      : properties(node).map(({ key, value }) => this.#asField(stringOf(key) ?? '', spanOf(key), value));
  }

  #asField(name: string, nameSpan: Span, node: Node): Field {
    const inside = node.children ? this.#fieldsOf(node) : [];
    const text = literal(node);
    const hide = (plain: string): Safe =>
      name === this.keys.type ? this.mask(plain) : maskSetting(this.mask, name, plain);
    const value = node.children ? null : new WrittenValue(String(text), hide, node);
    return { name, nameSpan, span: spanOf(node), is: IS[node.type] ?? 'map', inside, value };
  }

  get marks(): number {
    return (this.#marks ??= marksOf(this.#node, this.keys, this.#varied));
  }

  get varied(): readonly string[] {
    return this.#varied;
  }

  get sandboxed(): boolean {
    return literal(valueAt(this.#node, 'sandboxEnabled')) === true;
  }

  get content(): string {
    return JSON.stringify([stringOf(this.#key), contentOf(this.#node)]);
  }

  get mask(): Mask {
    return (this.#mask ??= lazyMask(() => maskFor(this.#secrets)));
  }

  readonly #hideAddress = (text: string): Safe => this.mask(hideInAddresses(text, true));

  /** Its secrets: those in `env`, in headers, and in args. */
  get #secrets(): Secret[] {
    const strings = (key: 'env' | 'headers'): [string, string][] =>
      properties(this.#field(key)).map(({ key: name, value }) => [stringOf(name) ?? '', stringOf(value) ?? '']);
    const args = this.#words(this.#argNodes);
    const words = wordsOf([stringOf(this.#key) ?? '', stringOf(this.#commandNode) ?? '', ...args]);
    return [
      ...settingSecrets(strings('env'), 'env', words),
      ...settingSecrets(strings('headers'), 'header', words),
      ...argSecrets(args),
    ];
  }

  get #commandNode(): Node | undefined {
    const node = this.#field('command');
    return this.keys.isCommandLine ? arrayItems(node)[0] : node;
  }

  get #argNodes(): readonly Node[] {
    return this.keys.isCommandLine ? arrayItems(this.#field('command')).slice(1) : arrayItems(this.#field('args'));
  }

  get #address(): Node | undefined {
    return this.keys.addresses.map((key) => valueAt(this.#node, key)).find((node) => stringOf(node) !== undefined);
  }

  #field(key: Exclude<keyof EntryKeys, 'addresses' | 'isCommandLine'>): Node | undefined {
    return valueAt(this.#node, this.keys[key]);
  }

  /** Items as texts; what is none is an empty one. */
  #words(items: readonly Node[]): readonly string[] {
    return items.map((item) => stringOf(item) ?? '');
  }

  #settings(key: 'env' | 'headers'): Setting[] {
    return properties(this.#field(key)).map(({ key: node, value }) => {
      const name = stringOf(node) ?? '';
      const hide = (text: string): Safe => maskSetting(this.mask, `${key === 'env' ? 'env' : 'header'} ${name}`, text);
      return { name, nameSpan: spanOf(node), value: this.#valueOf(value, hide), isRemoval: value.type === 'null' };
    });
  }

  #valueOf(node: Node | undefined, hide: (text: string) => Safe = this.mask): Value | null {
    const text = node?.type === 'number' ? String(node.value) : stringOf(node);
    return node && text !== undefined ? new WrittenValue(text, hide, node) : null;
  }
}

const IS: Partial<Readonly<Record<Node['type'], Field['is']>>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
  array: 'list',
  object: 'map',
};

function contentOf({ type, value, children }: Node): unknown {
  return children ? [type, children.map(contentOf)] : value;
}

/** Most entries are never shown: their secrets are looked for when the first text is. */
function lazyMask(make: () => Mask): Mask {
  let made: Mask | undefined;
  const mask = (): Mask => (made ??= make());
  return Object.assign((text: string) => mask()(text), { inOrder: () => mask().inOrder() });
}

/** What clients call a remote server. */
const REMOTE_TYPES = new Set(['http', 'sse', 'streamable-http', 'streamableHttp', 'streamable_http', 'remote']);

/** A value whose masked form is made when it is asked for. */
class WrittenValue implements Value {
  readonly raw: Raw;
  readonly span: Span;
  readonly #hide: (text: string) => Safe;
  #safe: Safe | undefined;

  constructor(text: string, hide: (text: string) => Safe, node: Node) {
    this.raw = new Raw(text);
    this.span = spanOf(node);
    this.#hide = hide;
  }

  get safe(): Safe {
    this.#safe ??= this.#hide(this.raw.reveal());
    return this.#safe;
  }
}
