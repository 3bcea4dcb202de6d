import { innerCommand } from '../deduce/inner-command';
import { dockerRun } from '../deduce/docker-run';
import { editorOf } from '../edit';
import { CONTAINERS } from '../launch/containers';
import { isShell } from '../launch/probe-class';
import { safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { Evidence, Facts } from '../facts';
import type { Safe } from '../text';
import type { DockerRun } from '../deduce/docker-run';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page, Way } from './rule';

const READS = ['entry', 'docker-no-terminal', 'docker-left', 'ready', 'ended', 'closed', 'verdict-line'] as const;

const MESSAGES = {
  default:
    'The container gets no input: without `-i` Docker closes its stdin, and the server ends at once. Add `-i` behind `run`.',
  terminal: 'Docker is asked for a terminal (`-t`), and a client has none to give. Leave the `t` out, and keep `-i`.',
  exec: 'The container gets no input: without `-i` nothing reaches the stdin of what is run there. Add `-i` behind `{word}`.',
  compose:
    '`compose {word}` starts containers without an input, and shows what they print to a person: no client can speak with them so. Take `docker run -i --rm IMAGE`, or `docker compose run -T --rm SERVICE`.',
  inside:
    'In a container without an open stdin the server reads the end of its input at once, and leaves with exit code 0: `docker run -i`, `stdin_open: true` in Compose, `stdin: true` in a pod.',
  attached:
    'The container runs apart from its client (`-d`): nobody reads what it answers. Leave `-d` out, and add `-i`.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'docker-not-interactive',
  label: 'docker-not-interactive',
  cause: 'docker-run-args',
  stage: 'entry',
  // What Docker itself prints, and what a terminal makes of the server's messages.
  over: ['stdout-server-logs'],
  reads: READS,
  messages: MESSAGES,
  match: (subject, say) =>
    subject.facts.first('ready') ? [] : firstWay(runOf(subject.entry) ? OF_RUN : OF_OTHERS, subject, say),
});

/** What the entry runs in a container, by `docker run`. */
function runOf(entry: ServerEntry | null): DockerRun | null {
  return entry?.transport === 'stdio' ? dockerRun(entry) : null;
}

/** Docker itself has said that there is no terminal, or it is asked for one. */
const terminal: Here = ({ facts, entry, file }, say) => {
  const said = facts.first('docker-no-terminal');
  const run = runOf(entry);
  const asked = run?.terminal ?? null;
  if (!said && !asked) return null;
  const fixes = file && entry && run && asked ? [withoutTerminal(file, entry, run)] : [];
  const more = { span: asked?.span ?? null, fixes };
  return said
    ? say('terminal', {}, { ...more, evidence: [said.evidence] })
    : say('terminal', {}, { ...more, ...DOUBTFUL, evidence: written(asked?.safe) });
};

const detached: Here = ({ facts, entry }, say) => {
  const run = runOf(entry);
  const option = run?.image && run.options.find(({ safe: each }) => /^-[a-z]*d[a-z]*$|^--detach$/.test(each));
  if (!option) return null;
  return say('attached', {}, { span: option.span, evidence: [...written(option.safe), ...wordlessEnd(facts)] });
};

const withoutInput: Here = ({ facts, entry, file }, say) => {
  const run = runOf(entry);
  if (!entry || !run?.image || run.isInteractive) return null;
  const evidence = [...written(run.run.safe), ...wordlessEnd(facts)];
  return say('default', {}, { span: run.run.span, evidence, fixes: file ? [withInput(file, entry, run)] : [] });
};

const OF_RUN: readonly Here[] = [terminal, detached, withoutInput];

/** Of `compose`, and of a container that nobody shows, only the end tells. */
const left: Here = ({ facts }, say) => {
  const fact = facts.first('docker-left');
  return fact ? say('default', {}, { confidence: 'likely', evidence: [fact.evidence] }) : null;
};

const terminalOfExec: Here = ({ entry }, say) => {
  const asked = entry && execTerminal(entry);
  return asked ? say('terminal', {}, { ...DOUBTFUL, span: asked.span, evidence: written(asked.safe) }) : null;
};

const deaf: Here = ({ facts, entry }, say) => {
  const found = entry && deafCommand(entry);
  if (!found) return null;
  const { word, message } = found;
  const end = wordlessEnd(facts);
  const evidence = end.length > 0 ? end : written(word.safe);
  return say(message, { word: word.safe }, { ...DOUBTFUL, span: word.span, evidence });
};

