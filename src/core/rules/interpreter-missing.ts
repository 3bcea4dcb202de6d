import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { hasDesktopPath } from '../deduce/desktop-path';
import { isShell } from '../launch/probe-class';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { addToPath } from '../fixes/use-absolute-path';
import { captured, fill, safe } from '../text';
import { defineRule } from './rule';
import { programName } from '../launch/program-name';
import { isInterpreter, isRunner } from '../deduce/interpreters';
import type { FactOf } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'interpreter-missing',
  label: 'interpreter-missing',
  cause: 'interpreter-missing',
  stage: 'interpreter',
  over: ['runner-not-on-path', 'runner-not-installed'],
  reads: [...READ_OF_BARE_FAILURE, 'interpreter-not-found', 'command-not-found', 'spawn-failed', 'program', 'entry'],
  messages: {
    tool: '`{program}` is a tool of the project, and stands in its `node_modules`, where no client looks. Start it through `npx`, which does, in the folder of the project: `npx {program} …`.',
    maybe:
      '`{program}` is a script that looks for `node` along PATH, and what starts from the desktop has a short one: the folder in which both are is not in it. Set PATH in `env` to {folder} and the folders of the system.',
    default:
      'The program in `command` is a script, and what runs it, `{interpreter}`, is not on the PATH that {client} gives its servers. Add its folder to PATH.',
  },
  match: (subject, say) => {
    const { facts, plan, entry, file } = subject;
    const tool = ownSpawnFailure(subject);
    if (tool?.program && tool.code === 'ENOENT' && OF_PROJECTS.test(tool.program)) {
      const { program, evidence } = tool;
      const words = [program, ...(entry?.args.map(({ raw }) => raw.reveal()) ?? [])];
      const isPlain = entry && file && !entry.keys.isCommandLine;
      const values = { [entry?.keys.command ?? '']: 'npx', [entry?.keys.args ?? '']: words };
      const edits = isPlain ? editorOf(file).setProperties(file, entry.path, values) : [];
      const fixes = entry
        ? entryFix(entry, 'run-through-npx', fill('Start {program} through npx', { program }), edits)
        : [];
      const span = entry?.command?.span ?? null;
      return [say('tool', { program }, { confidence: 'likely', span, evidence: [evidence], fixes })];
    }
    const missing = facts.first('interpreter-not-found') ?? ofRunner(subject) ?? ownNameNotFound(subject);
    const script = missing ? null : scriptByItsPath(subject);
    if (script) return [say('maybe', script.params, suggestedBy(script.command))];
    if (!missing) return [];
    const exit = facts.first('ended')?.exit;
    // A shell, or a server that ran, may miss an interpreter of something else; a name with a break is a file with CRLF.
    const isOther = (exit && exit.code !== 127 && exit.code !== 126) || isShell(entry?.command?.safe ?? '');
    if (isOther || /⏎|\\r|\$|\s-/.test(missing.interpreter)) return [];
    const { interpreter } = missing;
    const places = facts.answerTo({ kind: 'program', name: interpreter })?.places ?? [];
    const folder = places[0] && captured(places[0].path, /^(.+)[/\\][^/\\]+$/)?.[1];
    return [
      say(
        'default',
        { interpreter, client: plan?.client.name ?? safe('the client') },
        {
          span: entry?.command?.span ?? null,
          evidence: [missing.evidence],
          wants: [{ kind: 'program', name: interpreter }],
          fixes:
            folder && entry
              ? [
                  {
                    id: 'add-to-path',
                    title: fill('Add {folder} to PATH', { folder }),
                    applicability: 'safe',
                    preferred: true,
                    needs: [],
                    edits: addToPath(subject, folder),
                    trying: 'start',
                    entryPath: entry.path,
                  },
                ]
              : [],
        },
      ),
    ];
  },
});

/** What projects have among their own dependencies, and nobody else. */
const OF_PROJECTS = /^(?:tsx|ts-node|ts-node-esm|vite-node|esno|jiti|nodemon|tsc|esbuild)$/;

