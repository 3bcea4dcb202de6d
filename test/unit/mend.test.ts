import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { check } from '../../src/core/check';
import { applyEdits } from '../../src/core/fixes/fix';
import { parseConfig } from '../../src/core/config/parse';
import { rangesIn } from '../../src/core/positions';
import type { ParseError } from 'jsonc-parser';

const PATH = '/w/.vscode/mcp.json';
const GOOD = `{
  "servers": {
    "a": {
      "command": "npx",
      "args": ["-y", "pkg"],
      "env": { "K": "v" }
    },
    "b": {
      "url": "https://x.test/mcp"
    }
  }
}
`;

/** A slip as somebody made it in `GOOD`, the line on which it is told, and the words; `null` where no edit mends it. */
interface Planted {
  readonly text: string;
  readonly line: number;
  readonly says: string;
  /** What the fixes make of it; `GOOD` where nothing is said. */
  readonly becomes?: string | null;
}

const slip = (from: string, to: string, line: number, says: string, becomes: string | null = GOOD): Planted => ({
  text: GOOD.replace(from, () => to),
  line,
  says,
  becomes,
});

const other = GOOD.replace('"a"', '"c"').replace('"b"', '"d"');

const planted: Readonly<Record<string, Planted>> = {
  'a comma between members': slip('"npx",', '"npx"', 5, 'A comma is missing before "args"'),
  'a comma between servers': slip('},\n    "b"', '}\n    "b"', 8, 'A comma is missing before "b"'),
  'a comma in a list': slip('"-y", ', '"-y" ', 5, 'A comma is missing before "pkg"', GOOD),
  'a comma too many': slip('"npx",', '"npx",,', 4, 'A comma too many'),
  'single quotes': {
    text: GOOD.replaceAll('"', "'"),
    line: 2,
    says: 'Single quotes stand here, and in 12 more places',
  },
  'single quotes once': slip('"npx"', "'npx'", 4, 'Single quotes stand here'),
  'curly quotes': {
    text: GOOD.replace(/"([^"]*)"/g, '“$1”'),
    line: 2,
    says: 'Curly quotes stand here, and in 12 more',
  },
  'curly quotes once': slip('"npx"', '„npx“', 4, 'Curly quotes'),
  'a name without quotes': slip('"command"', 'command', 4, 'The name command has no quotes'),
  'names without quotes': {
    text: GOOD.replace(/"(\w+)":/g, '$1:'),
    line: 2,
    says: 'The name servers has no quotes, as 7 more',
  },
  'single backslashes': slip(
    '"npx"',
    '"C:\\Users\\me\\npx.cmd"',
    4,
    'A single backslash',
    GOOD.replace('npx"', 'C:\\\\Users\\\\me\\\\npx.cmd"'),
  ),
  'a backslash before the quote': slip(
    '"npx"',
    '"C:\\me\\"',
    4,
    'A single backslash',
    GOOD.replace('npx"', 'C:\\\\me\\\\"'),
  ),
  'a brace too many at the end': { text: `${GOOD.trimEnd()}}\n`, line: 12, says: 'A } too many' },
  'a brace too many in the middle': {
    text: GOOD.replace(/\}\n$/, '},\n  "inputs": []\n}\n'),
    line: 12,
    says: 'A } too many',
    becomes: GOOD.replace(/\n\}\n$/, '\n,\n  "inputs": []\n}\n'),
  },
  'a brace missing': slip(
    '{ "K": "v" }\n    },',
    '{ "K": "v" }\n',
    8,
    'A } is missing before "b"',
    GOOD.replace('"v" }\n    },\n', '"v" }},\n\n'),
  ),
  'the last brace missing': {
    text: GOOD.trimEnd().slice(0, -2),
    line: 11,
    says: 'A } is missing at the end',
    becomes: GOOD.trimEnd(),
  },
  'two braces missing': {
    text: GOOD.trimEnd().slice(0, -6),
    line: 10,
    says: '} } are missing at the end',
    becomes: GOOD.trimEnd(),
  },
  'a bracket for a brace': slip('"pkg"]', '"pkg"}', 5, 'A } stands where a ] closes'),
  'a bracket missing': slip('"pkg"]', '"pkg"', 6, 'A ] is missing before "env"'),
  'an opening bracket missing': slip('["-y"', '"-y"', 5, 'A [ is missing before "-y"'),
  'an opening brace missing': slip(
    '"a": {',
    '"a": ',
    4,
    'A { is missing before "command"',
    GOOD.replace('"a": {\n      ', '"a": \n      {'),
  ),
  'two files in one': {
    text: GOOD + other,
    line: 13,
    says: 'A second object begins here',
    becomes: GOOD.replace('\n    }\n  }\n}\n', `\n    },\n${other.slice(other.indexOf('"c"'))}`),
  },
  'two files of other keys': {
    text: `${GOOD}{ "inputs": [] }\n`,
    line: 13,
    says: 'A second object begins here',
    becomes: `${GOOD.trimEnd().slice(0, -1)}, "inputs": [] }\n`,
  },
  'a quote missing behind': slip('"npx"', '"npx', 4, 'A quote is missing behind npx'),
  'a quote missing before': slip('"npx"', 'npx"', 4, 'A quote is missing before npx'),
  'a quote of a name missing': slip('"command"', '"command', 4, 'A quote is missing behind command'),
  'a colon missing': slip('"command":', '"command"', 4, 'A colon is missing behind "command"'),
  'an equals sign': slip(
    '"command":',
    '"command" =',
    4,
    '= stands where a colon belongs',
    GOOD.replace('"command":', '"command" :'),
  ),
  'a semicolon': slip('"npx",', '"npx";', 4, '; stands where a comma belongs'),
  'a colon in a list': slip('"-y", ', '"-y": ', 5, 'A colon stands between two items'),
  'a word of Python': slip('"v"', 'None', 6, 'None is no word of JSON', GOOD.replace('"v"', 'null')),
  'a word with a letter short': slip('"v"', 'tru', 6, 'tru is no word of JSON', GOOD.replace('"v"', 'true')),
  'a text without quotes': slip('"npx"', 'npx', 4, 'Quotes are missing around npx'),
  'a comment with #': slip(
    '"command"',
    '# mine\n      "command"',
    4,
    'A comment begins with #',
    GOOD.replace('"command"', '// mine\n      "command"'),
  ),
  'Markdown around it': { text: `\`\`\`json\n${GOOD}\`\`\`\n`, line: 1, says: 'A line of Markdown' },
  'a blank that is none': { text: GOOD.replace('  "servers"', '\u00A0 "servers"'), line: 2, says: 'cannot be seen' },
  'a tab in a text': slip(
    '"npx"',
    '"np\tx"',
    4,
    'A tab, or another control character',
    GOOD.replace('npx"', 'np\\tx"'),
  ),
  'no braces around': {
    text: GOOD.trim().slice(1, -1).trim(),
    line: 1,
    says: 'The braces around the whole are missing',
    becomes: `{${GOOD.trim().slice(1, -1).trim()}}`,
  },
  'dots for the rest': slip('"pkg"]', '"pkg", ...]', 5, 'Dots stand for something'),
  'no value': slip('"npx"', '', 4, '"command" has no value', null),
  'a merge left unresolved': slip(
    '      "command"',
    '<<<<<<< HEAD\n      "command"',
    4,
    'A merge was left unresolved',
    null,
  ),
  'an empty file': { text: '', line: 1, says: 'The file is empty', becomes: null },
  'a file cut off': { text: GOOD.slice(0, 60), line: 5, says: 'ends in the middle', becomes: null },
};

