import { isHarmlessValue, isUnguessable } from './harmless';
import { isSecretName } from './names';

/**
 * Addresses without what gives access: the login, a query's secrets, and pieces of the path that nobody could guess, as
 * webhooks have them. `isOwn`: an entry's own address, of whose login and query everything that is not harmless is hidden.
 */
export function hideInAddresses(text: string, isOwn = false): string {
  return text.includes('://') ? text.replace(ADDRESS, (address: string) => hideInAddress(address, isOwn)) : text;
}

/** What in the addresses of a text gives access, each as it is written and as it is meant. */
export function accessIn(text: string): readonly string[] {
  if (!text.includes('://')) return [];
  return Array.from(text.matchAll(ADDRESS), ([address]) => split(address)).flatMap(({ login, pieces, query }) => {
    const password = /:(.*)$/s.exec(login)?.[1] ?? '';
    const values = Array.from(query.matchAll(PAIR)).flatMap(([, name = '', value = '']) =>
      isSecret(name) ? value : [],
    );
    const found = [login, password, ...pieces.filter(isUnguessable), ...values].filter((each) => each !== '');
    return [...found, ...found.map(decoded)];
  });
}

/** The scheme, and everything up to what cannot stand in an address. A login may have signs that no address has. */
const ADDRESS = /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^\s"'`<>‹›⏎]{1,8192}/g;
/** A name and a value of a query. */
const PAIR = /([^=&#?]{0,200})=([^&#?]{1,8192})/g;
const CREDENTIALS = '‹credentials›';

function hideInAddress(address: string, isOwn: boolean): string {
  const { scheme, login, host, pieces, query } = split(address);
  const isWeb = /^https?:/i.test(scheme);
  const shownLogin = login === '' ? '' : `${login.includes(':') || isOwn ? CREDENTIALS : login}@`;
  const shownPieces = pieces.map((piece) => (isWeb && isUnguessable(piece) ? CREDENTIALS : piece));
  const shownQuery = query.replace(PAIR, (pair: string, name: string, value: string) =>
    (isOwn || isSecret(name)) && !isHarmlessValue(value) ? `${name}=${CREDENTIALS}` : pair,
  );
  return scheme + shownLogin + [host, ...shownPieces].join('/') + shownQuery;
}

/** An address in its parts, which are the whole of it: `login` without its sign, `query` with the one before it. */
function split(address: string) {
  const [, scheme = '', rest = ''] = /^([^:]+:\/\/)(.*)$/s.exec(address) ?? [];
  const login = loginOf(rest);
  const behind = rest.slice(login === '' ? 0 : login.length + 1);
  const [, path = '', query = ''] = /^([^?]*)(.*)$/s.exec(behind) ?? [];
  const [host = '', ...pieces] = path.split('/');
  return { scheme, login, host, pieces, query };
}

/** What stands before the host: up to the last `@` that a host follows. Empty where there is none. */
function loginOf(rest: string): string {
  const [, login = ''] = /^([^\s]{0,4096})@(?=[\w.-]{1,255}(?:[:/?#,;)\]]|$))/.exec(rest) ?? [];
  // `https://host/@scope/name` has a sign, and no login.
  return login.includes(':') || !login.includes('/') ? login : '';
}

/** Whether a name of a query is a secret's; some have brackets, plain or encoded. */
function isSecret(name: string): boolean {
  return isSecretName(name.replace(/%5B|%5D|\[|\]/gi, '_'));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // it has signs of percent that encode nothing
  }
}