const deafByItsEnd: Here = ({ facts, entry }, say) => {
  const end = wordlessEnd(facts);
  return end.length > 0 && isDeaf(entry) ? say('default', {}, { confidence: 'likely', evidence: end }) : null;
};

const insideOfOne: Here = ({ facts, inContainer = false }, say) => {
  const ended = facts.first('ended');
  return inContainer && ended?.evidence && ended.exit?.code === 0 && !ended.hadHandshake
    ? say('inside', {}, { confidence: 'possible', evidence: [ended.evidence] })
    : null;
};

const OF_OTHERS: readonly Here[] = [terminal, left, terminalOfExec, deaf, deafByItsEnd, insideOfOne];

const DOUBTFUL = { severity: 'warning', confidence: 'likely' } as const;

/** It ended without an error and a word, or the connection did, and nothing else is known. */
function wordlessEnd(facts: Facts<'ended' | 'closed' | 'verdict-line'>): readonly Evidence[] {
  const ended = facts.first('ended');
  if (ended) return ended.isWordless && ended.exit?.code === 0 && ended.evidence ? [ended.evidence] : [];
  const closed = facts.first('verdict-line') ? undefined : facts.first('closed');
  return closed ? [closed.evidence] : [];
}

/** The arg of `docker exec` that asks for a terminal. */
function execTerminal(entry: ServerEntry): Value | null {
  const { program, args } = innerCommand(entry);
  const [word, ...options] = args;
  if (!CONTAINERS.has(program) || word?.safe !== 'exec') return null;
  const own = options.slice(0, options.findIndex(({ safe: arg }) => !arg.startsWith('-')) >>> 0);
  return own.find(({ safe: arg }) => /^-[a-z]*t[a-z]*$|^--tty$/.test(arg)) ?? null;
}

/** A command of Docker's that hands no input on as it is written. */
function deafCommand(
  entry: ServerEntry,
): { readonly word: Value; readonly message: 'default' | 'exec' | 'compose' } | null {
  const script =
    isShell(entry.program) || entry.program === 'ssh'
      ? entry.args.find(({ safe: arg }) => IN_SCRIPT.test(arg))
      : undefined;
  if (script) return { word: script, message: 'default' };
  const { program, args } = innerCommand(entry);
  const inPod = PODS.has(program) ? args.find(({ safe: arg }) => /^(?:exec|attach|run)$/.test(arg)) : undefined;
  if (inPod) return isHeard(args.slice(args.indexOf(inPod) + 1)) ? null : { word: inPod, message: 'exec' };
  const isCompose = program === 'docker-compose' || args[0]?.safe === 'compose';
  if (!isCompose && !CONTAINERS.has(program)) return null;
  const started = args.find(({ safe: arg }) => /^(?:run|up|start|restart)$/.test(arg));
  if (isCompose) return started && started.safe !== 'run' ? { word: started, message: 'compose' } : null;
  const word = args.find(({ safe: arg }) => !arg.startsWith('-'));
  const options = word ? args.slice(args.indexOf(word) + 1) : [];
  return word && /^(?:exec|start)$/.test(word.safe) && !isHeard(options) ? { word, message: 'exec' } : null;
}

/** Whether stdin is handed on, by an option in front of what is run. */
function isHeard(args: readonly Value[]): boolean {
  const end = args.findIndex(({ safe: arg }) => arg === '--');
  const own = end < 0 ? args : args.slice(0, end);
  return own.some(({ safe: arg }) => /^-[a-z]*i[a-z]*$|^--(?:interactive|stdin)/.test(arg));
}

/** Programs that run something in the container of a pod. */
const PODS: ReadonlySet<string> = new Set(['kubectl', 'oc']);

/** Another command of Docker's, without `-i`. */
function isDeaf(entry: ServerEntry | null): boolean {
  if (!entry) return false;
  // In a script that a shell runs it is one text.
  if (isShell(entry.program) && entry.args.some(({ safe: arg }) => IN_SCRIPT.test(arg) || COMPOSED.test(arg)))
    return true;
  const { program, args } = innerCommand(entry);
  const isContainer =
    /^(?:docker|podman|nerdctl|docker-compose)$/.test(program) && !/^(?:mcp|ai)$/.test(args[0]?.safe ?? '');
  return isContainer && args.length > 0 && args.every(({ safe: arg }) => !/^-[a-z]*i[a-z]*$|^--interactive/.test(arg));
}

const IN_SCRIPT = /\b(?:docker|podman) (?:run|exec)\b(?!.*\s(?:-[a-z]*i|--interactive))/;
const COMPOSED = /\b(?:docker|podman)[- ]compose (?:.{0,80} )?(?:run|exec|up|start)\b/;

