import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'remote-session-or-host',
  label: 'remote-session-or-host',
  cause: 'remote-unreachable',
  stage: 'handshake',
  reads: ['http-session-refused'],
  over: ['remote-wrong-endpoint-or-transport', 'remote-unreachable'],
  messages: {
    host: 'The server does not take the name by which it is called here. On its side, add that host to those that it allows; or call it by the name that it knows.',
    session:
      'The server does not know the session (any more): it was restarted, or another of its copies answered. Connect again; on its side, keep sessions in one place.',
  },
  match: ({ facts }, say) =>
    facts
      .all('http-session-refused')
      .map(({ isHost, evidence }) =>
        say(isHost ? 'host' : 'session', {}, { confidence: 'likely', evidence: [evidence] }),
      ),
});

export const page: Page = {
  title: 'The remote server refuses the host or the session',
  what: 'The server is there. It refuses the name in the request, or a session that it does not have.',
  why: 'SDKs of servers look at the `Host` header, against attacks by DNS rebinding, and know `localhost` alone at first. Sessions live in the memory of one process: a restart, or a second copy behind a balancer, does not have them.',
  remedy:
    'Name the host among those allowed in the server’s settings. For sessions: one copy, or requests of a session to the same one.',
  exceptions: 'Clients that open a new session by themselves get over a lost one.',
};

export const examples: Examples = () => [
  { name: 'the host', fires: true, given: { stderr: '421 Misdirected Request: Invalid Host header' } },
  {
    name: 'the session',
    fires: true,
    given: { stderr: 'Error POSTing to endpoint (HTTP 404): Session not found' },
  },
  { name: 'a path', fires: false, given: { stderr: 'Error POSTing to endpoint (HTTP 404): page not found' } },
];
