import { isAboutRemote } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'backend-unavailable',
  label: 'backend-unavailable',
  cause: 'backend-unavailable',
  stage: 'settings',
  over: ['first-run-download-timeout'],
  reads: ['connection-failed', 'npm-speaks', 'pypi-unreachable'],
  messages: {
    at: 'This server needs something else to be running, and does not reach it at {to}. Start that first, or correct its address among the settings.',
    default:
      'This server needs something else to be running, an application or a database, and does not reach it. Start that first, or correct its address among the settings.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const failed = facts.first('connection-failed');
    if (!failed || facts.first('npm-speaks') || facts.first('pypi-unreachable')) return [];
    const { to, how, evidence } = failed;
    if (isAboutRemote(subject, evidence.text)) return [];
    const more = {
      confidence: how === 'unsaid' || how === 'broken' ? 'possible' : 'likely',
      evidence: [evidence],
    } as const;
    return [to === null ? say('default', {}, more) : say('at', { to }, more)];
  },
});

export const page: Page = {
  title: 'What stands behind the server is not there',
  what: 'The server started, called the application or the database that it is a bridge to, and nobody answered.',
  why: 'That program is not running, listens elsewhere, or `localhost` means another machine here, as in a container; some systems take `localhost` for `::1` while it listens on `127.0.0.1`.',
  remedy: 'Start what the server belongs to, then check again. If it runs, correct host and port in `env` or `args`.',
  exceptions: 'Where the entry is a remote server, or a bridge to one, that server itself is not reached.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a database',
    fires: true,
    given: { ...died, stderr: 'Error: connect ECONNREFUSED 127.0.0.1:5432\n    at TCPConnectWrap.afterConnect' },
    params: { to: '127.0.0.1:5432' },
  },
  {
    name: 'an application, in words',
    fires: true,
    given: { ...died, stderr: "Can't connect to API. Please ensure Acme is running and reachable." },
  },
  {
    name: 'a package client that reaches no registry',
    fires: false,
    given: { ...died, stderr: 'npm error code ECONNREFUSED\nnpm error connect ECONNREFUSED 127.0.0.1:4873' },
  },
  {
    name: 'the remote server itself',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "http://localhost:8000/mcp" } } }',
      stderr: 'connect ECONNREFUSED 127.0.0.1:8000',
    },
  },
];
