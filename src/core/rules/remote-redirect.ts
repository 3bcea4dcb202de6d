import { sideOf } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'remote-redirect',
  label: 'remote-redirect',
  cause: 'remote-wrong-endpoint-or-transport',
  stage: 'handshake',
  reads: ['http-refused', 'ended'],
  messages: {
    default:
      'The server sends the client to another address (HTTP {status}), and this client does not follow. Write the final address: mostly with or without a slash at its end, or with `https`.',
  },
  match: (subject, say) => {
    const refused = subject.facts.first('http-refused');
    if (!refused || refused.status < 300 || refused.status > 308) return [];
    const { status, evidence } = refused;
    const side = sideOf(subject, refused);
    if (side === 'other') return [];
    const span = subject.entry?.url?.span ?? null;
    const confidence = side === 'remote' ? 'likely' : 'possible';
    return [say('default', { status }, { confidence, span, evidence: [evidence] })];
  },
});

export const page: Page = {
  title: 'The server sends the client elsewhere',
  what: 'The address answers with a redirection. With a message in hand, or with credentials, clients do not follow it.',
  why: 'A slash at the end of the path is missing or one too many, or the address begins with `http` where the server wants `https`.',
  remedy: 'Write the address to which it redirects into the entry.',
  exceptions: 'A redirection of the login to a browser belongs to OAuth.',
};

const remote = '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp" } } }';

export const examples: Examples = () => [
  {
    name: 'a slash',
    fires: true,
    given: { config: remote, stderr: 'HTTP error: 307 Temporary Redirect' },
    params: { status: 307 },
  },
  {
    name: 'Python’s client',
    fires: true,
    given: { stderr: "httpx.HTTPStatusError: Redirect response '307 Temporary Redirect' for url 'https://x.test/mcp'" },
  },
  { name: 'what a local server asks', fires: false, given: { stderr: 'GET /login: 307 Temporary Redirect' } },
];
