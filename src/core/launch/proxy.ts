import { variable } from '../environments';
import type { Platform } from '../platform';
import type { Environment } from '../environments';

/**
 * The proxy through which a program with this environment calls an address; null where it calls it directly. Reads
 * `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`, as curl, undici and Go do, the small letters first. A machine's
 * own names need none.
 */
export function proxyFor(address: URL, environment: Environment, platform: Platform): URL | null {
  const { hostname, protocol } = address;
  const of = (name: string): string =>
    variable(environment, name.toLowerCase(), platform) ?? variable(environment, name, platform) ?? '';
  if (isOwnMachine(hostname) || exempts(of('NO_PROXY'), hostname)) return null;
  const written = (protocol === 'https:' ? of('HTTPS_PROXY') : of('HTTP_PROXY')) || of('ALL_PROXY');
  const whole = /^\w+:\/\//.test(written) ? written : `http://${written}`;
  const proxy = written !== '' && URL.canParse(whole) ? new URL(whole) : null;
  return proxy && /^https?:$/.test(proxy.protocol) ? proxy : null;
}

/** Whether a host name is this machine's own. */
export function isOwnMachine(hostname: string): boolean {
  return /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
}

function exempts(list: string, hostname: string): boolean {
  const names = list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((each) => each !== '');
  return names.some((written) => {
    const name = written.replace(/^\*?\.?/, '').replace(/:\d+$/, '');
    return written === '*' || name === hostname || (name !== '' && hostname.endsWith(`.${name}`));
  });
}