describe('a slip of the pen in JSON', () => {
  for (const [name, { text, line, says, becomes = GOOD }] of Object.entries(planted))
    it(`is told once, at its place, with its cure: ${name}`, () => {
      const { findings } = check(PATH, text);
      assert.equal(findings.length, 1, findings.map(({ message }) => message).join('\n'));
      const [finding] = findings;
      assert.ok(finding?.message.includes(says), finding?.message);
      assert.equal(finding && rangesIn(text)(finding.span).start.line + 1, line);
      const fixes = finding?.fixes ?? [];
      const cured = applyEdits(text, fixes[0]?.edits ?? []);
      assert.equal(fixes.length, becomes === null ? 0 : 1);
      if (becomes !== null) assert.equal(cured, becomes);
      if (becomes !== null) assert.deepEqual(check(PATH, cured).findings, []);
    });

  it('does not hide others', () => {
    const text = GOOD.replace('"npx",', '"npx"').replace('["-y", ', '["-y" ').replace('"b":', '"b"');
    const { findings } = check(PATH, text);
    assert.deepEqual(
      findings.map(({ message }) => /^[^.]*/.exec(message)?.[0]),
      ['A comma is missing before "args"', 'A comma is missing before "pkg"', 'A colon is missing behind "b"'],
    );
    const mended = findings.reduceRight((rest, { fixes }) => applyEdits(rest, fixes[0]?.edits ?? []), text);
    assert.equal(mended, GOOD);
  });

  it('leaves the healthy servers to be judged', () => {
    const text = GOOD.replace('"npx",', '"npx"').replace('"https://x.test/mcp"', '"https://<host>/mcp"');
    const { servers } = check(PATH, text);
    assert.deepEqual(
      servers.map(({ name, findings }) => [name, findings.map(({ rule }) => rule)]),
      [
        ['a', []],
        ['b', ['placeholder-left']],
      ],
    );
  });
});

