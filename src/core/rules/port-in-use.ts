import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'port-in-use',
  label: 'port-in-use',
  cause: 'port-or-lock',
  stage: 'load',
  reads: ['port-taken', 'ended', 'silent', 'port'],
  messages: {
    owner:
      'The server listens on {port} besides, and process {pid} has it already: {command}. End that one, or give this one another port.',
    default:
      'The server listens on {port} besides, and somebody has it already: mostly another copy of the same server. End that one, or give this one another port.',
  },
  match: ({ facts }, say) => {
    const taken = facts.first('port-taken');
    // One that goes on without it says so, and answers.
    if (!taken || facts.first('silent')) return [];
    const port = taken.port === null ? safe('a port') : fill('port {port}', { port: taken.port });
    const wants = taken.port === null ? [] : [{ kind: 'port', port: taken.port } as const];
    const owner = wants[0] && facts.answerTo(wants[0])?.owner;
    const more = {
      confidence: facts.first('ended') ? 'evident' : 'likely',
      evidence: [taken.evidence],
      wants,
    } as const;
    if (owner) return [say('owner', { port, pid: owner.pid, command: owner.command }, more)];
    return [say('default', { port }, more)];
  },
});

export const page: Page = {
  title: 'The port is taken',
  what: 'The server opens a port of its own besides speaking with the client, and the system refused it: another process listens there.',
  why: 'A second client, or a second window, has started the same server; or an earlier copy was not ended when its client was.',
  remedy:
    'End the other copy (`lsof -i :PORT`, on Windows `netstat -ano`), or set another port where the server has a switch or a variable for it.',
  exceptions: 'Servers that go on without the port print the same words as a warning: those are not blamed.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'who has it is known',
    fires: true,
    given: {
      ...died,
      stderr: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3000',
      world: [{ kind: 'port', port: safe('3000'), owner: { pid: 4711, command: safe('node acme.js') } }],
    },
    params: { pid: 4711 },
  },
  {
    name: 'Node',
    fires: true,
    given: {
      ...died,
      stderr: 'Error: listen EADDRINUSE: address already in use 127.0.0.1:3000\n    at x (net.js:1:1)',
    },
    params: { port: 'port 3000' },
  },
  {
    name: 'Python',
    fires: true,
    given: {
      ...died,
      stderr:
        "OSError: [Errno 98] error while attempting to bind on address ('127.0.0.1', 8000): address already in use",
    },
  },
  {
    name: 'Go',
    fires: true,
    given: { ...died, stderr: 'listen tcp :8080: bind: address already in use' },
    params: { port: 'port 8080' },
  },
  {
    name: 'Windows',
    fires: true,
    given: {
      ...died,
      stderr: 'bind: Only one usage of each socket address (protocol/network address/port) is normally permitted.',
    },
    params: { port: 'a port' },
  },
  {
    name: 'one that goes on',
    fires: false,
    given: { silent: true, stderr: 'Port 3000 is in use, trying another one' },
  },
  { name: 'a port, and no trouble', fires: false, given: { ...died, stderr: 'dashboard on port 3000\nError: no' } },
];
