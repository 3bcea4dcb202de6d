import { isMisspelling } from './misspelling';
import { hideShapes } from '../secrets/mask';
import type { EntryForm, EntryKeys, Reader } from '../clients';
import type { Field, ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';

/** What the form of an entry shows: its keys, the kinds of their values, and what its type says. */
export type FormFact =
  /** There is neither a command nor an address where this client looks for them. */
  | {
      readonly kind: 'nothing-to-start';
      readonly command: Safe;
      readonly address: Safe | null;
      /** The key of an object in which one of them stands. */
      readonly nestedIn: Field | null;
    }
  /** A key that this client does not read, for something that it reads under another name. */
  | {
      readonly kind: 'key-not-read';
      readonly key: Field;
      readonly meant: Safe;
      /** A slip of the pen, or the name that other clients have for it. */
      readonly isMisspelt: boolean;
      /** Without it there is nothing to start, and nobody to call. */
      readonly isNeeded: boolean;
    }
  /** A key that this client passes over in this file. */
  | { readonly kind: 'key-ignored'; readonly key: Field; readonly isFolder: boolean }
  /** A key of the entry that stands among its variables. */
  | { readonly kind: 'key-in-env'; readonly key: Field; readonly env: Safe }
  /** A limit that makes sense in the other unit only. */
  | {
      readonly kind: 'timeout-unit';
      readonly key: Field;
      readonly unit: 'ms' | 's';
      readonly written: number;
      readonly right: number;
    }
  /** The entry is to be off, and this client has no such switch. */
  | { readonly kind: 'switch-not-read'; readonly key: Field }
  | {
      readonly kind: 'wrong-kind';
      readonly key: Safe;
      readonly of: 'command' | 'args' | 'arg' | 'env' | 'setting' | 'address' | 'cwd';
      readonly found: Field;
    }
  /** The client drops an entry of such a type, or one without. `right` is its own word for what is meant. */
  | {
      readonly kind: 'type-not-taken';
      readonly type: Field | null;
      readonly right: Safe | null;
      readonly taken: readonly Safe[];
    }
  /** The type says the one kind of server, and what is there is of the other. */
  | {
      readonly kind: 'type-contradicts';
      readonly type: Field;
      readonly has: 'command' | 'address';
      readonly right: Safe;
    }
  | { readonly kind: 'remote-not-taken'; readonly address: Field }
  | { readonly kind: 'command-and-address'; readonly address: Field };

export function readForm({ entry, reader }: Written): readonly FormFact[] {
  const { keys } = entry;
  const form = reader?.location.entries;
  const fields = lastOfEachName(entry.fields);
  const has = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const command = has(keys.command);
  const address = fields.find(({ name, is }) => keys.addresses.includes(name) && is === 'text');
  const isOff = isSwitchedOff(fields) && form !== undefined && form.alsoReads.some((name) => name in SWITCHES);
  const facts = [
    ...wrongKinds(fields, keys, form),
    ...notRead(fields, entry, reader),
    ...passedOver(fields, entry, reader),
    ...limits(fields, form),
  ];
  const type = has(keys.type);
  if (isOff || (form && runsItself(fields, form))) return facts;
  if (!isSomething(command) && !address)
    return facts.some(({ kind }) => kind === 'wrong-kind') ? facts : [nothing(fields, entry, form), ...switches(facts)];
  if (form?.isLocalOnly && address && !isSomething(command))
    return [{ kind: 'remote-not-taken', address }, ...switches(facts)];
  if (isSomething(command) && address && !type) facts.push({ kind: 'command-and-address', address });
  const ofType = form?.types && judgeType(form.types, type, isSomething(command), address);
  return ofType ? [ofType, ...facts] : facts;
}

function switches(facts: readonly FormFact[]): readonly FormFact[] {
  return facts.filter(({ kind }) => kind === 'switch-not-read');
}

/** Of names that stand twice clients see the last. */
function lastOfEachName(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ name }, index) => !fields.slice(index + 1).some((later) => later.name === name));
}

function isSomething(field: Field | undefined): boolean {
  if (field?.is === 'list') return field.inside.length > 0;
  return field?.is === 'text' && field.value?.raw.reveal().trim() !== '';
}

/** What a key stands for, by the names that clients have for it, and some that people make up. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  command: ['command', 'cmd', 'program', 'executable', 'exec', 'run', 'bin'],
  args: ['args', 'arguments', 'argv', 'params', 'parameters'],
  env: ['env', 'environment', 'envs', 'envVars', 'environmentVariables', 'environment_variables', 'variables'],
  cwd: ['cwd', 'working_directory', 'workingDirectory', 'workDir', 'workdir', 'working_dir'],
  envFile: ['envFile', 'env_file'],
  address: [
    'url',
    'serverUrl',
    'httpUrl',
    'uri',
    'endpoint',
    'link',
    'address',
    'baseUrl',
    'server_url',
    'sseUrl',
    'href',
  ],
  headers: ['headers', 'http_headers', 'httpHeaders', 'requestHeaders', 'request_headers'],
  type: ['type', 'transportType', 'transport_type'],
};

const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)),
);

/** Which value of an off switch means that a server is off. */
const SWITCHES: Readonly<Record<string, boolean>> = { disabled: true, enabled: false, isActive: false, disable: true };

