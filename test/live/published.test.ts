import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { diagnose, vscodeWorkspace } from '../probe/cli';

/** A published server as people start it, and what it must come to: `ready`, or the label of the first finding. */
interface Published {
  readonly run: readonly [command: string, ...args: string[]];
  readonly expect: string;
  /** The settings that must be named, where one is missing. */
  readonly names?: readonly string[];
}

const { servers }: { servers: readonly Published[] } = JSON.parse(readFileSync('test/live/servers.json', 'utf8'));

/** Some lists of servers grow old, and some registries lack a package: so many must be right. */
const MOST_WRONG = 3;

describe('published servers, started for real', () => {
  const results: object[] = [];
  let path = process.env['PATH'] ?? '';
  let venv = '';

  // uv is on PyPI itself, for machines that have Python alone.
  before(() => {
    if (path.split(delimiter).some((folder) => existsSync(join(folder, 'uvx')))) return;
    venv = join(mkdtempSync(join(tmpdir(), 'handshake-live-')), 'uv');
    execFileSync('python3', ['-m', 'venv', venv]);
    execFileSync(join(venv, 'bin/pip'), ['install', '--quiet', 'uv'], { stdio: 'ignore' });
    path = [join(venv, 'bin'), path].join(delimiter);
  });
  after(() => {
    if (venv !== '') rmSync(dirname(venv), { recursive: true, force: true });
  });

  for (const { run, expect, names = [] } of servers)
    it(run.slice(1).join(' '), async () => {
      const [command, ...args] = run;
      const [server] = await diagnose(vscodeWorkspace({ s: { command, args } }), ['--no-trial'], { PATH: path });
      const labelled = server?.findings.find(({ label, severity }) => label !== null && severity === 'error');
      const came = server?.status === 'ready' ? 'ready' : (labelled?.label ?? 'nothing named');
      const named = [labelled?.params['names'] ?? []].flat();
      const isRight = came === expect && names.every((name) => named.includes(name));
      const said = server?.findings[0]?.message ?? null;
      results.push({ run: run.join(' '), expect, came, ...(names.length > 0 && { named }), isRight, said });
      // A server that works is never accused: that is no matter of a count.
      if (server?.status === 'ready') assert.equal(labelled, undefined, labelled?.message);
    });

  it(`at least ${servers.length - MOST_WRONG} of ${servers.length} are right`, () => {
    writeFileSync('test/live/results.json', `${JSON.stringify(results, null, 2)}\n`);
    const wrong = results.filter((result) => !(result as { isRight: boolean }).isRight);
    assert.ok(wrong.length <= MOST_WRONG, JSON.stringify(wrong, null, 2));
  });
});
