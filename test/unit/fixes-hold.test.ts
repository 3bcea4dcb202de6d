import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import { check } from '../../src/core/check';
import { formatOf } from '../../src/core/config/format';
import { parseConfig } from '../../src/core/config/parse';
import { applyEdits, changeBetween } from '../../src/core/fixes/fix';
import { fixAll } from '../../src/core/fixes/fix-all';
import { findingsOf } from '../../src/core/report';
import { examples } from '../../src/core/rules/examples.gen';
import { rules } from '../../src/core/rules/all.gen';
import type { Finding } from '../../src/core/findings';
import type { Fix } from '../../src/core/fixes/fix';

/** A file with something to fix in it. */
interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** Every example that has a file and no start, as it is written, and once more in many lines with line ends of Windows. */
const cases: readonly Case[] = [
  ...rules.flatMap(({ id }) =>
    (examples[id]?.() ?? []).flatMap(({ name, given }): Case[] => {
      const { path = '/w/.vscode/mcp.json', config: text } = given;
      if (text === undefined) return [];
      const own = { name: `${id}: ${name}`, path, text };
      const isJson = formatOf(path) === 'json' && parseConfig(path, text).problems.length === 0;
      const lines = isJson ? JSON.stringify(parse(text), null, 4).replaceAll('\n', '\r\n') : null;
      return lines === null || lines === text
        ? [own]
        : [own, { ...own, name: `${own.name}, in many lines`, text: lines }];
    }),
  ),
  {
    name: 'Codex',
    path: '/w/.codex/config.toml',
    text: '# mine\n[mcp_servers.a]\ncommand = "npx -y acme"\nenvironment = { A = "${env:A}" }\n\n[mcp_servers.b]\ncommand = "uvx"\nargs = ["acme==latest"] # why\n',
  },
  {
    name: 'Continue',
    path: '/w/.continue/mcpServers/a.yaml',
    text: 'mcpServers:\n  # mine\n  - name: a\n    command: uvx # why\n    args:\n      - acme==latest\n    environment:\n      A: b\n  - name: b\n    command: npx\n    args: ["-y x"]\n',
  },
];

/** What names a finding beyond its place, which edits move. */
const kindOf = ({ rule, message }: Finding): string => `${rule}: ${message}`;

describe('every fix of what a file alone shows', () => {
  for (const { name, path, text } of cases) {
    const fixes = findingsOf(check(path, text)).flatMap((finding) =>
      finding.fixes.filter(({ edits }) => edits.length > 0).map((fix) => ({ finding, fix })),
    );
    for (const { finding, fix } of fixes)
      it(`cures, and touches nothing else: ${name}, ${fix.id}`, () => holds(path, text, finding, fix));
  }
});

function holds(path: string, text: string, finding: Finding, { edits, id }: Fix): void {
  const before = parseConfig(path, text);
  const cured = applyEdits(text, edits);
  const after = parseConfig(path, cured);
  assert.notEqual(cured, text);
  // It parses, or has one mistake less.
  assert.ok(after.problems.length < Math.max(1, before.problems.length), cured);
  // What stands outside of the edits is there byte for byte, in its order.
  let rest = cured;
  for (const piece of outside(text, edits)) {
    const at = rest.indexOf(piece);
    assert.ok(at >= 0, `${JSON.stringify(piece)} is gone from ${cured}`);
    rest = rest.slice(at + piece.length);
  }
  // The finding is gone: a second application has nothing to change.
  const left = findingsOf(check(path, cured));
  const same = left.filter((each) => kindOf(each) === kindOf(finding));
  const had = findingsOf(check(path, text)).filter((each) => kindOf(each) === kindOf(finding));
  assert.ok(same.length < had.length, `${id} leaves it: ${cured}`);
  // Other servers say what they said.
  if (before.problems.length > 0) return;
  const entries = (file: typeof before) => file.maps.flatMap(({ servers }) => servers);
  const changed = entries(before).filter(({ content }) => entries(after).every((entry) => entry.content !== content));
  assert.ok(changed.length <= 1 || finding.rule === 'wrong-root-key' || edits.length > 1, cured);
}

function outside(text: string, edits: Fix['edits']): readonly string[] {
  const pieces: string[] = [];
  let from = 0;
  for (const { span } of edits.toSorted((a, b) => a.span.offset - b.span.offset)) {
    assert.ok(span.offset >= from && span.offset + span.length <= text.length, 'edits overlap, or lie outside');
    pieces.push(text.slice(from, span.offset));
    from = span.offset + span.length;
  }
  return [...pieces, text.slice(from)].filter((piece) => piece !== '');
}

describe('fixing all', () => {
  for (const { name, path, text } of cases)
    it(`leaves nothing to fix: ${name}`, () => {
      const { text: fixed } = fixAll(path, text);
      assert.deepEqual(fixAll(path, fixed).made, []);
      const safe = findingsOf(check(path, fixed)).flatMap(({ fixes }) =>
        fixes.filter(
          ({ applicability, preferred, edits }) => preferred && applicability === 'safe' && edits.length > 0,
        ),
      );
      assert.deepEqual(safe, []);
    });

  it('is one edit, with what both texts have at both ends left out', () => {
    for (const [before, after, span, newText] of [
      ['abcd', 'abXd', [2, 1], 'X'],
      ['aa', 'aaa', [2, 0], 'a'],
      ['', 'x', [0, 0], 'x'],
      ['abab', 'ab', [2, 2], ''],
    ] as const) {
      const edit = changeBetween(before, after);
      assert.deepEqual([[edit.span.offset, edit.span.length], edit.newText], [span, newText]);
      assert.equal(applyEdits(before, [edit]), after);
    }
  });

  it('mends, renames and moves in one go', () => {
    const { text, made } = fixAll(
      '/w/.vscode/mcp.json',
      `{\n  'mcpServers': {\n    "a": { "comand": "npx -y acme" "evn": { "A": "\${A}" } }\n  }\n}\n`,
    );
    assert.equal(
      text,
      '{\n  "servers": {\n    "a": { "command": "npx", "env": { "A": "${env:A}" }, "args": [ "-y", "acme" ] }\n  }\n}\n',
    );
    assert.ok(made.length >= 5);
  });
});
