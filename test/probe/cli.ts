import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { explain } from '../../src/core/explain';
import { explainedToJson } from '../../src/core/json';
import { planningWorld } from '../../src/node/own-process';
import type { Consents } from '../../src/node/consent';
import type { DiagnosisOptions } from '../../src/node/diagnose';

/** The command line as it was built. */
export const CLI = resolve('dist/cli.js');

/** The command line, run as a person would; `env` is added to what the tests have: a network may need
 * its certificates. */
export function cli(
  args: readonly string[],
  { cwd, env = {}, input = '' }: { cwd: string; env?: Record<string, string>; input?: string },
) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
    const environment = { ...process.env, ...env };
    const options = { cwd, env: environment, maxBuffer: 1 << 26 };
    const child = execFile(process.execPath, [CLI, ...args], options, (error, stdout, stderr) =>
      done({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
}

/** `diagnose --format json --yes`, parsed. What it saves must say the same when it is explained. */
export async function diagnose(
  cwd: string,
  more: readonly string[] = [],
  env: Record<string, string> = {},
): Promise<DiagnosedServer[]> {
  const record = join(workspace({}), 'record.json');
  const words = ['diagnose', '--format', 'json', '--yes', '--save', record, ...more];
  const { stdout, stderr } = await cli(words, { cwd, env });
  if (stdout === '') throw new Error(stderr);
  const [file]: { servers: DiagnosedServer[] }[] = JSON.parse(stdout).files;
  const servers = file?.servers ?? [];
  const started = servers.filter(({ start }) => start !== null);
  assert.equal(
    explained(readFileSync(record, 'utf8')),
    JSON.stringify(started.map(({ findings }) => findings.filter(isSaidAgain))),
  );
  return servers;
}

/** Of a record all is said again but what rests on the look of values that it hides. */
export function isSaidAgain({ rule }: { readonly rule: string }): boolean {
  return rule !== 'secret-in-file' && rule !== 'placeholder-left';
}

/** The findings of each start of a record, as JSON. */
function explained(record: string): string {
  const { starts } = explainedToJson(explain(record)) as { starts: { findings: { rule: string }[] }[] };
  return JSON.stringify(starts.map(({ findings }) => findings.filter(isSaidAgain)));
}

/** What the tests look at in a server of the JSON. */
export interface DiagnosedServer {
  name: string;
  status: string;
  reason: { code: string; text: string } | null;
  environment: { policy: string; certainty: string } | null;
  start: {
    exit: { code: number | null; signal: string | null } | null;
    stderr: string[];
    noise: string[];
    flaws: Record<string, number>;
    exchanges: { sent: string[]; received: string[] };
    spawnError: { code: string } | null;
  } | null;
  handshake: { protocolVersion: string; server: { name: string }; counts: { tools: number | null } } | null;
  findings: DiagnosedFinding[];
}

export interface DiagnosedFinding {
  clients: string[];
  rule: string;
  label: string | null;
  severity: string;
  confidence: string;
  message: string;
  params: Record<string, unknown>;
  range: { start: { line: number; character: number }; end: { line: number; character: number } };
  evidence: { kind: string; text: string }[];
  fixes: {
    id: string;
    title: string;
    preferred: boolean;
    trial: { status: string; control: string; movedOnTo: string | null };
  }[];
}

/** The options of `diagnoseFile` as the command line has them, for tests that answer the question themselves. */
export function options(
  workspaceFolder: string,
  agreed: Consents['agreed'],
  onEvent: DiagnosisOptions['onEvent'] = () => {},
): DiagnosisOptions {
  return {
    server: null,
    client: null,
    isExplicit: true,
    withTrials: false,
    patienceMs: 5_000,
    world: planningWorld({ workspaceFolder, baseIsExactFor: null, answers: {} }),
    consents: { salt: '', agreed, keep: async () => {}, codeOf: () => null, forget: async () => {} },
    onEvent,
  };
}

/** Agrees to everything. */
export const agreeing: Consents['agreed'] = async (requests) => new Set(requests.map(({ unit }) => unit));

/** The path of one of the small servers in test/servers. */
export function server(name: string): string {
  return resolve('test/servers', `${name}.mjs`);
}

/** A folder with files in it, as a workspace would be; gone after the test. */
export function workspace(files: Readonly<Record<string, unknown>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handshake-test-')));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  folders.push(folder);
  return folder;
}

/** A workspace whose `.vscode/mcp.json` has these servers. */
export function vscodeWorkspace(
  servers: Readonly<Record<string, object>>,
  more: Readonly<Record<string, unknown>> = {},
): string {
  return workspace({ '.vscode/mcp.json': { servers }, ...more });
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
