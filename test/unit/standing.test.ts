import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { keptFromStarting, knownOfAll } from '../../src/core/client-settings';
import { parseConfig } from '../../src/core/config/parse';
import { explain } from '../../src/core/explain';
import { explainedText } from '../../src/core/explain/text';
import { verbatim } from '../../src/core/markdown';
import { rejudge } from '../../src/core/rejudge';
import { keyOf } from '../../src/core/report';
import { unknownStart } from '../../src/core/start';
import { behindName, gistOf, standingOf, standingText, tally, verdictOf } from '../../src/core/standing';
import { safe } from '../../src/core/text';
import type { ClientSettings } from '../../src/core/client-settings';
import type { ServerReport } from '../../src/core/report';

const PATH = '/w/.vscode/mcp.json';
const fileOf = (servers: object): string => JSON.stringify({ servers });
const ms = { spawn: 1, firstByte: 80, initialize: 90, list: 95, exit: null };
const counts = { tools: 1, prompts: null, resources: null };
const server = { name: safe('s'), version: safe('1') };
const handshake = { era: 'legacy', protocolVersion: safe('1'), server, counts } as const;
const ready = { status: 'ready', start: { ...unknownStart, outcome: 'ready', handshake, ms } } as const;

/** The servers of a text, with what is known of some of them by their names. */
function known(text: string, more: Readonly<Record<string, Partial<ServerReport>>>) {
  const report = check(PATH, text);
  const servers = report.servers.map((each): ServerReport => {
    const { name, path, transport, status, reason, plan, start, facts, findings } = each;
    return { name, path, transport, status, reason, plan, start, facts, findings, ...more[each.name] };
  });
  return { ...report, servers };
}

describe('where a server stands', () => {
  it('one whose entry cannot work is no neutral one, and is counted', () => {
    const report = check(PATH, fileOf({ a: { comand: 'node' }, b: { command: 'node', args: ['x.js'] } }));
    assert.deepEqual(report.servers.map(standingOf), ['failed', 'unchecked']);
    assert.equal(tally(report).failed, 1);
    assert.equal(verdictOf(report), '1 of 2 servers cannot start as it is written: a');
  });

  it('one tool is one tool', () => {
    const [one] = known(fileOf({ a: { command: 'node', args: ['x.js'] } }), { a: ready }).servers;
    assert.ok(one);
    assert.equal(standingText(one), '1 tool, 90 ms');
  });

  it('an entry that has changed since it was started is stale, and not again when that is undone', () => {
    const before = parseConfig(PATH, fileOf({ a: { command: 'node', args: ['x.js'] } }));
    const after = parseConfig(PATH, fileOf({ a: { command: 'node', args: ['y.js'] } }));
    const [entry] = before.maps[0]?.servers ?? [];
    const [report] = known(before.text, { a: ready }).servers;
    assert.ok(entry && report);
    const started = new Map([[keyOf(entry), { content: entry.content, report }]]);
    assert.deepEqual(rejudge(after, started).servers.map(standingOf), ['stale']);
    assert.deepEqual(rejudge(after, started).servers.map(standingText), ['changed since it was ready']);
    assert.deepEqual(rejudge(before, started).servers.map(standingOf), ['ready']);
  });

  for (const [sum, names] of [
    ['All 2 servers are ready', ['a', 'b']],
    ['1 of 2 servers are ready; the others were not checked', ['a']],
    ['None of 2 servers was checked', []],
  ] as const)
    it(`in a sentence: ${sum}`, () => {
      const text = fileOf({ a: { command: 'node', args: ['x.js'] }, b: { command: 'node', args: ['y.js'] } });
      assert.equal(verdictOf(known(text, Object.fromEntries(names.map((name) => [name, ready])))), sum);
    });

  it('is said behind the name, without backticks, and in a few words', () => {
    const message = safe('The server needs `ACME_KEY`, and does not get it. Add it to `env`.');
    assert.equal(behindName({ message }), 'needs ‘ACME_KEY’, and does not get it. Add it to ‘env’.');
    assert.equal(gistOf({ message }, 60), 'needs ‘ACME_KEY’');
    assert.equal(gistOf({ message: safe('No file server.js is there. Look.') }, 60), 'No file server.js is there');
  });
});

describe('what settings of VS Code do to a server', () => {
  const none: ClientSettings = {
    access: 'all',
    autostart: 'newAndOutdated',
    allowed: null,
    denied: null,
    managedOnly: false,
    isTrusted: true,
  };
  const entryOf = (entry: object) => {
    const found = parseConfig(PATH, fileOf({ a: entry })).maps[0]?.servers[0];
    assert.ok(found);
    return found;
  };
  const plain = { command: 'node', args: ['x.js'] };
  for (const [name, settings, setting, entry = plain] of [
    ['as they are by themselves', {}, null],
    ['no access at all', { access: 'none' }, 'chat.mcp.access'],
    ['only from a registry', { access: 'registry' }, 'chat.mcp.access'],
    ['only from a registry, and it is', { access: 'registry' }, null, { ...plain, gallery: 'https://r/' }],
    ['denied by name', { denied: [{ serverName: 'a' }] }, 'chat.mcp.deniedServers'],
    ['another one denied', { denied: [{ serverName: 'b' }] }, null],
    ['denied by command', { denied: [{ serverCommand: ['node', 'x.js'] }] }, 'chat.mcp.deniedServers'],
    ['others allowed', { allowed: [{ serverName: 'b' }] }, 'chat.mcp.allowedServers'],
    ['allowed by command', { allowed: [{ serverCommand: ['node', 'x.js'] }] }, null],
    ['another list decides', { allowed: [], managedOnly: true }, null],
    ['by a pattern that we do not read', { allowed: [{ serverUrl: 'https://*' }] }, null, { url: 'https://a/' }],
    ['by a command with a variable', { allowed: [{ serverCommand: ['a'] }] }, null, { command: '${env:X}' }],
  ] as const)
    it(name, () => assert.equal(keptFromStarting(entryOf(entry), { ...none, ...settings })?.setting ?? null, setting));

  it('of all: only where it is so', () => {
    assert.equal(knownOfAll(none), null);
    assert.equal(knownOfAll({ ...none, autostart: 'never' })?.setting, 'chat.mcp.autostart');
    assert.match(knownOfAll({ ...none, isTrusted: false })?.text ?? '', /Restricted Mode/);
  });
});

describe('a log on a page', () => {
  it('is text, whatever stands in it', () => {
    const log = 'Error: [click](command:x) <img src=x> ![p](http://h/) environment variable ACME_KEY is required\n';
    const page = explainedText(
      explain(JSON.stringify({ stderr: log, exit: { code: 1, signal: null } })),
      () => 'log.txt',
    );
    assert.doesNotMatch(page.replaceAll(/\[line \d+\]\(log\.txt\)/g, ''), /\]\(|<img|https?:\/\//);
  });

  it('says so where it knows nothing', () =>
    assert.match(explainedText(explain('hello'), String), /^# No cause that we know/));

  it('has no sign that means something', () => {
    assert.doesNotMatch(verbatim('$(x) [a](b) `c` <d> http://e *f* _g_'), /[$[\]()`<>*_:/]/);
  });
});
