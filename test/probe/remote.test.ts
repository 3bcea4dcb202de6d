import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { cli, diagnose, vscodeWorkspace } from './cli';
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const open: Server[] = [];

/** How a server answers. */
type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A server that answers as told; its address. `key`: with its certificate, for TLS. */
async function serve(answer: Answer, key?: string): Promise<string> {
  const listener: RequestListener = (request, response) => {
    Promise.resolve(answer(request, response)).catch(() => response.destroy());
  };
  const server = key ? https.createServer({ key, cert: key }, listener) : http.createServer(listener);
  open.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `${key ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function bodyOf(request: IncomingMessage): Promise<{ id?: number; method?: string }> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text === '' ? {} : JSON.parse(text);
}

function greeted(id: number | undefined): string {
  const result = {
    protocolVersion: '2025-11-25',
    capabilities: {},
    serverInfo: { name: 'far-away', version: '1.2.3' },
  };
  return JSON.stringify({ jsonrpc: '2.0', id, result });
}

function json(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
}

const healthy: Answer = async (request, response) => {
  const { id, method } = await bodyOf(request);
  if (method === 'initialize') json(response, 200, greeted(id), { 'mcp-session-id': 'a1' });
  else response.writeHead(request.method === 'DELETE' ? 200 : 202).end();
};

const entry = (url: string, more: object = {}) => ({ type: 'http', url, ...more });

async function one(remote: object, more: readonly string[] = [], env: Record<string, string> = {}) {
  const [only] = await diagnose(vscodeWorkspace({ far: remote }), more, env);
  assert.ok(only);
  return only;
}

describe('remote servers', () => {
  after(() => {
    for (const server of open) {
      server.closeAllConnections();
      server.close();
    }
  });

  it('are greeted over Streamable HTTP, and left', async () => {
    const asked: string[] = [];
    const url = await serve(async (request, response) => {
      asked.push(`${request.method} ${String(request.headers['mcp-session-id'] ?? '-')}`);
      await healthy(request, response);
    });
    const { status, handshake, findings } = await one(entry(`${url}/mcp`));
    assert.deepEqual([status, handshake?.server.name, findings], ['ready', 'far-away', []]);
    assert.deepEqual(asked, ['POST -', 'POST a1', 'DELETE a1']);
  });

  it('may answer with an event, and then say nothing more', async () => {
    const url = await serve(async (request, response) => {
      const { id, method } = await bodyOf(request);
      if (method !== 'initialize') return response.writeHead(202).end();
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      return response.write(`: hello\n\nevent: message\ndata: ${greeted(id)}\n\n`);
    });
    assert.equal((await one(entry(url))).status, 'ready');
  });

  /** Of the older transport: a stream, and an address for messages. */
  const streaming = (): Answer => {
    let stream: ServerResponse | undefined;
    return async (request, response) => {
      if (request.method === 'GET') {
        stream = response.writeHead(200, { 'content-type': 'text/event-stream' });
        return stream.write('event: endpoint\ndata: /messages?s=1\n\n');
      }
      if (request.url?.startsWith('/messages') !== true) return response.writeHead(405).end();
      const { id } = await bodyOf(request);
      response.writeHead(202).end();
      return stream?.write(`event: message\ndata: ${greeted(id)}\n\n`);
    };
  };

  for (const type of ['sse', 'http'])
    it(`of the older transport are greeted, where the entry says ${type}`, async () => {
      const url = await serve(streaming());
      assert.equal((await one({ type, url: `${url}/sse` })).status, 'ready');
    });

  const failing: Record<string, { answer: Answer; rule: string; message: RegExp; entry?: object }> = {
    'a wrong token': {
      answer: (_, response) => json(response, 401, '{"error":"invalid_token"}', { 'www-authenticate': 'Bearer' }),
      entry: { headers: { Authorization: 'Bearer hunter2-hunter2' } },
      rule: 'remote-auth-missing',
      message: /refuses the credentials that this entry sends \(HTTP 401\)/,
    },
    'no token, and no word on how to sign in': {
      answer: ({ url }, response) => json(response, url === '/mcp' ? 401 : 404, '{}'),
      rule: 'remote-auth-missing',
      message: /wants credentials \(HTTP 401\), and does not say how/,
    },
    'a path that is none': {
      answer: (_, response) => json(response, 404, '{"detail":"Not Found"}'),
      rule: 'remote-wrong-endpoint-or-transport',
      message: /no MCP endpoint at this address \(HTTP 404\)/,
    },
    'a page': {
      answer: (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
      rule: 'remote-wrong-endpoint-or-transport',
      message: /no MCP server: it sends `text\/html`/,
    },
    'a redirection': {
      answer: (_, response) => response.writeHead(307, { location: '/mcp/' }).end(),
      rule: 'remote-redirect',
      message: /HTTP 307/,
    },
    'a gateway': {
      answer: (_, response) => response.writeHead(502).end('<html>'),
      rule: 'remote-unreachable',
      message: /answers in its place \(HTTP 502\)/,
    },
    'an error of the protocol': {
      answer: async (request, response) => {
        const { id } = await bodyOf(request);
        const error = { code: -32_602, message: 'Unsupported protocol version' };
        json(response, 200, JSON.stringify({ jsonrpc: '2.0', id, error }));
      },
      rule: 'protocol-mismatch',
      message: /no common version/,
    },
    'no answer': {
      answer: () => {},
      rule: 'remote-unreachable',
      message: /does not answer/,
    },
  };
  for (const [name, { answer, rule, message, entry: more = {} }] of Object.entries(failing))
    it(`${name}: ${rule}`, async () => {
      const url = await serve(answer);
      const { status, findings, start } = await one(entry(`${url}/mcp`, more), ['--timeout', '2']);
      assert.equal(status, 'failed', JSON.stringify(start));
      assert.equal(findings[0]?.rule, rule, findings[0]?.message);
      assert.match(findings[0]?.message ?? '', message);
      assert.doesNotMatch(JSON.stringify([start, findings]), /hunter2/);
    });

  it('that nobody serves are told apart: refused, and no such host', async () => {
    const url = await serve(healthy);
    const closed = open.pop();
    await new Promise((done) => closed?.close(done));
    const refused = await one(entry(url));
    assert.match(refused.findings[0]?.message ?? '', /the connection is refused/);
    const unknown = await one(entry('http://no-such-host-4711.invalid/mcp'));
    assert.match(unknown.findings[0]?.message ?? '', /not known by that name/);
    assert.deepEqual(
      [refused, unknown].map(({ findings }) => [findings[0]?.rule, findings[0]?.confidence, findings.length]),
      [
        ['remote-unreachable', 'evident', 1],
        ['remote-unreachable', 'evident', 1],
      ],
    );
  });

  it('that want a sign-in, and say how, are waiting', async () => {
    const asked: string[] = [];
    const url = await serve(({ url: path, headers }, response) => {
      asked.push(`${path} ${headers.authorization ?? '-'}`);
      if (path === '/mcp') json(response, 401, '{}', { 'www-authenticate': `Bearer resource_metadata="${url}/meta"` });
      else json(response, 200, JSON.stringify({ resource: `${url}/mcp`, authorization_servers: [url] }));
    });
    const { status, reason, findings } = await one(entry(`${url}/mcp`));
    assert.deepEqual([status, reason?.code, findings], ['waiting', 'needs-sign-in', []]);
    assert.deepEqual(asked, ['/mcp -', '/meta -']);
  });

  it('get credentials nowhere but at their address', async () => {
    const asked: string[] = [];
    const other = await serve(({ headers }, response) => {
      asked.push(headers.authorization ?? '-');
      response.writeHead(200).end('{}');
    });
    const url = await serve(({ url: path }, response) => {
      if (path === '/mcp')
        json(response, 401, '{}', { 'www-authenticate': `Bearer resource_metadata="${other}/meta"` });
      else response.writeHead(307, { location: other }).end();
    });
    const { findings } = await one(entry(`${url}/mcp`, { headers: { Authorization: 'Bearer hunter2-hunter2' } }));
    assert.equal(findings[0]?.rule, 'remote-auth-missing');
    assert.deepEqual(asked, []);
  });

  it('a certificate that nobody vouches for is told as such', async () => {
    const url = await serve(healthy, readFileSync('test/servers/untrusted.pem', 'utf8'));
    const { findings } = await one(entry(url));
    assert.equal(findings[0]?.rule, 'tls-intercept', findings[0]?.message);
  });

  it('a failure at the proxy is the proxy’s', async () => {
    const proxy = await serve(healthy);
    open.at(-1)?.on('connect', (_, socket) => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n'));
    const env = { HTTPS_PROXY: proxy, NO_PROXY: '', https_proxy: '', no_proxy: '' };
    const { findings } = await one(entry('https://acme.invalid/mcp'), [], { ...env, https_proxy: proxy });
    assert.equal(findings[0]?.rule, 'remote-unreachable');
    assert.match(findings[0]?.message ?? '', /The proxy 127\.0\.0\.1:\d+ does not let the call .* \(HTTP 407\)/);
  });

  it('are called only after consent', async () => {
    let calls = 0;
    const url = await serve((request, response) => {
      calls += 1;
      return healthy(request, response);
    });
    const folder = vscodeWorkspace({ far: entry(url) });
    await cli(['diagnose'], { cwd: folder });
    await cli(['check'], { cwd: folder });
    assert.equal(calls, 0);
  });
});
