import { misfitOf } from '../launch/misfit';
import { hideShapes, maskFor } from '../secrets';
import { Raw } from '../text';
import { argSecrets, settingSecrets } from './entry-secrets';
import { arrayItems, literal, properties, spanOf, stringOf } from './nodes';
import type { Node } from 'jsonc-parser';
import type { Misfit } from '../launch/misfit';
import type { Secret } from '../secrets';
import type { Mask, Safe } from '../text';
import type { ServerEntry, Setting, Transport, Value } from './config-file';
import type { JsonPath, Span } from './place';
import type { Property } from './nodes';

/** What clients call the address of a remote server. */
export const ADDRESSES = ['url', 'serverUrl', 'httpUrl'];

type Fields = ReadonlyMap<string, Property>;

/** One entry as written, with the place of each value. */
export function parseEntry(key: Node, node: Node, fields: Fields, parent: JsonPath): ServerEntry {
  const name = stringOf(key) ?? '';
  const mask = lazyMask(() => maskFor(literalSecrets(fields)));
  const value = (of: string) => valueOf(fields.get(of)?.value, mask);
  const args = arrayItems(fields.get('args')?.value);
  return {
    name: hideShapes(name),
    path: [...parent, name],
    nameSpan: spanOf(key),
    span: spanOf(node),
    transport: transportOf(fields),
    command: value('command'),
    args: args.flatMap((item) => valueOf(item, mask) ?? []),
    hasOddArgs: isOddList(fields.get('args')?.value),
    misfit: misfitIn(stringOf(fields.get('command')?.value), args),
    cwd: value('cwd'),
    env: settingsOf(fields.get('env')?.value, mask),
    envFile: value('envFile'),
    url: ADDRESSES.map(value).find((address) => address !== null) ?? null,
    headers: settingsOf(fields.get('headers')?.value, mask),
    sandboxed: literal(fields.get('sandboxEnabled')?.value) === true,
    mask,
  };
}

function misfitIn(command: string | undefined, args: readonly Node[]): Misfit | null {
  return command === undefined
    ? null
    : misfitOf(
        command,
        args.map((item) => stringOf(item) ?? ''),
      );
}

function isOddList(node: Node | undefined): boolean {
  return node !== undefined && (node.type !== 'array' || arrayItems(node).some((item) => item.type !== 'string'));
}

/** The secrets that stand in the entry itself. */
function literalSecrets(fields: Fields): Secret[] {
  const strings = (name: string): [string, string][] =>
    properties(fields.get(name)?.value).map(({ key, value }) => [stringOf(key) ?? '', stringOf(value) ?? '']);
  const args = arrayItems(fields.get('args')?.value).map((item) => stringOf(item) ?? '');
  return [
    ...settingSecrets(strings('env'), 'env'),
    ...settingSecrets(strings('headers'), 'header'),
    ...argSecrets(args),
  ];
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
function transportOf(fields: Fields): Transport {
  const type = stringOf(fields.get('type')?.value);
  const isRemoteType = type === 'http' || type === 'sse' || type === 'streamable-http';
  const hasAddress = ADDRESSES.some((name) => stringOf(fields.get(name)?.value));
  if (stringOf(fields.get('command')?.value) && !isRemoteType) return 'stdio';
  return hasAddress ? (type === 'sse' ? 'sse' : 'http') : 'unknown';
}

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
