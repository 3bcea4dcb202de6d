import { kindOf } from '../secrets/harmless';
import { isSecretName } from '../secrets/names';
import { argSecrets, settingSecrets } from '../secrets/of-entry';
import { knownShapesIn } from '../secrets/shapes';
import { accessIn } from '../secrets/addresses';
import { hideShapes } from '../secrets/mask';
import { hasStandIn } from '../secrets/stand-in';
import { placeholderIn } from './placeholder';
import { settingsOf, valuesOf } from './values-of';
import type { ServerEntry, Value } from '../config/config-file';
import { Raw } from '../text';
import type { Safe } from '../text';
import type { Written } from './index';
import type { Role, RoleValue } from './values-of';

/** What the values of an entry show by their look. */
export type ValueFact =
  /** A value is still to be put there. */
  | {
      readonly kind: 'placeholder';
      readonly text: Safe;
      readonly name: Safe | null;
      readonly where: Value;
      readonly role: Role;
    }
  /** A setting that is a secret's, or one of several that belong to one, and is empty. */
  | { readonly kind: 'empty-setting'; readonly name: Safe; readonly where: Value }
  /** Somebody's secret, in the file itself. */
  | {
      readonly kind: 'secret-written';
      /** What of the value is secret. */
      readonly part: Raw;
      readonly name: Safe;
      readonly where: Value;
      readonly role: Role;
    };

/** The same for whoever reads the entry: asked for each client, and looked at once. */
export function readValues({ entry }: Written): readonly ValueFact[] {
  const known = seen.get(entry);
  if (known) return known;
  const facts = valueFacts(entry);
  seen.set(entry, facts);
  return facts;
}

const seen = new WeakMap<ServerEntry, readonly ValueFact[]>();

function valueFacts(entry: ServerEntry): readonly ValueFact[] {
  const settings = settingsOf(entry);
  const args = valuesOf(entry).filter(({ role }) => role !== 'command');
  const texts = entry.args.map(({ raw }) => raw.reveal());
  const hasSecrets = settings.some(({ name, role }) => role === 'env' && isSecretName(name));
  return [...settings, ...args].flatMap((each): ValueFact[] => {
    const { value, role, name } = each;
    const text = value.raw.reveal();
    const option = role === 'arg' ? emptyOption(texts, each.at) : null;
    if (option !== null) return isSecretName(option) ? [emptySetting(option, value)] : [];
    if (text === '') return role === 'env' && isAccess(name, hasSecrets) ? [emptySetting(name, value)] : [];
    if (role === 'header' ? HARMLESS_HEADERS.test(name) : text.length < 3) return [];
    const given = role === 'arg' ? nameInArgs(texts, each) : name;
    const placeholder = mayBeGiven(role, bare(text), given) ? placeholderIn(bare(text), given) : null;
    if (placeholder !== null)
      return [
        {
          kind: 'placeholder',
          text: entry.mask(placeholder),
          name: given === '' ? null : entry.mask(given),
          where: value,
          role,
        },
      ];
    const secret = secretIn(each, texts);
    return secret !== null
      ? [
          {
            kind: 'secret-written',
            part: new Raw(secret),
            name: entry.mask(given === '' ? role : given),
            where: value,
            role,
          },
        ]
      : [];
  });
}

function emptySetting(name: string, where: Value): ValueFact {
  return { kind: 'empty-setting', name: hideShapes(name), where };
}

/** The name of what an argument sets to nothing: behind a flag, at its own `=` or `:`; null where it sets something. */
function emptyOption(args: readonly string[], at: number): string | null {
  const [before = '', text = '', behind = ''] = [args[at - 1], args[at], args[at + 1]];
  if (text === '') return /^--([A-Za-z][\w-]{0,80})$/.exec(before)?.[1] ?? null;
  const form = NAMED_FIRST.find(({ flag }) => flag.test(before));
  if (form) return form.empty.exec(text)?.[1] ?? null;
  // What is written behind it may be meant for it.
  return /^(?:-|$)/.test(behind) ? (/^--?([A-Za-z][\w-]{0,80})=$/.exec(text)?.[1] ?? null) : null;
}

/** Flags whose value has a name of its own: of a variable, and of a header. */
const NAMED_FIRST: readonly { readonly flag: RegExp; readonly empty: RegExp }[] = [
  { flag: /^(?:-e|--env)$/, empty: /^([A-Za-z]\w{0,80})=$/ },
  { flag: /^(?:-H|--headers?)$/, empty: /^([A-Za-z][\w-]{0,80}):\s*(?:(?:Bearer|Basic|Token)\s*)?$/i },
];