describe('a mistake beside a secret', () => {
  const secret = 'hunterhunter9xq';
  const text = `{\n  "servers": {\n    "a": {\n      "command": "acme",\n      "args": ["--key", "${secret}", "-v"],\n      "env": { "A_KEY": "${secret}", "B": "c" }\n    }\n  }\n}\n`;
  it('is told without it, wherever a character is missing', () => {
    for (let at = 0; at < text.length; at += 1)
      for (const broken of [
        text.slice(0, at),
        text.slice(0, at) + text.slice(at + 1),
        `${text.slice(0, at)} ${text.slice(at)}`,
      ])
        for (const { what, title, edits } of parseConfig(PATH, broken).problems) {
          const written = edits.map(({ newText }) => newText).join(' ');
          assert.doesNotMatch(`${what} ${title} ${written}`, /unterhunter9/, broken);
        }
  }).timeout(20_000);
});

/** Layouts of all kinds, each right. */
const right: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'in many lines': [PATH, GOOD],
  'with tabs and line ends of Windows': [PATH, GOOD.replaceAll('  ', '\t').replaceAll('\n', '\r\n')],
  'on one line': [PATH, JSON.stringify(parse(GOOD))],
  'with comments, commas and variables': [
    PATH,
    '{\n  // mine: "x"\n  "inputs": [\n    { "type": "promptString", "id": "k", "description": "it\'s", "password": true },\n  ],\n  /* all */\n  "servers": {\n    "a": { "command": "node", "args": ["${workspaceFolder}/a.js", "--n", "-1.5e3"], "env": { "K": "${input:k}" } },\n  },\n}\n',
  ],
  'in another client’s words': [
    '/w/opencode.json',
    '{\n  "mcp": {\n    "a": {\n      "type": "local",\n      "command": ["bunx", "acme@latest"],\n      "environment": { "A": "{env:A}", "N": "" },\n      "enabled": true\n    }\n  }\n}',
  ],
  TOML: [
    '/w/.codex/config.toml',
    '[mcp_servers.a]\ncommand = "npx"\nargs = ["-y", "acme"]\n\n[mcp_servers.a.env]\nA = "b" # c\n',
  ],
  YAML: [
    '/w/.continue/mcpServers/a.yaml',
    'mcpServers:\n  - name: a\n    command: npx\n    args:\n      - "-y"\n      - acme\n    env:\n      A: b\n',
  ],
};

describe('a text with one character missing, or its end', () => {
  for (const [name, [path, text]] of Object.entries(right))
    it(`has one mistake at most: ${name}`, () => {
      assert.deepEqual(check(path, text).findings, []);
      for (let at = 0; at < text.length; at += 1)
        for (const broken of [text.slice(0, at), text.slice(0, at) + text.slice(at + 1)]) {
          const { problems, format } = parseConfig(path, broken);
          assert.ok(problems.length <= 1, `${broken}\n${problems.map(({ what }) => what).join('\n')}`);
          const [mistake] = problems;
          check(path, broken); // does not throw
          if (!mistake || mistake.edits.length === 0 || format !== 'json') continue;
          const errors: ParseError[] = [];
          parse(applyEdits(broken, mistake.edits), errors, { allowTrailingComma: true });
          assert.deepEqual(errors, [], broken);
        }
    }).timeout(20_000);
});
