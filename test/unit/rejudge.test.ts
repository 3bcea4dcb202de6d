import assert from 'node:assert/strict';
import { parseConfig } from '../../src/core/config/parse';
import { diagnose } from '../../src/core/diagnose';
import { Facts } from '../../src/core/facts';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { readStart } from '../../src/core/read';
import { rejudge } from '../../src/core/rejudge';
import { keyOf } from '../../src/core/report';
import { addressed } from '../../src/core/addressed';
import { check, reportOf } from '../../src/core/check';
import { unknownStart } from '../../src/core/start';
import { safe } from '../../src/core/text';
import { machine } from './given';

const PATH = '/w/.vscode/mcp.json';
const text = '{ "servers": { "a": { "command": "npx", "args": ["-y", "x"], "env": { "K": "1" } } } }';

/** The rules that still speak of the server once the file reads differently. */
function rulesAfter(changed: string): readonly string[] {
  const file = parseConfig(PATH, text);
  const [entry] = file.maps[0]?.servers ?? [];
  const [reader] = file.maps[0]?.readers ?? [];
  assert.ok(entry && reader);
  const spawnError = { code: safe('ENOENT'), program: safe('npx') };
  const start = { ...unknownStart, outcome: 'not-spawned' as const, spawnError };
  const facts = new Facts(readStart(start));
  const plan = planLaunch(entry, reader, { ...machine, platform: 'linux' });
  const { findings } = diagnose({ facts, file, entry, plan });
  const report = reportOf(entry, 'failed', null, { plan, start, facts, findings });
  const started = new Map([[keyOf(report), { content: entry.content, report }]]);
  const [server] = rejudge(parseConfig(PATH, changed), started).servers;
  return server?.findings.map(({ rule }) => rule) ?? [];
}

describe('what a start has shown, once the file has changed', () => {
  const before = rulesAfter(text);
  const stays: Readonly<Record<string, string>> = {
    'a blank inside the entry': text.replace('"npx",', '"npx" ,'),
    'another layout': JSON.stringify(JSON.parse(text), null, 4),
    'a comment inside the entry': text.replace('"npx",', '"npx", // mine\n'),
    'another server behind it': text.replace('} } } }', '} }, "b": { "command": "node", "args": ["x"] } } }'),
  };
  for (const [name, changed] of Object.entries(stays))
    it(`stays: ${name}`, () => {
      assert.ok(before.includes('runner-not-on-path'));
      assert.deepEqual(rulesAfter(changed), before);
    });

  const goes: Readonly<Record<string, string>> = {
    'another value': text.replace('"npx"', '"bunx"'),
    'another word in args': text.replace('"x"', '"y"'),
    'a number for a text': text.replace('"1"', '1'),
    'another key': text.replace('"K"', '"L"'),
    'another name': text.replace('"a"', '"b"'),
  };
  for (const [name, changed] of Object.entries(goes))
    it(`goes: ${name}`, () => assert.deepEqual(rulesAfter(changed), []));
});

describe('a finding of a file that several clients read', () => {
  const finding = (clients: readonly string[]) => {
    const [first] = check(PATH, '{ "mcpServers": { "a": { "command": "x" } } }').findings;
    assert.ok(first);
    return { ...first, message: safe('It is so.'), clients };
  };
  it('says for which of them it holds, where those are not all', () => {
    const readers = ['claude-code', 'copilot-cli', 'vscode'];
    assert.equal(addressed(finding(readers), readers), 'It is so.');
    assert.equal(addressed(finding(['copilot-cli']), readers), 'It is so. (For Copilot CLI.)');
    assert.equal(addressed(finding(['vscode', 'copilot-cli']), readers), 'It is so. (For Copilot CLI, VS Code.)');
    assert.equal(
      addressed({ ...finding(['vscode']), message: safe('VS Code drops it.') }, readers),
      'VS Code drops it.',
    );
    assert.equal(addressed(finding([]), []), 'It is so.');
  });
});
