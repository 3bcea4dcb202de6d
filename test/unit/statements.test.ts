import assert from 'node:assert/strict';
import { saidIn } from '../../src/core/read/statements';
import { unknownStart } from '../../src/core/start';
import { hideShapes } from '../../src/core/secrets/mask';

const statement = (line: string) =>
  saidIn({ ...unknownStart, stderr: [{ number: 7, text: hideShapes(line), ms: null }] }).stderr[0];

describe('a line that was printed', () => {
  const rows: readonly [line: string, text: string, level: string | null, role: string][] = [
    ['Error: X', 'Error: X', null, 'sentence'],
    ['2026-05-01 08:00:00,123 - acme.server - ERROR - X is missing', 'X is missing', 'error', 'sentence'],
    ['2026-05-01T08:00:00.123Z [warn] X', 'X', 'warning', 'sentence'],
    ['[acme] [INFO] X', 'X', 'info', 'sentence'],
    ['ERROR:acme.server:X', 'X', 'error', 'sentence'],
    ['2026-05-01 08:00:00.123 | DEBUG    | acme:main:1 - X', 'X', 'debug', 'sentence'],
    ['ERROR: Could not find a version', 'ERROR: Could not find a version', null, 'sentence'],
    ['    at main (/srv/a.js:1:1)', '    at main (/srv/a.js:1:1)', null, 'frame'],
    ['  File "a.py", line 3, in <module>', '  File "a.py", line 3, in <module>', null, 'frame'],
    ['    ^^^^^', '    ^^^^^', null, 'frame'],
    ["    raise KeyError('X')", "    raise KeyError('X')", null, 'source'],
    ['  - ACME_KEY: what it is', '  - ACME_KEY: what it is', null, 'item'],
    ['npm warn deprecated x', 'npm warn deprecated x', null, 'noise'],
    ['  ', '  ', null, 'blank'],
  ];
  for (const [line, text, level, role] of rows)
    it(`is judged: ${line}`, () => {
      const { text: said, level: loud, role: is, whole, number } = statement(line) ?? assert.fail();
      assert.deepEqual([said, loud, is], [text, level, role]);
      assert.deepEqual([whole, number], [line, 7]);
    });

  const rolesOf = (...stderr: readonly string[]) =>
    saidIn({
      ...unknownStart,
      stderr: stderr.map((text, index) => ({ number: index + 1, text: hideShapes(text), ms: null })),
    }).stderr.map(({ role, text }) => `${role}: ${text}`);

  it('says what it throws, where the log was cut behind it', () => {
    const place = 'file:///p/index.js:13';
    const thrown = '    throw new Error("ACME_TOKEN is required");';
    assert.equal(rolesOf(place, thrown).at(-1), 'sentence: Error: ACME_TOKEN is required');
    assert.equal(rolesOf(place, thrown, '          ^').at(1), 'sentence: Error: ACME_TOKEN is required');
    const whole = rolesOf(place, thrown, '          ^', 'Error: ACME_TOKEN is required');
    assert.match(whole.at(1) ?? '', /^source: /);
  });

  it('stands behind the name of who speaks, where several do', () => {
    assert.deepEqual(rolesOf('acme-mcp  | Error: X', 'acme-mcp  |     at main (/p/a.js:1:1)', 'acme-mcp  | '), [
      'sentence: Error: X',
      'blank: ',
      'frame: at main (/p/a.js:1:1)',
      'blank: ',
    ]);
    assert.deepEqual(rolesOf('  12 | const x = y', '| a | b |'), [
      'sentence:   12 | const x = y',
      'sentence: | a | b |',
    ]);
  });

  it('is read with the lines into which its sentence was wrapped', () => {
    const stderr = [
      '╰─▶ Because acme was not found in the',
      '    package registry and you require acme',
      '    nothing can be done.',
      'Other',
    ];
    const lines = stderr.map((text, index) => ({ number: index + 1, text: hideShapes(text), ms: null }));
    assert.equal(
      saidIn({ ...unknownStart, stderr: lines }).stderr[0]?.sentence,
      '╰─▶ Because acme was not found in the package registry and you require acme nothing can be done.',
    );
  });

  it('is no word of the server where it is a message', () =>
    assert.equal(statement('{"jsonrpc":"2.0","id":1}'), undefined));
});
