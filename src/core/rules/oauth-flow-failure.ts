import { isOfService } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'oauth-flow-failure',
  label: 'oauth-flow-failure',
  cause: 'remote-auth',
  stage: 'handshake',
  reads: ['oauth-failed', 'http-refused'],
  over: ['remote-auth-missing', 'remote-wrong-endpoint-or-transport'],
  messages: {
    default:
      'The sign-in to the remote server failed: {what}. Sign in again from the beginning; where that fails, too, the server wants a client that is registered with it.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const [failed] = facts.all('oauth-failed');
    if (!failed || isOfService(subject, failed)) return [];
    const refused = facts.first('http-refused');
    const evidence = [failed.evidence, ...(refused ? [refused.evidence] : [])];
    return [say('default', { what: failed.what }, { confidence: 'likely', evidence })];
  },
});

export const page: Page = {
  title: 'The sign-in by OAuth failed',
  what: 'The client has begun to sign in to the remote server, and one of the steps failed.',
  why: 'A token or a registration that was kept is out of date, the server registers no clients by itself, the address for the way back is another one than the registered one, or the window was closed.',
  remedy:
    'Delete what is kept of earlier sign-ins (`mcp-remote` keeps it in `~/.mcp-auth`) and sign in again. Where the server takes registered clients only, give it the id of one, or a token in `headers`.',
  exceptions: 'A server that refuses before any sign-in has begun wants a header.',
};

export const examples: Examples = () => [
  {
    name: 'no registration',
    fires: true,
    given: {
      stderr: 'Connection error: Error: Incompatible auth server: does not support dynamic client registration',
    },
  },
  {
    name: 'a stale token',
    fires: true,
    given: { stderr: 'Error POSTing to endpoint (HTTP 401): x\nToken refresh failed: invalid_grant' },
    params: { what: 'invalid_grant' },
  },
  {
    name: 'a local server, of the service behind it',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "python", "args": ["/a.py"] } } }',
      stderr: "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.')",
    },
  },
  {
    name: 'a header is wanted',
    fires: false,
    given: { stderr: 'Error POSTing to endpoint (HTTP 401): {"error":"missing token"}' },
  },
];
