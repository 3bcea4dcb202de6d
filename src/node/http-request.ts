import http from 'node:http';
import https from 'node:https';
import tls from 'node:tls';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** One request as a client sends it. Redirects are not followed: what they would take along is the entry's secret. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly proxy: URL | null;
}

/** The proxy did not let the request through. `code`: of the system, or `HTTP 407`. */
export class ProxyFailure extends Error {
  override readonly name = 'ProxyFailure';

  readonly code: string;
  readonly host: string;

  constructor(code: string, host: string) {
    super(code);
    this.code = code;
    this.host = host;
  }
}

/** Sends it, and resolves with the answer's head; its body is for whoever wants it, and to be destroyed by them. */
export async function send(request: Request, signal: AbortSignal): Promise<IncomingMessage> {
  const { url, proxy, method, headers, body } = request;
  const isSecure = url.protocol === 'https:';
  const tunnel = proxy && isSecure ? await tunnelThrough(proxy, url, signal) : null;
  const plainProxy = isSecure ? null : proxy;
  return new Promise((resolve, reject) => {
    const options = {
      method,
      headers: body === null ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      signal,
      agent: false,
    } as const;
    const secured = tunnel && (() => tls.connect({ socket: tunnel, servername: servernameOf(url) }));
    const sent = plainProxy
      ? http.request(plainProxy, { ...options, path: url.href, headers: { ...options.headers, host: url.host } })
      : isSecure
        ? https.request(url, secured ? { ...options, createConnection: secured } : options)
        : http.request(url, options);
    sent.on('response', resolve);
    sent.on('error', (error: NodeJS.ErrnoException) => {
      reject(plainProxy && !sent.socket?.readyState.startsWith('open') ? atProxy(plainProxy, error) : error);
    });
    sent.end(body ?? undefined);
  });
}

/** A way through a proxy to a server that speaks TLS. */
function tunnelThrough(proxy: URL, url: URL, signal: AbortSignal): Promise<Duplex> {
  const port = url.port || '443';
  const { username, password } = proxy;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return new Promise((resolve, reject) => {
    const asked = (proxy.protocol === 'https:' ? https : http).request(proxy, {
      method: 'CONNECT',
      path: `${url.hostname}:${port}`,
      headers: {
        host: `${url.hostname}:${port}`,
        ...(username && { 'proxy-authorization': `Basic ${credentials}` }),
      },
      signal,
      agent: false,
    });
    asked.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode === 200) resolve(socket);
      else {
        socket.destroy();
        reject(new ProxyFailure(`HTTP ${statusCode}`, proxy.host));
      }
    });
    asked.on('response', (answer) => {
      answer.destroy();
      reject(new ProxyFailure(`HTTP ${answer.statusCode ?? 0}`, proxy.host));
    });
    asked.on('error', (error: NodeJS.ErrnoException) => reject(atProxy(proxy, error)));
    asked.end();
  });
}

function atProxy({ host }: URL, { code = 'unknown' }: NodeJS.ErrnoException): ProxyFailure {
  return new ProxyFailure(code, host);
}

/** TLS names hosts, and no addresses. */
function servernameOf({ hostname }: URL): string {
  return /^[\d.]+$|^\[/.test(hostname) ? '' : hostname;
}
