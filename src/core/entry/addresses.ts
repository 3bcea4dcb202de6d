import { isSecretName } from '../secrets/names';
import { hideShapes } from '../secrets/mask';
import { accessIn } from '../secrets/addresses';
import { Raw } from '../text';
import { isMisspelling } from '../misspelling';
import type { Setting, Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';

/** What the address of a remote server shows by itself. */
export type AddressFact =
  /** A tunnel that somebody has opened: it ends when they close it, and the next one has another name. */
  | { readonly kind: 'tunnel-address'; readonly host: Safe; readonly where: Value }
  /**
   * What stands there is no address to call: it has no scheme, or `scheme`, which is none of the web; or it has two, and
   * `rest` is what is behind the first.
   */
  | {
      readonly kind: 'address-malformed';
      readonly scheme: Safe | null;
      readonly rest: Raw | null;
      readonly where: Value;
    }
  /**
   * A header that cannot be what was meant: `name` is no name, or the name is that of a `scheme`; in the value the scheme
   * stands `twice`, has another `sign` than a blank behind it, or stands `alone`; the value `repeats` the name; the name
   * is nearly another one; or it stands `outside` of them, as a key of the entry.
   */
  | {
      readonly kind: 'header-malformed';
      readonly is: 'name' | 'scheme' | 'twice' | 'sign' | 'alone' | 'repeats' | 'misspelt' | 'outside';
      readonly header: Setting;
    }
  /** Where a server listens, on every address of its machine. */
  | { readonly kind: 'listening-address'; readonly where: Value }
  /** A secret goes over the network unhidden. */
  | { readonly kind: 'secret-in-the-open'; readonly host: Safe; readonly where: Value };

export function readAddresses({ entry, reader }: Written): readonly AddressFact[] {
  const malformed = entry.headers.flatMap((header): readonly AddressFact[] => {
    const is = oddIn(header);
    return is ? [{ kind: 'header-malformed', is, header }] : [];
  });
  const form = reader?.location.entries;
  const outside =
    entry.url && form
      ? entry.fields.filter(({ name, is }) => is === 'text' && CREDENTIAL.test(name) && !form.alsoReads.includes(name))
      : [];
  return [
    ...malformed,
    ...outside.map(({ name, nameSpan, value }): AddressFact => ({
      kind: 'header-malformed',
      is: 'outside',
      header: { name, nameSpan, value, isRemoval: false },
    })),
    ...ofAddress(entry),
  ];
}

/** What servers have headers for, and few clients a key of an entry. */
const CREDENTIAL = /^(?:authori[sz]ation(?:_?token)?|(?:auth|access|bearer)_?token|bearer|token|x?-?api[_-]?key)$/i;

function ofAddress({ url, headers }: Written['entry']): readonly AddressFact[] {
  const text = url?.raw.reveal().trim() ?? '';
  if (!url) return [];
  const [, scheme] = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(text) ?? [];
  const doubled = DOUBLED.exec(text)?.[1];
  if (doubled !== undefined)
    return [{ kind: 'address-malformed', scheme: null, rest: new Raw(text.slice(doubled.length)), where: url }];
  if (!LEFT_OUT.test(text) && text !== '' && !SCHEMES.test(scheme ?? ''))
    return [
      { kind: 'address-malformed', scheme: scheme === undefined ? null : hideShapes(scheme), rest: null, where: url },
    ];
  if (!URL.canParse(text)) return [];
  const { protocol, hostname } = new URL(text);
  const host = hideShapes(hostname);
  if (hostname === '0.0.0.0') return [{ kind: 'listening-address', where: url }];
  if (TUNNELS.test(hostname)) return [{ kind: 'tunnel-address', host, where: url }];
  const isElsewhere = protocol === 'http:' && !HERE.test(hostname);
  const hasSecret = headers.some(({ name, value }) => value && isSecretName(name)) || accessIn(text).length > 0;
  return isElsewhere && hasSecret ? [{ kind: 'secret-in-the-open', host, where: url }] : [];
}

/** A scheme in front of a whole address. */
const DOUBLED = /^(https?:\/{1,2})https?:\/\//i;
/** How a server is called over the web, and the sockets that some clients take. */
const SCHEMES = /^(?:https?|wss?|unix|pipe|npipe)$/i;
/** Variables, and what somebody did not want to show. */
const LEFT_OUT = /[<>{}[\]$%*…]|\.{3}|^[A-Z_]+$|\s/;

function oddIn({ name, value }: Setting): Extract<AddressFact, { kind: 'header-malformed' }>['is'] | null {
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) && !LEFT_OUT.test(name.replace(/\s/g, ''))) return 'name';
  if (/^(?:bearer|basic)$/i.test(name)) return 'scheme';
  const text = value?.raw.reveal() ?? '';
  if (text.toLowerCase().startsWith(`${name.toLowerCase()}:`)) return 'repeats';
  if (isMisspelling(name, 'Authorization') && !/^authorization$/i.test(name)) return 'misspelt';
  return /^authorization$/i.test(name) ? (VALUES.find(([, form]) => form.test(text))?.[0] ?? null) : null;
}

const VALUES = [
  ['twice', /^Bearer\s+Bearer\b/i],
  ['sign', /^Bearer[:=]/i],
  ['alone', /^Bearer\s*$/i],
] as const;

/** Services that lend a name for as long as a tunnel is open. */
const TUNNELS =
  /(?:^|\.)(?:ngrok(?:-free)?\.(?:app|dev|io)|trycloudflare\.com|loca\.lt|localhost\.run|lhr\.life|serveo\.net|tunnelmole\.net|pinggy\.(?:link|io)|bore\.pub)$/i;

/** This machine, its containers, and names that lead no further than the next wall. */
const HERE =
  /^(?:localhost|0\.0\.0\.0|127\..*|\[::1\]|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|host\.docker\.internal|[^.]+|.*\.(?:local|internal|lan|localhost|test))$/i;
