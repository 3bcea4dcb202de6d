import assert from 'node:assert/strict';
import { diagnose, server, vscodeWorkspace, workspace } from './cli';

const node = (name: string, ...args: string[]) => ({ command: process.execPath, args: [server(name), ...args] });
const one = async (entry: object, more: string[] = []) => {
  const [diagnosed] = await diagnose(vscodeWorkspace({ s: entry }), more);
  assert.ok(diagnosed);
  return diagnosed;
};

describe('probing real servers', () => {
  it('a healthy one is ready, and nothing is said of it', async () => {
    const { status, handshake, findings, environment } = await one(node('healthy'));
    assert.deepEqual([status, handshake?.server.name, handshake?.counts.tools, findings], ['ready', 'healthy', 1, []]);
    assert.deepEqual(environment, { policy: 'vscode', base: 'process', certainty: 'source' });
  });

  for (const line of ['sdk-v1', 'sdk-v2']) {
    it(`one on the official SDK is ready: ${line}`, async () => {
      const { status, handshake, findings } = await one(node(line));
      assert.deepEqual([status, handshake?.server.name, handshake?.counts.tools, findings], ['ready', line, 1, []]);
    });
  }

  it('a noisy one is ready too; its noise is kept apart', async () => {
    const { status, findings, start } = await one(node('chatty'));
    assert.deepEqual([status, start?.noise], ['ready', ['Welcome!']]);
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['stdout-server-logs', 'information']],
    );
  });

  it('what both sides said is in the record, without the secrets', async () => {
    const { start } = await one({ ...node('healthy'), env: { ACME_API_KEY: 'hunter2hunter2' } });
    const { sent = [], received = [] } = start?.exchanges ?? {};
    assert.match(sent[0] ?? '', /"method":"initialize"/);
    assert.match(sent[1] ?? '', /notifications\/initialized/);
    assert.match(received[0] ?? '', /"serverInfo"/);
    assert.doesNotMatch(JSON.stringify(start), /hunter2/);
  });

  it('what a strict reader stumbles over is counted', async () => {
    const script =
      "process.stdout.write('\\uFEFFhello\\r\\n'); process.stdout.write(Buffer.from([255, 10])); process.exit(1)";
    const { start } = await one({ command: process.execPath, args: ['-e', script] });
    assert.deepEqual(start?.flaws, { 'carriage-return': 1, 'byte-order-mark': 1, undecodable: 1 });
  });

  it('what a server asks of its client is answered as a client must', async () => {
    const { status, start } = await one(node('asks-back'));
    assert.equal(status, 'ready');
    const replies = JSON.parse(start?.stderr[0] ?? '{}');
    assert.deepEqual(replies.ping, {});
    assert.match(replies['roots/list'].roots[0].uri, /^file:\/\/\//);
    assert.equal(replies['elicitation/create'].action, 'cancel');
    assert.equal(replies['sampling/createMessage'].code, -1);
    assert.equal(replies['made/up'].code, -32_601);
  });

  it('lists are followed over their pages, and endless ones within bounds', async () => {
    assert.equal((await one(node('pages'))).handshake?.counts.tools, 3);
    assert.equal((await one(node('pages', '--endless'))).handshake?.counts.tools, 100);
  });

  const odd = {
    'id as text': { status: 'ready' },
    'blank in front': { status: 'ready' },
    'error that cannot be said': { status: 'failed', message: /"toString":null/ },
    'error without an id': { status: 'failed', message: /Parse error/ },
    'end after the handshake': {
      status: 'failed',
      message: /completed the handshake and ended right after it \(exit code 3\)/,
    },
    'question without an end': {
      status: 'failed',
      message: /asks a question and waits .*Enter your token/,
      stderr: 'Enter your token: ',
    },
    'pings without end': { status: 'failed', message: /did not answer|time was up/ },
    'lines of megabytes': { status: 'failed', message: /did not answer/ },
  };
  for (const [way, expected] of Object.entries(odd)) {
    it(`odd answers are borne: ${way}`, async () => {
      const { status, findings, start } = await one(node('odd', way), ['--timeout', '2', '--no-trial']);
      assert.equal(status, expected.status);
      if ('message' in expected) assert.match(findings[0]?.message ?? '', expected.message);
      if ('stderr' in expected) assert.equal(start?.stderr.at(-1), expected.stderr);
    });
  }

  it('a protocol version is judged by the client', async () => {
    assert.equal((await one(node('odd', 'version of its own'))).status, 'ready');
    const folder = workspace({ '.cursor/mcp.json': { mcpServers: { s: node('odd', 'version of its own') } } });
    const [inCursor] = await diagnose(folder, ['--no-trial']);
    assert.match(inCursor?.findings[0]?.message ?? '', /1999-01-01, which this client does not accept/);
  });

  const failures: Record<string, { entry: object; rule: string; message: RegExp; more?: string[] }> = {
    'an uncaught error': {
      entry: node('crashes'),
      rule: 'server-startup-crash',
      message: /crashed while it started: TypeError: Cannot read the weather/,
    },
    'an exit without a word': {
      entry: node('silent-exit'),
      rule: 'server-exits-immediately',
      message: /exit code 0 and without a word/,
    },
    silence: {
      entry: node('silent'),
      rule: 'server-hangs',
      message: /did not answer `initialize` within 1 s/,
      more: ['--timeout', '1'],
    },
    'a flood': { entry: node('floods'), rule: 'server-hangs', message: /did not answer/, more: ['--timeout', '1'] },
    'a refusal': { entry: node('refuses'), rule: 'protocol-mismatch', message: /no common version/ },
    'a missing directory': {
      entry: { ...node('healthy'), cwd: '/no/such/folder' },
      rule: 'cwd-missing',
      message: /\/no\/such\/folder does not exist/,
    },
    'a program that is nowhere': {
      entry: { command: 'no-such-program-4711' },
      rule: 'runner-not-installed',
      message: /no-such-program-4711/,
    },
    'an empty command': { entry: { command: ' ' }, rule: 'no-handshake', message: /could not be started/ },
  };
  for (const [name, { entry, rule, message, more }] of Object.entries(failures)) {
    it(`${name} is named`, async () => {
      const { status, findings } = await one(entry, [...(more ?? []), '--no-trial']);
      assert.equal(status, 'failed');
      assert.equal(findings[0]?.rule, rule, findings[0]?.message);
      assert.match(findings[0]?.message ?? '', message);
    });
  }
});
