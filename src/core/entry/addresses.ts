import { isSecretName } from '../secrets/names';
import { hideShapes } from '../secrets/mask';
import { accessIn } from '../secrets/addresses';
import type { Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';

/** What the address of a remote server shows by itself. */
export type AddressFact =
  /** A tunnel that somebody has opened: it ends when they close it, and the next one has another name. */
  | { readonly kind: 'tunnel-address'; readonly host: Safe; readonly where: Value }
  /** Where a server listens, on every address of its machine. */
  | { readonly kind: 'listening-address'; readonly where: Value }
  /** A secret goes over the network unhidden. */
  | { readonly kind: 'secret-in-the-open'; readonly host: Safe; readonly where: Value };

export function readAddresses({ entry }: Written): readonly AddressFact[] {
  const { url, headers } = entry;
  const text = url?.raw.reveal() ?? '';
  if (!url || !URL.canParse(text)) return [];
  const { protocol, hostname } = new URL(text);
  const host = hideShapes(hostname);
  if (hostname === '0.0.0.0') return [{ kind: 'listening-address', where: url }];
  if (TUNNELS.test(hostname)) return [{ kind: 'tunnel-address', host, where: url }];
  const isElsewhere = protocol === 'http:' && !HERE.test(hostname);
  const hasSecret = headers.some(({ name, value }) => value && isSecretName(name)) || accessIn(text).length > 0;
  return isElsewhere && hasSecret ? [{ kind: 'secret-in-the-open', host, where: url }] : [];
}

/** Services that lend a name for as long as a tunnel is open. */
const TUNNELS =
  /(?:^|\.)(?:ngrok(?:-free)?\.(?:app|dev|io)|trycloudflare\.com|loca\.lt|localhost\.run|lhr\.life|serveo\.net|tunnelmole\.net|pinggy\.(?:link|io)|bore\.pub)$/i;

/** This machine, its containers, and names that lead no further than the next wall. */
const HERE =
  /^(?:localhost|0\.0\.0\.0|127\..*|\[::1\]|10\..*|192\.168\..*|172\.(?:1[6-9]|2\d|3[01])\..*|host\.docker\.internal|[^.]+|.*\.(?:local|internal|lan|localhost|test))$/i;