/** What a runner is written in, and its script does not find: the runner itself was there. */
function ofRunner({ facts, entry }: Subject<'command-not-found'>): FactOf<'interpreter-not-found'> | null {
  const missing = facts.first('command-not-found');
  if (!missing || !isInterpreter(missing.program)) return null;
  const runner = entry?.command?.safe ?? missing.speaker ?? '';
  const { program: interpreter, evidence } = missing;
  // Without an entry it is a script that asks for Node.js: people start their programs by another shell than `sh`.
  const isOfScript =
    !entry && /^(?:sh|dash|ash|exec)$/.test(missing.speaker ?? '') && /^(?:node|bun|deno)$/.test(interpreter);
  return isRunner(runner) || isOfScript ? { kind: 'interpreter-not-found', interpreter, evidence } : null;
}

/** Nothing is known but the end: a script of Node.js by its path, in a folder that only a shell puts on PATH. */
function scriptByItsPath(subject: Subject<(typeof READ_OF_BARE_FAILURE)[number]>) {
  const { entry } = subject;
  const command = entry?.command ?? null;
  if (!command || entry?.env.some(({ name }) => name === 'PATH') || !hasDesktopPath(subject)) return null;
  const [, folder, program] = captured(command.safe, OF_A_VERSION) ?? [];
  return folder && program && isBareFailure(subject) ? { command, params: { folder, program } } : null;
}

/** Where version managers keep each Node.js with what it brings; `node` itself is no script. */
const OF_A_VERSION =
  /^([/~].{0,300}\/(?:\.nvm|\.?fnm|node-versions|\.nodenv|\.?asdf|mise)\/.{1,200}\/bin)\/(?!node$)([^/]+)$/;

/** A program that is started by its path calls itself by its name, and that is not on the PATH. */
function ownNameNotFound({ facts, entry }: Subject<'spawn-failed'>): FactOf<'interpreter-not-found'> | null {
  const command = entry?.command?.safe ?? '';
  const isOwn = (program: Safe | null) => program !== null && /[/\\]/.test(command) && programName(command) === program;
  const failure = facts
    .all('spawn-failed')
    .find(({ program, evidence }) => evidence.kind !== 'spawn' && isOwn(program));
  return failure?.program
    ? { kind: 'interpreter-not-found', interpreter: failure.program, evidence: failure.evidence }
    : null;
}

export const page: Page = {
  title: 'What runs the script is not found',
  what: 'The program was found, but it is a script (`#!/usr/bin/env node`), and the interpreter in its first line was not.',
  why: '`npx` and most programs from npm are scripts for `node`. A full path to `npx` does not help when `node` itself is not on the PATH.',
  remedy: 'Put the folder of the interpreter on the PATH of the server.',
  exceptions: 'None known.',
};

export const examples: Examples = () => [
  {
    name: 'a tool of the project',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "tsx", "args": ["/srv/acme/src/index.ts"] } } }',
      spawnError: { code: 'ENOENT', program: 'tsx' },
    },
    params: { program: 'tsx' },
  },
  {
    name: 'GNU env, quoted',
    fires: true,
    given: { stderr: 'env: ‘node’: No such file or directory', exit: { code: 127, signal: null } },
    params: { interpreter: 'node' },
  },
  {
    name: 'BSD env',
    fires: true,
    given: { stderr: 'env: node: No such file or directory', exit: { code: 127, signal: null } },
    params: { interpreter: 'node' },
  },
  {
    name: 'npx by its path, and nothing but the end',
    fires: true,
    given: {
      path: '/home/ann/.cursor/mcp.json',
      config:
        '{ "mcpServers": { "a": { "command": "/home/ann/.nvm/versions/node/v22.4.0/bin/npx", "args": ["-y", "acme"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    params: { program: 'npx', folder: '/home/ann/.nvm/versions/node/v22.4.0/bin' },
  },
  {
    name: 'node by its path needs nothing along PATH',
    fires: false,
    given: {
      path: '/home/ann/.cursor/mcp.json',
      config:
        '{ "mcpServers": { "a": { "command": "/home/ann/.nvm/versions/node/v22.4.0/bin/node", "args": ["/srv/a.js"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'a shell script that misses something else',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "bash", "args": ["a.sh"] } } }',
      stderr: "env: 'python': No such file or directory",
      exit: { code: 127, signal: null },
    },
  },
  {
    name: 'a file that the server itself misses',
    fires: false,
    given: { stderr: 'cat: config.env: No such file or directory', exit: { code: 1, signal: null } },
  },
];
