import { isBareFailure, muteEnd, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'docker-daemon-down',
  label: 'docker-daemon-down',
  cause: 'docker-daemon-down',
  stage: 'interpreter',
  reads: ['docker-unreachable', ...READ_OF_BARE_FAILURE],
  messages: {
    default: 'Docker does not answer: its daemon is not running. Start Docker, and try again.',
    maybe: 'Is Docker running? `docker ps` in a terminal tells.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const said = facts.first('docker-unreachable');
    const docker = entry?.program === 'docker' ? entry.command : null;
    const isDockers = muteEnd(subject)?.exit?.code === OF_DOCKER_ITSELF;
    if (!said) return docker && (isDockers || isBareFailure(subject)) ? [say('maybe', {}, suggestedBy(docker))] : [];
    // In words of its own a server may say it as well, and go on without.
    const confidence = OF_DOCKER.test(said.evidence.text) ? 'evident' : 'likely';
    return [say('default', {}, { confidence, evidence: [said.evidence] })];
  },
});

/** With it `docker run` ends where no container was made. */
const OF_DOCKER_ITSELF = 125;

/** The sentences of Docker and Podman, and of whoever speaks with their sockets. */
const OF_DOCKER = /\b(?:daemon|docker_engine|dockerDesktop\w*|docker API|Podman|Docker Desktop|WSL|\w+\.sock)\b/;

export const page: Page = {
  title: 'Docker is not running',
  what: 'The server runs in a container. The command `docker` was found, and the daemon that it talks to does not answer.',
  why: 'Docker Desktop is not started, the service is stopped, or it listens elsewhere than `DOCKER_HOST` says.',
  remedy: 'Start Docker Desktop, or the service. `docker ps` in a terminal shows whether it answers.',
  exceptions:
    'Where `docker ps` works in a terminal, the client lacks the `DOCKER_HOST` or the context that the terminal has.',
};

export const examples: Examples = () => [
  {
    name: 'the end alone, of a container',
    fires: true,
    given: {
      config: '{ "mcpServers": { "a": { "command": "docker", "args": ["run", "-i", "--rm", "acme/mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'docker ps',
  },
  {
    name: 'the same, of a container that has not what it needs to be spoken to',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "docker", "args": ["run", "--rm", "acme/mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'Docker’s own exit code alone',
    fires: true,
    given: {
      config: '{ "mcpServers": { "a": { "command": "docker", "args": ["run", "-i", "--rm", "acme/mcp"] } } }',
      exit: { code: 125, signal: null },
    },
  },
  {
    name: 'on macOS and Linux',
    fires: true,
    given: {
      stderr:
        'docker: Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?.',
    },
  },
  {
    name: 'on Windows',
    fires: true,
    given: {
      stderr:
        'docker: error during connect: Head "http://%2F%2F.%2Fpipe%2FdockerDesktopLinuxEngine/_ping": open //./pipe/dockerDesktopLinuxEngine: The system cannot find the file specified.',
    },
  },
  {
    name: 'an image that is not there',
    fires: false,
    given: { stderr: 'docker: Error response from daemon: pull access denied for acme' },
  },
];
