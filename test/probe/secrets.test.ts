import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../src/core/explain';
import { explainedToJson } from '../../src/core/json';
import { pageOf } from '../unit/pages';
import { diagnoseFile } from '../../src/node/diagnose';
import { agreeing, cli, isSaidAgain, options, server, workspace } from './cli';
import { named, shaped } from './secret-kinds';
import type { Kind } from './secret-kinds';

const KINDS = { ...shaped, ...named };

interface Spilled {
  readonly kind: string;
  readonly value: string;
  readonly secret: string;
}
const make = (kind: string, { make: value, secret }: Kind): Spilled => {
  const made = value();
  return { kind, value: made, secret: secret?.(made) ?? made };
};
const all = (kinds: Readonly<Record<string, Kind>>): Spilled[] =>
  Object.entries(kinds).map(([kind, each]) => make(kind, each));

/** Names as people give them. */
const NAMES = ['API_KEY', 'GITHUB_TOKEN', 'DB_PASSWORD', 'CLIENT_SECRET', 'authToken', 'X_ACCESS_TOKEN'];
const nameOf = (index: number): string =>
  `${NAMES[index % NAMES.length] ?? ''}${index < NAMES.length ? '' : `_${index}_KEY`}`;

/** What of a secret is seen in a text: four fifths of it are too much. */
function isSeen({ secret }: Spilled, text: string): boolean {
  const longest = Math.ceil(secret.length * 0.8);
  const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  const encoded = [Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('base64url')];
  const pieces = forms.flatMap((form) =>
    Array.from({ length: Math.max(1, form.length - longest + 1) }, (_, at) => form.slice(at, at + longest)),
  );
  const withoutNothing = text.replace(/[\u200B\u2060]|\u001B\[\d*m/g, '');
  return [...pieces, ...encoded.map((form) => form.slice(0, longest))].some((piece) => withoutNothing.includes(piece));
}

describe('no secret comes out', () => {
  const inEnv = all(KINDS);
  const inFile = all(named).filter(({ value }) => !/["'#\n\\]/.test(value));
  const inArgs = all(shaped);
  const asFlags = all(named).filter(({ value }) => !value.startsWith('-'));
  const typed = all({ short: KINDS['short'], base64: KINDS['base64'], 'with signs': KINDS['with signs'] });
  const inherited = all(named).filter(({ value }) => !value.includes('\n'));
  const secrets = [...inEnv, ...inFile, ...inArgs, ...asFlags, ...typed, ...inherited];

  it(`of more than 114, of 40 kinds`, () => {
    assert.ok(Object.keys(KINDS).length >= 40, String(Object.keys(KINDS).length));
    assert.ok(secrets.length >= 114, String(secrets.length));
  });

  /** As many servers as it takes for all of them to have room in a record. */
  const inGroups = <Item>(items: readonly Item[], size: number): Item[][] =>
    items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []));
  const spill = { command: process.execPath, args: [server('spills')] };
  const envOf = (group: readonly Spilled[]) => {
    const env = Object.fromEntries(group.map(({ value }, index) => [nameOf(index), value]));
    return { ...env, SPILL_ENV: Object.keys(env).join(',') };
  };
  const servers = {
    ...Object.fromEntries(inGroups(inEnv, 4).map((group, index) => [`env-${index}`, { ...spill, env: envOf(group) }])),
    ...Object.fromEntries(
      inGroups(inArgs, 4).map((group, index) => [
        `args-${index}`,
        { ...spill, args: [...spill.args, ...group.map(({ value }) => value)] },
      ]),
    ),
    ...Object.fromEntries(
      inGroups(asFlags, 4).map((group, index) => [
        `flags-${index}`,
        { ...spill, args: [...spill.args, ...group.flatMap(({ value }) => ['--api-key', value])] },
      ]),
    ),
    ...Object.fromEntries(
      inGroups(inFile, 4).map((_, index) => [
        `file-${index}`,
        {
          ...spill,
          envFile: `\${workspaceFolder}/${index}.env`,
          env: { SPILL_ENV: Array.from({ length: 4 }, (_each, at) => nameOf(at)).join(',') },
        },
      ]),
    ),
    typed: {
      ...spill,
      env: {
        ...Object.fromEntries(typed.map((_, index) => [`TYPED_${index}`, `\${input:typed${index}}`])),
        SPILL_ENV: typed.map((_, index) => `TYPED_${index}`).join(','),
      },
    },
    ...Object.fromEntries(
      inGroups(inherited, 4).map((group, index) => [
        `inherited-${index}`,
        { ...spill, env: { SPILL_ENV: group.map((_, at) => `INHERITED_${index * 4 + at}_KEY`).join(',') } },
      ]),
    ),
    remote: {
      type: 'http',
      url: make('query', KINDS['query of an address']).value,
      headers: Object.fromEntries(inEnv.slice(0, 20).map(({ value }, index) => [`X-Header-${index}-Key`, value])),
    },
  };
  const envFiles = Object.fromEntries(
    inGroups(inFile, 4).map((group, index) => [
      `${index}.env`,
      group.map(({ value }, at) => `${nameOf(at)}='${value}'`).join('\n'),
    ]),
  );
  const inheritedEnv = Object.fromEntries(inherited.map(({ value }, index) => [`INHERITED_${index}_KEY`, value]));
  const inputs = typed.map((_, index) => ({ id: `typed${index}`, type: 'promptString', password: true }));
  const answers = Object.fromEntries(typed.map(({ value }, index) => [`typed${index}`, value]));
  const set = Object.entries(answers).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
  const folder = () => workspace({ '.vscode/mcp.json': { inputs, servers }, ...envFiles });

  const none = (text: string, what: string): void => {
    const seen = secrets.filter((each) => isSeen(each, text));
    assert.deepEqual(
      seen.map(
        ({ kind, secret }) =>
          `${kind}: ${secret}: ${text.split('\n').find((line) => isSeen({ kind, secret, value: '' }, line)) ?? ''}`,
      ),
      [],
      what,
    );
  };

  for (const format of ['text', 'json', 'jsonl'])
    it(`of diagnose, as ${format}, and of what it saves and what that is explained as`, async () => {
      const cwd = folder();
      const words = ['diagnose', '--yes', '--no-trial', '--format', format, '--save', 'record.json', ...set];
      const { stdout, stderr } = await cli(words, { cwd, env: inheritedEnv });
      assert.ok(stdout.includes('‹env API_KEY›') && stdout.includes('refused: '), stdout + stderr);
      none(stdout + stderr, format);
      const record = readFileSync(join(cwd, 'record.json'), 'utf8');
      none(record, 'the record');
      const explained = await cli(['explain', 'record.json', '--format', 'json'], { cwd });
      assert.ok(explained.stdout.length > 1_000, explained.stderr);
      none(explained.stdout + explained.stderr, 'explain');
      if (format !== 'json') return;
      const started: { start: object | null; findings: { rule: string }[] }[] = JSON.parse(stdout).files[0].servers;
      const again: { findings: { rule: string }[] }[] = JSON.parse(explained.stdout).starts;
      const findings = started.filter(({ start }) => start !== null).map((each) => each.findings.filter(isSaidAgain));
      assert.deepEqual(
        again.map((each) => each.findings.filter(isSaidAgain)),
        findings,
      );
    }).timeout(60_000);

  it('of check, and of a fix that is only shown', async () => {
    const cwd = workspace({ '.vscode/mcp.json': { inputs, mcpServers: servers }, ...envFiles });
    for (const words of [['check'], ['check', '--format', 'json'], ['fix', '.vscode/mcp.json', '--dry-run']]) {
      const { stdout, stderr } = await cli(words, { cwd, env: inheritedEnv });
      assert.match(stdout, /mcpServers|servers/);
      none(stdout + stderr, words.join(' '));
    }
  });

  it('of the page of a report', async () => {
    const cwd = folder();
    const path = join(cwd, '.vscode/mcp.json');
    const asked = options(cwd, agreeing);
    const world = { ...asked.world, base: { ...asked.world.base, ...inheritedEnv }, answers };
    const report = await diagnoseFile(
      path,
      readFileSync(path, 'utf8'),
      { ...asked, world },
      new AbortController().signal,
    );
    const page = pageOf(report, `file://${path}`);
    assert.match(page, /refused: /);
    none(page, 'page');
  }).timeout(60_000);

  it('of a log that is pasted: by its look, and by the name beside it', () => {
    const byName = all(named).filter(({ value }) => !/[\s"'\\]/.test(value) && !value.startsWith('%'));
    const log = [
      ...all(shaped).map((each) => ({ each, line: `Error: connection to ${each.value} refused` })),
      ...byName.map((each) => ({ each, line: `API_KEY=${each.value}` })),
      ...byName.map((each) => ({ each, line: JSON.stringify({ apiKey: each.value }) })),
      ...byName.map((each) => ({ each, line: `started with --api-key ${each.value}` })),
    ];
    // Each line as the last words of a server, so that it is quoted.
    for (const { each, line } of log) {
      const recorded = JSON.stringify({ stderr: `${line}\n`, exit: { code: 1, signal: null } });
      const told = JSON.stringify(explainedToJson(explain(recorded)));
      assert.match(told, /‹/, `${each.kind}: ${line}`);
      assert.ok(!isSeen(each, told), `${each.kind}: ${line}\n${told}`);
    }
  });
});
