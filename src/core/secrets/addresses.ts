import { isHarmlessValue, isUnguessable } from './harmless';
import { isSecretName } from './names';

/**
 * Addresses without what gives access: the login, a query's secrets, and pieces of the path that nobody could guess, as
 * webhooks have them. `isOwn`: an entry's own address, of whose query everything that is not harmless is hidden.
 */
export function hideInAddresses(text: string, isOwn = false): string {
  return text.includes('://') ? text.replace(ADDRESS, (address: string) => hideInAddress(address, isOwn)) : text;
}

/** The scheme, and everything up to what cannot stand in an address. A login may have signs that no address has. */
const ADDRESS = /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^\s"'`<>‹›⏎]{1,8192}/g;
const CREDENTIALS = '‹credentials›';

function hideInAddress(address: string, isOwn: boolean): string {
  const [, scheme = '', rest = ''] = /^([^:]+:\/\/)(.*)$/s.exec(address) ?? [];
  const login = loginOf(rest);
  const behind = login === null ? rest : rest.slice(login.length);
  const [path = '', ...queries] = behind.split('?');
  const shownLogin = login === null ? '' : login.includes(':') || isOwn ? CREDENTIALS + '@' : login;
  const shownPath = path
    .split('/')
    .map((piece, index) => (index > 0 && scheme.startsWith('http') && isUnguessable(piece) ? CREDENTIALS : piece))
    .join('/');
  return [scheme + shownLogin + shownPath, ...queries.map((query) => hideInQuery(query, isOwn))].join('?');
}

/** What stands before the host, with its sign: up to the last `@` that a host follows. Null where there is none. */
function loginOf(rest: string): string | null {
  const [login] = /^[^\s]{0,4096}@(?=[\w.-]{1,255}(?:[:/?#,;)\]]|$))/.exec(rest) ?? [];
  // `https://host/@scope/name` has a sign, and no login.
  return login !== undefined && (login.includes(':') || !login.includes('/')) ? login : null;
}

function hideInQuery(query: string, isOwn: boolean): string {
  return query.replace(/([^=&#]{0,200})=([^&#]{1,8192})/g, (pair: string, name: string, value: string) => {
    const isSecret = isSecretName(decodedName(name)) ? value.length >= 4 : isOwn;
    return isSecret && !isHarmlessValue(value.padEnd(6, '*')) ? `${name}=${CREDENTIALS}` : pair;
  });
}

function decodedName(name: string): string {
  return name.replace(/%5B|%5D|\[|\]/gi, '_');
}

/** What in the addresses of a text gives access, as it is written and as it is meant: logins, passwords, and the rest. */
export function accessIn(text: string): readonly string[] {
  if (!text.includes('://')) return [];
  return Array.from(text.matchAll(ADDRESS), ([address]) => address).flatMap((address) => {
    const rest = address.slice(address.indexOf('://') + 3);
    const login = loginOf(rest)?.slice(0, -1);
    const [path = '', ...queries] = rest.split('?');
    const pieces = path.split('/').slice(1).filter(isUnguessable);
    const values = queries
      .flatMap((query) => query.split('&'))
      .flatMap((pair) => /^([^=]*)=(.+)$/.exec(pair)?.slice(1) ?? [])
      .flatMap((part, index, all) =>
        index % 2 === 1 && isSecretName(decodedName(all[index - 1] ?? '')) ? [part] : [],
      );
    const password = login?.includes(':') ? login.slice(login.indexOf(':') + 1) : undefined;
    const found = [login, password, ...pieces, ...values].filter((each) => each !== undefined);
    return [...found, ...found.map(decoded)];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // it has signs of percent that encode nothing
  }
}
