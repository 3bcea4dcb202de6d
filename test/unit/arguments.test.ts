import assert from 'node:assert/strict';
import { parseCommandLine } from '../../src/cli/arguments';
import { commands } from '../../src/cli/commands';
import { helpOfOne, helpText } from '../../src/cli/help';
import { DEFAULTS, options } from '../../src/cli/options';

describe('a command line', () => {
  const understood: readonly [line: string, more: object][] = [
    ['', { command: 'help', words: [] }],
    ['--help', { command: 'help', words: [] }],
    ['diagnose --help', { command: 'help', words: ['diagnose'] }],
    ['help fix', { command: 'help', words: ['fix'] }],
    ['--version', { command: 'version', words: [] }],
    ['check a.json b.json --format json', { command: 'check', words: ['a.json', 'b.json'], format: 'json' }],
    ['--format=jsonl check', { command: 'check', words: [], format: 'jsonl' }],
    [
      'diagnose --server a --client vscode --timeout 2.5 --no-trial --yes --set A=b=c --set D',
      {
        command: 'diagnose',
        words: [],
        server: 'a',
        client: 'vscode',
        patienceMs: 2500,
        withTrials: false,
        agrees: true,
        set: [
          { name: 'A', value: 'b=c' },
          { name: 'D', value: null },
        ],
      },
    ],
    [
      'fix a.json --rule missing-env --dry-run',
      { command: 'fix', words: ['a.json'], rule: 'missing-env', isDryRun: true },
    ],
    ['explain -', { command: 'explain', words: ['-'] }],
    ['check -- --odd.json', { command: 'check', words: ['--odd.json'] }],
  ];
  for (const [line, more] of understood)
    it(`is understood: ${line || 'nothing'}`, () =>
      assert.deepEqual(parseCommandLine(line === '' ? [] : line.split(' ')), { ...DEFAULTS, ...more }));

  const refused: readonly [line: string, why: RegExp][] = [
    ['diagnos', /no command "diagnos"\. Did you mean diagnose\? Commands: check, /],
    ['constructor', /no command "constructor"\. Commands/],
    ['check --yes', /check takes no --yes\. It takes --format\./],
    ['check --formt json', /check takes no --formt\. Did you mean --format\?/],
    ['diagnose --serve a', /diagnose takes no --serve\. Did you mean --server\?/],
    ['diagnose -x', /diagnose takes no -x\./],
    ['diagnose --dry-run', /diagnose takes no --dry-run\./],
    ['rule --format json x', /rule takes no --format\.$/],
    ['diagnose --server', /--server needs a value: --server NAME\./],
    ['diagnose --server=', /--server needs a value/],
    ['diagnose --yes=no', /--yes takes no value/],
    ['diagnose --timeout soon', /number of seconds, not "soon"/],
    ['diagnose --timeout -1', /--timeout needs a value|number of seconds/],
    ['check --format xml', /--format takes text, json, jsonl, not "xml"/],
    ['diagnose --base desktop', /--base takes process, login-shell, gui, not "desktop"/],
    ['fix a.json b.json', /fix takes FILE, not 2 words/],
  ];
  for (const [line, why] of refused)
    it(`is refused, with what is near: ${line}`, () => assert.throws(() => parseCommandLine(line.split(' ')), why));

  it('finds every command and option in the help', () => {
    for (const [name, command] of Object.entries(commands)) {
      assert.match(helpText(commands), new RegExp(`  mcp-handshake ${name} `));
      for (const option of command.options) assert.ok(helpOfOne(name, command).includes(`--${option}`));
    }
    const taken = new Set(Object.values(commands).flatMap((command) => command.options));
    assert.deepEqual([...taken].toSorted(), Object.keys(options).toSorted());
  });
});
