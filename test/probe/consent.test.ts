import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputId } from '../../src/core/config/input-id';
import { applyEdits } from '../../src/core/fixes/fix';
import { diagnoseFile } from '../../src/node/diagnose';
import { keptConsents } from '../../src/node/kept-consents';
import { agreeToOwnEdit } from '../../src/node/own-edit';
import { agreeing, options, server, vscodeWorkspace, workspace as workspaceWith } from './cli';
import type { FileReport } from '../../src/core/report';
import type { Kept } from '../../src/node/kept-consents';

/** A workspace as an editor has it: what was agreed to is kept, and whoever is asked says yes and may do something. */
class Workspace {
  readonly folder: string;
  readonly file: string;
  asked = 0;
  answers: Record<string, string> = {};
  path = process.env['PATH'] ?? '';
  whileAsked = (): void => {};
  #kept: Kept | undefined;

  constructor(servers: Record<string, object>, more: Record<string, unknown> = {}) {
    this.folder = vscodeWorkspace(servers, more);
    this.file = join(this.folder, '.vscode/mcp.json');
  }

  get text(): string {
    return readFileSync(this.file, 'utf8');
  }

  async diagnose(isExplicit = true): Promise<FileReport> {
    return diagnoseFile(this.file, this.text, { ...(await this.#options()), isExplicit }, new AbortController().signal);
  }

  async status(isExplicit = true): Promise<string> {
    const [report] = (await this.diagnose(isExplicit)).servers;
    return [report?.status, report?.reason?.code].filter((word) => word !== undefined).join(' ');
  }

  /** Changes the file by an edit of ours, as the editor does. */
  async edit(after: string, name = 's'): Promise<void> {
    const before = this.text;
    writeFileSync(this.file, after);
    await agreeToOwnEdit({ path: this.file, before, after }, name, await this.#options());
  }

  async #options() {
    const store = { get: () => this.#kept, set: async (kept: Kept) => void (this.#kept = kept) };
    const consents = await keptConsents(store, async (requests) => {
      this.asked += 1;
      this.whileAsked();
      return requests;
    });
    const asked = options(this.folder, agreeing);
    const base = { ...asked.world.base, PATH: this.path };
    return { ...asked, consents, world: { ...asked.world, base, answers: this.answers } };
  }
}

const node = (name: string, ...args: string[]) => ({ command: process.execPath, args: [server(name), ...args] });
const inWorkspace = { s: { command: process.execPath, args: ['server.mjs'] } };
const script = { 'server.mjs': readFileSync(server('healthy'), 'utf8') };

describe('consent, over its life', () => {
  it('is asked for once, and the background may start what was agreed to', async () => {
    const workspace = new Workspace({ s: node('healthy') });
    assert.equal(await workspace.status(false), 'not-asked no-consent');
    assert.equal(await workspace.status(), 'ready');
    assert.equal(await workspace.status(), 'ready');
    assert.equal(await workspace.status(false), 'ready');
    assert.equal(workspace.asked, 1);
  });

  it('holds for what downloads, too: only the background may not start it', async () => {
    const workspace = new Workspace({ s: { command: 'npx', args: ['-y', 'a-server'] } });
    // A package client that has it already: which one it is makes no difference to consent.
    const bin = workspaceWith({ npx: `#!/bin/sh\nexec "${process.execPath}" "${server('healthy')}"\n` });
    chmodSync(join(bin, 'npx'), 0o755);
    workspace.path = `${bin}:${process.env['PATH'] ?? ''}`;
    assert.equal(await workspace.status(), 'ready');
    assert.equal(await workspace.status(), 'ready');
    assert.equal(workspace.asked, 1);
    assert.equal(await workspace.status(false), 'not-asked downloads');
  });

  it('a changed script of the workspace takes away the background start, and nothing else', async () => {
    const workspace = new Workspace(inWorkspace, script);
    assert.equal(await workspace.status(), 'ready');
    assert.equal(await workspace.status(false), 'ready');
    writeFileSync(join(workspace.folder, 'server.mjs'), `${script['server.mjs']}\n// changed\n`);
    assert.equal(await workspace.status(false), 'not-asked code-changed');
    assert.equal(await workspace.status(), 'ready');
    assert.equal(await workspace.status(false), 'ready');
    assert.equal(workspace.asked, 1);
  });

  it('what changes between the question and the start is not started', async () => {
    const workspace = new Workspace(inWorkspace, script);
    const mark = join(workspace.folder, 'started');
    workspace.whileAsked = () =>
      writeFileSync(join(workspace.folder, 'server.mjs'), `require('fs').writeFileSync('${mark}', '')`);
    assert.equal(await workspace.status(), 'skipped code-changed');
    assert.throws(() => readFileSync(mark), /ENOENT/);
  });

  it('a key that our own edit adds, and a value that is typed for it, are not asked about again', async () => {
    const workspace = new Workspace({ s: node('needs-keys') });
    const report = await workspace.diagnose();
    const fix = report.servers[0]?.findings[0]?.fixes[0];
    assert.equal(fix?.id, 'add-env-input');
    await workspace.edit(applyEdits(workspace.text, fix?.edits ?? []));
    assert.equal(await workspace.status(), 'waiting needs-input');
    const typed = Object.fromEntries((fix?.needs ?? []).map(({ name }) => [inputId(name), `typed-${name}`]));
    workspace.answers = typed;
    assert.equal(await workspace.status(), 'ready');
    workspace.answers = Object.fromEntries(Object.keys(typed).map((id) => [id, 'typed-anew']));
    assert.equal(await workspace.status(), 'ready');
    assert.equal(workspace.asked, 1);
  });

  const notOurs: Record<string, (text: string) => string> = {
    'another argument': (text) => text.replace('healthy.mjs"', 'healthy.mjs", "--more"'),
    'another program': (text) => text.replace(process.execPath, '/usr/bin/env'),
    'what decides which code runs': (text) =>
      text.replace(/"args"/, '"env": { "NODE_OPTIONS": "--require ./x.js" }, "args"'),
  };
  for (const [name, change] of Object.entries(notOurs))
    it(`an edit that sets ${name} is asked about, whoever made it`, async () => {
      const workspace = new Workspace({ s: node('healthy') });
      await workspace.diagnose();
      const after = change(workspace.text);
      assert.notEqual(after, workspace.text);
      await workspace.edit(after);
      await workspace.diagnose();
      assert.equal(workspace.asked, 2);
    });

  it('an edit of somebody else is asked about, whatever it sets', async () => {
    const workspace = new Workspace({ s: node('healthy') });
    await workspace.diagnose();
    writeFileSync(workspace.file, workspace.text.replace(/"args"/, '"env": { "ANY": "thing" }, "args"'));
    await workspace.diagnose();
    assert.equal(workspace.asked, 2);
  });

  it('an edit of ours to what nobody agreed to agrees to nothing', async () => {
    const workspace = new Workspace({ s: node('healthy') });
    await workspace.edit(workspace.text.replace(/"args"/, '"env": { "ANY": "thing" }, "args"'));
    assert.equal(await workspace.status(false), 'not-asked no-consent');
  });
});