function isSwitchedOff(fields: readonly Field[]): boolean {
  return fields.some(({ name, is, value }) => {
    const off = SWITCHES[name];
    return off !== undefined && is === 'boolean' && value?.raw.reveal() === String(off);
  });
}

/** The keys of this client for each meaning; none for what it does not read. */
function keyFor(meaning: string, { keys, reader }: { keys: EntryKeys; reader: Reader | null }): string | null {
  const location = reader?.location;
  if (meaning === 'address') return location?.entries?.isLocalOnly ? null : (keys.addresses[0] ?? null);
  if ((meaning === 'cwd' || meaning === 'envFile') && location?.ignores.includes(meaning)) return null;
  if (meaning === 'type' && !location?.entries?.types) return null;
  if (keys.isCommandLine && meaning === 'args') return null;
  const key = keys[meaning as 'command' | 'args' | 'env' | 'cwd' | 'envFile' | 'headers' | 'type'];
  return key === '' ? null : key;
}

/** The keys that stand for something which this client reads under another name, and switches that it does not have. */
function notRead(fields: readonly Field[], { keys }: ServerEntry, reader: Reader | null): FormFact[] {
  const form = reader?.location.entries;
  const known = new Set<string>([...MAIN.map((key) => keys[key]), ...keys.addresses, ...(form?.alsoReads ?? [])]);
  return fields.flatMap((key): FormFact[] => {
    if (known.has(key.name)) return [];
    if (key.name in SWITCHES) return form && isSwitchedOff([key]) ? [{ kind: 'switch-not-read', key }] : [];
    const foreign = form ? MEANINGS.get(key.name) : undefined;
    const meant = foreign ? keyFor(foreign, { keys, reader }) : misspelt(key.name, known);
    const wants = meant === null ? undefined : kindFor(meant, keys);
    if (meant === null || meant === key.name || (wants && !wants.includes(key.is))) return [];
    if (fields.some(({ name }) => name === meant || (keys.addresses.includes(meant) && keys.addresses.includes(name))))
      return [];
    return [{ kind: 'key-not-read', key, meant: hideShapes(meant), isMisspelt: !foreign, isNeeded: false }];
  });
}

/** Less than a second is over before anything starts; more than a working day nobody waits. */
function limits(fields: readonly Field[], form: EntryForm | undefined): FormFact[] {
  const key = fields.find(({ name, is }) => name === 'timeout' && is === 'number');
  const written = Number(key?.value?.raw.reveal());
  const unit = form?.timeoutIn;
  if (!key || !unit || !(written > 0)) return [];
  if (unit === 'ms') return written < 1000 ? [{ kind: 'timeout-unit', key, unit, written, right: written * 1000 }] : [];
  return written >= 10_000 ? [{ kind: 'timeout-unit', key, unit, written, right: Math.round(written / 1000) }] : [];
}

/** What is read in other files of the same client, or by other clients; and what of the entry stands one level too deep. */
function passedOver(fields: readonly Field[], { keys }: ServerEntry, reader: Reader | null): FormFact[] {
  const location = reader?.location;
  if (!location?.entries) return [];
  const has = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const ignored = (['envFile', 'cwd'] as const).flatMap((meaning): FormFact[] => {
    const key = location.ignores.includes(meaning) ? has(keys[meaning]) : undefined;
    return key ? [{ kind: 'key-ignored', key, isFolder: meaning === 'cwd' }] : [];
  });
  const own = new Set([keys.command, keys.args, keys.cwd, ...location.entries.alsoReads]);
  const deep = (has(keys.env)?.inside ?? []).filter(({ name }) => /^[a-z]/.test(name) && own.has(name) && !has(name));
  return [...ignored, ...deep.map((key): FormFact => ({ kind: 'key-in-env', key, env: hideShapes(keys.env) }))];
}

const MAIN = ['command', 'args', 'env', 'cwd', 'envFile', 'headers', 'type', 'forwarded', 'kept'] as const;

function misspelt(name: string, known: ReadonlySet<string>): string | null {
  return MEANINGS.has(name) ? null : ([...known].find((right) => isMisspelling(name, right)) ?? null);
}

function kindFor(key: string, keys: EntryKeys): readonly Field['is'][] | undefined {
  if (key === keys.command) return keys.isCommandLine ? ['list', 'text'] : ['text', 'list'];
  if (key === keys.args) return ['list', 'text'];
  if (key === keys.env || key === keys.headers) return ['map', 'list'];
  return key === keys.cwd || key === keys.type || keys.addresses.includes(key) ? ['text'] : undefined;
}

/** With one of these a client has itself what to run. */
function runsItself(fields: readonly Field[], { runsItself: with_ = [] }: EntryForm): boolean {
  return fields.some(({ name, value }) => with_.includes(name) || with_.includes(value?.raw.reveal() ?? ''));
}