/** A secret, or who and where belongs to one: with nothing in it the server asks in vain. */
function isAccess(name: string, hasSecrets: boolean): boolean {
  return isSecretName(name) || (hasSecrets && /(?:^|_)(?:ID|HOST|USER|USERNAME|TENANT|ACCOUNT|URL|EMAIL)$/i.test(name));
}

/** What every request has, and holds no secret. */
const HARMLESS_HEADERS = /^(?:accept|content-type|user-agent|origin|referer|cache-control|connection|mcp-.*)$/i;

/** The name by which an argument is given: of its flag, or before its own `=`. */
function nameInArgs(args: readonly string[], { at }: RoleValue): string {
  const own = /^-{0,2}([A-Za-z][\w-]{0,80})=(?=[^=])/.exec(args[at] ?? '')?.[1];
  return own ?? /^--?([A-Za-z][\w-]{0,80})$/.exec(args[at - 1] ?? '')?.[1] ?? '';
}

/** Words of a command are no placeholders, whatever they are: of an argument that is no secret only what is plainly one. */
function mayBeGiven(role: Role, text: string, name: string): boolean {
  if (role !== 'arg' || isSecretName(name)) return true;
  return /[<{[/\\]|^[\p{Lu}\d_]{6,}$|your/u.test(text) && !/^-[^=]*$/.test(text);
}

/** Without what stands before the value in it: its scheme, and its own name. */
function bare(text: string): string {
  return withoutScheme(text.replace(/^-{0,2}[A-Za-z][\w-]{0,80}=(?=[^=])|^[\w-]{2,40}: ?(?!\/\/)/, ''));
}

function withoutScheme(text: string): string {
  return text.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '');
}

/** The secret in a value, as it is written there; null where there is none. */
function secretIn({ value, role, name, at }: RoleValue, args: readonly string[]): string | null {
  const text = value.raw.reveal();
  if (text.length < SHORTEST || hasStandIn(text) || /^\$\{[^{}]*\}$/.test(text)) return null;
  if (text.includes('://'))
    return isLocal(text) ? null : (accessIn(text).find((access) => isRealAccess(access, text)) ?? null);
  if (role !== 'arg' && role !== 'env' && role !== 'header') return null;
  const [known] = knownShapesIn(text);
  if (known) return known.secret;
  if (role === 'arg') {
    const own = argSecrets(args.slice(Math.max(0, at - 1), at + 1)).filter(({ isPartly }) => !isPartly);
    return own.find(({ value: secret }) => text.endsWith(secret) && isGuarded(secret))?.value ?? null;
  }
  if (role === 'header' && !/auth|key|token|secret|cookie/i.test(name)) return null;
  const isNamed = isSecretName(name) && !/\$\{/.test(text) && isGuarded(text);
  return isNamed && settingSecrets([[name, text]], role, NOTHING).length > 0 ? withoutScheme(text) : null;
}

const SHORTEST = 8;
const NOTHING: ReadonlySet<string> = new Set();

/** Something that somebody keeps to themselves, by its look: no name, path, number or single word. */
function isGuarded(text: string): boolean {
  return (
    kindOf(text) === 'text' &&
    !/^[a-z]+(?:[-_ ][a-z]+)*$/i.test(text.length < 16 ? text : '') &&
    !/\$\{|^\/|^%/.test(text)
  );
}

/** A password that is not the name before it, and nothing that is to be put there. */
function isRealAccess(access: string, address: string): boolean {
  if (access.includes('${')) return false;
  const [user, password] = access.split(':');
  if (password === undefined) return access.length >= 16 && new RegExp(`[/=]${escaped(access)}`).test(address);
  return (
    password !== '' &&
    password !== user &&
    placeholderIn(password, '') === null &&
    !/^\$|^(?:pass(?:word)?|pwd|secret|root|admin|test)$/i.test(password)
  );
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A service of the same machine has the passwords of whoever set it up, and they lead nowhere else. */
function isLocal(address: string): boolean {
  return /:\/\/(?:[^/@\s]*@)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|host\.docker\.internal|db|postgres|mongo|redis|mysql)(?=[:/?]|$)/i.test(
    address,
  );
}
