import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { dockerRun } from '../deduce/docker-run';
import { editorOf, replaceText } from '../edit';
import { safe } from '../text';
import { defineRule } from './rule';
import type { DockerRun } from '../deduce/docker-run';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Platform } from '../platform';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'container-localhost',
  label: 'docker-run-args',
  cause: 'docker-run-args',
  stage: 'settings',
  reads: ['connection-failed', ...READ_OF_BARE_FAILURE],
  over: ['backend-unavailable', 'remote-unreachable', 'first-run-download-timeout'],
  messages: {
    default:
      'The server looks for {to} inside of its container, where nothing else runs: there `localhost` is the container itself. Write `host.docker.internal` for what runs on this machine.',
    unsaid:
      'The server is given an address on `localhost`, and nobody answers: in a container that is the container itself. Write `host.docker.internal` for what runs on this machine.',
    guess:
      'In a container `localhost` is the container itself, and what runs on this machine is `host.docker.internal` there.',
  },
  match: (subject, say) => {
    const { facts, entry, file, plan, platform } = subject;
    const container = entry?.transport === 'stdio' ? dockerRun(entry) : null;
    if (!entry || !container?.image || sharesNetwork(container)) return [];
    const given = addressesIn(container, entry);
    const failed = facts.first('connection-failed');
    if (!failed) return given[0] && isBareFailure(subject) ? [say('guess', {}, suggestedBy(given[0]))] : [];
    const { to, how, evidence } = failed;
    const isOwn = to === null ? given.length > 0 : LOOPBACK.test(to);
    if (!isOwn || how === 'no-such-host') return [];
    const system = plan?.kind === 'stdio' ? plan.platform : (platform ?? null);
    const fixes = file && given.length > 0 ? [callTheHost(file, entry, { container, given, system })] : [];
    const more = { confidence: 'likely', span: given[0]?.span ?? null, evidence: [evidence], fixes } as const;
    return [to === null ? say('unsaid', {}, more) : say('default', { to }, more)];
  },
});

/** With the network of the machine, or that of another container, its `localhost` is that one's. */
function sharesNetwork({ options }: DockerRun): boolean {
  return options.some(({ safe: option }, at) =>
    /^--net(?:work)?$/.test(option)
      ? SHARED.test(options[at + 1]?.safe ?? '')
      : /^--net(?:work)?=/.test(option) && SHARED.test(option.replace(/^[^=]*=/, '')),
  );
}

const SHARED = /^(?:host|container:)/;

/** The values with an address of the machine itself that reach the container: variables, and words for the server. */
function addressesIn({ options, behind, variables }: DockerRun, { env }: ServerEntry): readonly Value[] {
  const handedOn = env.flatMap(({ name, value }) => (value && variables.includes(name) ? [value] : []));
  return [...options, ...behind, ...handedOn].filter(({ raw }) => ADDRESS.test(raw.reveal()));
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.\d{1,3}|\[?::1\]?)(?=:|$)/;
const ADDRESS = /(?<=\/\/|=|@|^)(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/;

/** The same container, which calls the machine. Only Docker on Linux itself has to be told that name. */
function callTheHost(
  file: ConfigFile,
  { path }: ServerEntry,
  how: { readonly container: DockerRun; readonly given: readonly Value[]; readonly system: Platform | null },
): Fix {
  const { container, given, system } = how;
  const named = given.map((value) => replaceText(value, value.raw.reveal().replace(ADDRESS, 'host.docker.internal')));
  const known = editorOf(file).replaceItem(file, container.run, [
    'run',
    '--add-host=host.docker.internal:host-gateway',
  ]);
  return {
    id: 'call-the-host',
    title: safe('Write host.docker.internal for localhost'),
    applicability: 'maybe',
    preferred: true,
    needs: [],
    edits: file.problems.length > 0 ? [] : [...(system === 'linux' ? known : []), ...named],
    trying: 'never',
    entryPath: path,
  };
}

export const page: Page = {
  title: 'The container calls itself',
  what: 'A server in a container calls a program by `localhost`, and there is none inside of that container.',
  why: 'Each container has a network of its own. `localhost` and `127.0.0.1` are the container, whatever runs on the machine outside.',
  remedy:
    'Write `host.docker.internal` in place of `localhost`; on Linux also `--add-host=host.docker.internal:host-gateway`, or `--network host`. For what runs in another container, its name in a network that both have. The program must listen on more than `127.0.0.1` to be reached from there.',
  exceptions: 'With `--network host` the container has the network of the machine, and `localhost` is that machine.',
};

const entry = (args: readonly string[], env = {}) => ({
  config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', '--rm', ...args], env } } }),
});
const refused = { exit: { code: 1, signal: null }, stderr: 'Error: connect ECONNREFUSED 127.0.0.1:5432' };
const database = { DB: 'postgres://localhost:5432/x' };

export const examples: Examples = () => [
  {
    name: 'a variable that is handed on',
    fires: true,
    given: { ...entry(['-e', 'DB', 'acme/mcp'], database), ...refused },
    params: { to: '127.0.0.1:5432' },
  },
  { name: 'an address of its own', fires: true, given: { ...entry(['acme/mcp']), ...refused } },
  {
    name: 'a refusal without an address',
    fires: true,
    given: {
      ...entry(['-e', 'DB=postgres://localhost/x', 'acme/mcp']),
      ...refused,
      stderr: 'Error: connection refused',
    },
    says: 'nobody answers',
  },
  {
    name: 'the end alone, of a container that calls itself',
    fires: true,
    behind: 'docker-daemon-down',
    given: {
      ...entry(['-e', 'DB=postgres://localhost:5432/x', 'acme/mcp']),
      log: 'MCP error -32000: Connection closed',
    },
    says: 'host.docker.internal',
  },
  {
    name: 'the network of the machine',
    fires: false,
    given: { ...entry(['--network', 'host', '-e', 'DB', 'acme/mcp'], database), ...refused },
  },
  {
    name: 'another machine',
    fires: false,
    given: { ...entry(['acme/mcp']), ...refused, stderr: 'Error: connect ECONNREFUSED 10.0.0.7:5432' },
  },
  {
    name: 'no container',
    fires: false,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'acme', env: database } } }),
      ...refused,
    },
  },
];