/** What an entry without a command and an address lacks: the right name for one of them, or everything. */
function nothing(fields: readonly Field[], { keys }: ServerEntry, form: EntryForm | undefined): FormFact {
  const address = form?.isLocalOnly ? null : (keys.addresses[0] ?? 'url');
  const rightNameFor = ({ name, is, value }: Field): string | null => {
    const meaning = MEANINGS.get(name) ?? misspeltMeaning(name);
    if (meaning === 'command' && (is === 'text' || is === 'list')) return keys.command;
    const isAddress = is === 'text' && /^https?:|^[\w.-]+\.\w|^\$/.test(value?.raw.reveal() ?? '');
    return meaning === 'address' && isAddress ? address : null;
  };
  for (const key of fields) {
    const meant = rightNameFor(key);
    if (meant !== null)
      return {
        kind: 'key-not-read',
        key,
        meant: hideShapes(meant),
        isMisspelt: !MEANINGS.has(key.name),
        isNeeded: true,
      };
  }
  const nestedIn = fields.find(
    ({ name, is, inside }) =>
      is === 'map' &&
      name !== keys.env &&
      name !== keys.headers &&
      inside.some((inner) => rightNameFor(inner) !== null),
  );
  return {
    kind: 'nothing-to-start',
    command: hideShapes(keys.command),
    address: address === null ? null : hideShapes(address),
    nestedIn: nestedIn ?? null,
  };
}

function misspeltMeaning(name: string): string | undefined {
  if (isMisspelling(name, 'command')) return 'command';
  return ['url', 'serverUrl', 'httpUrl'].some((right) => isMisspelling(name, right)) ? 'address' : undefined;
}

/** The values that are of no kind in which a client takes them. */
function wrongKinds(fields: readonly Field[], keys: EntryKeys, form: EntryForm | undefined): FormFact[] {
  return fields.flatMap((field): FormFact[] => {
    const wrong = (of: Extract<FormFact, { kind: 'wrong-kind' }>['of'], found = field): FormFact => ({
      kind: 'wrong-kind',
      key: hideShapes(found.name === '' ? field.name : found.name),
      of,
      found,
    });
    const { name, is, inside } = field;
    // Some client takes a list, and who reads this is not known.
    if (name === keys.command && form === undefined && is === 'list') return [];
    if (name === keys.command) return is === (keys.isCommandLine ? 'list' : 'text') ? [] : [wrong('command')];
    if (name === keys.args) {
      if (is !== 'list') return is === 'null' ? [] : [wrong('args')];
      return inside.filter((item) => item.is !== 'text').map((item) => wrong('arg', item));
    }
    if (name === keys.env || name === keys.headers) {
      if (is !== 'map') return is === 'null' ? [] : [wrong('env')];
      return inside
        .filter(
          (item) =>
            NEVER_A_VALUE.has(item.is) || (item.is === 'number' && name === keys.env && form?.refusesNumbersInEnv),
        )
        .map((item) => wrong('setting', item));
    }
    if (keys.addresses.includes(name)) return is === 'text' ? [] : [wrong('address')];
    return name === keys.cwd && is !== 'text' && is !== 'null' ? [wrong('cwd')] : [];
  });
}

const NEVER_A_VALUE = new Set<Field['is']>(['boolean', 'list', 'map']);

/** What each type is called by some client, by what is meant. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  local: ['stdio', 'local', 'command'],
  http: [
    'http',
    'streamable-http',
    'streamableHttp',
    'streamable_http',
    'remote',
    'https',
    'streamable',
    'streaming-http',
    'http-stream',
  ],
  sse: ['sse'],
  ws: ['ws', 'websocket'],
};

function judgeType(
  { local, remote, others, isNeeded }: NonNullable<EntryForm['types']>,
  type: Field | undefined,
  hasCommand: boolean,
  address: Field | undefined,
): FormFact | null {
  const own = (meaning: string): string | undefined =>
    [...local, ...remote].find((word) => TYPES[meaning]?.includes(word));
  const taken = [...local, ...remote].map((word) => hideShapes(word));
  const byContent = hasCommand ? 'local' : /\/sse\/?(?:$|\?)/.test(address?.value?.raw.reveal() ?? '') ? 'sse' : 'http';
  const right = own(byContent) ?? own(hasCommand ? 'local' : 'http') ?? remote[0];
  const safeRight = right === undefined ? null : hideShapes(right);
  if (!type)
    return isNeeded === 'always' || (isNeeded === 'remote' && !hasCommand)
      ? { kind: 'type-not-taken', type: null, right: safeRight, taken }
      : null;
  const word = type.is === 'text' ? (type.value?.raw.reveal() ?? '') : '';
  const isLocal = local.includes(word);
  if (isLocal || remote.includes(word)) {
    if (safeRight === null || (isLocal ? hasCommand : address !== undefined)) return null;
    return { kind: 'type-contradicts', type, has: hasCommand ? 'command' : 'address', right: safeRight };
  }
  if (others === 'guessed') return null;
  const meaning = Object.keys(TYPES).find((each) => TYPES[each]?.includes(word)) ?? byContent;
  const same = own(meaning) ?? right;
  return { kind: 'type-not-taken', type, right: same === undefined ? null : hideShapes(same), taken };
}