function written(text: Safe | undefined): readonly Evidence[] {
  return text === undefined ? [] : [{ kind: 'entry', line: null, text }];
}

/** The same container, and what the client says reaches it. */
function withInput(file: ConfigFile, entry: ServerEntry, { run }: DockerRun): Fix {
  const edits = editorOf(file).replaceItem(file, run, ['run', '-i']);
  return { ...FIX, id: 'docker-interactive', title: safe('Add -i behind run'), edits, entryPath: entry.path };
}

function withoutTerminal(file: ConfigFile, entry: ServerEntry, { terminal, isInteractive }: DockerRun): Fix {
  const left = terminal?.safe.startsWith('--') === false ? terminal.safe.replace('t', '') : '-';
  const items = left !== '-' ? [left] : isInteractive ? [] : ['-i'];
  const edits = terminal ? editorOf(file).replaceItem(file, terminal, items) : [];
  return { ...FIX, id: 'docker-no-terminal', title: safe('Ask for no terminal'), edits, entryPath: entry.path };
}

const FIX = { applicability: 'safe', preferred: true, needs: [], trying: 'never' } as const;

export const page: Page = {
  title: 'The container has no stdin',
  what: 'A local server reads the client’s messages from stdin. `docker run` keeps that open only with `-i`.',
  why: 'Without `-i` the container’s input is at its end at once, and the server leaves with exit code 0. With `-t` Docker wants a terminal, and a client is none. With `-d` nothing comes back.',
  remedy: 'Write `docker run -i --rm IMAGE`: with `-i`, without `-t` and without `-d`.',
  exceptions: 'A container that serves HTTP needs no input: then the entry is one with an address.',
};

const entry = (...args: string[]) => ({ config: JSON.stringify({ servers: { a: { command: 'docker', args } } }) });

export const examples: Examples = () => [
  {
    name: 'Compose',
    fires: true,
    given: { stderr: 'acme-mcp  | Acme MCP server on stdio\nacme-mcp exited with code 0' },
  },
  {
    name: 'somewhere in a container',
    fires: true,
    given: { exit: { code: 0, signal: null }, inContainer: true },
    says: 'stdin_open',
  },
  {
    name: 'in a container, with an error',
    fires: false,
    given: { exit: { code: 1, signal: null }, inContainer: true },
  },
  {
    name: 'a service of a file',
    fires: true,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'docker-compose', args: ['-f', '/a/b.yml', 'up'] } } }),
    },
    params: { word: 'up' },
  },
  { name: 'no input', fires: true, given: entry('run', '--rm', '-e', 'TOKEN', 'acme/mcp') },
  { name: 'a terminal', fires: true, given: entry('run', '-it', '--rm', 'acme/mcp') },
  { name: 'apart', fires: true, given: entry('run', '-d', 'acme/mcp') },
  {
    name: 'Docker says so',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'the input device is not a TTY' },
  },
  {
    name: 'another command, which ends in silence',
    fires: true,
    given: { exit: { code: 0, signal: null }, ...entry('compose', 'up', 'acme') },
  },
  { name: 'a running container', fires: true, given: entry('exec', 'acme', 'acme-mcp'), params: { word: 'exec' } },
  {
    name: 'a pod',
    fires: true,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'kubectl', args: ['exec', 'acme', '--', 'acme', '-i'] } } }),
    },
    params: { word: 'exec' },
  },
  {
    name: 'a pod, with input',
    fires: false,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'kubectl', args: ['exec', '-i', 'acme', '--', 'acme'] } } }),
    },
  },
  { name: 'a running container, with input', fires: false, given: entry('exec', '-i', 'acme', 'acme-mcp', '-t') },
  { name: 'a service', fires: true, given: entry('compose', 'up', 'acme'), params: { word: 'up' } },
  { name: 'one of a service', fires: false, given: entry('compose', 'run', '-T', '--rm', 'acme') },
  {
    name: 'in a script',
    fires: true,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'bash', args: ['-c', 'docker run --rm acme/mcp'] } } }),
    },
  },
  { name: 'with input', fires: false, given: entry('run', '-i', '--rm', 'acme/mcp') },
  { name: 'short options in one', fires: false, given: entry('run', '--rm', '-ie', 'TOKEN', 'acme/mcp') },
  { name: 'in the image’s own words', fires: false, given: entry('run', '-i', 'acme/mcp', '-t', 'stdio') },
  { name: 'another command', fires: false, given: entry('mcp', 'gateway', 'run') },
];
