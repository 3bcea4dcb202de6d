import { isAboutRemote, isOfService } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'bad-credentials',
  label: 'bad-credentials',
  cause: 'bad-credentials',
  stage: 'settings',
  reads: ['credentials-refused', 'silent', 'npm-refused', 'docker-image-refused', 'http-refused', 'oauth-failed'],
  messages: {
    default:
      'The service behind this server refuses the credentials that it was given: {line}. Give it a new key or token, of the right account and with the rights that it needs.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const refused = facts.first('credentials-refused');
    // Somebody else refused: the registry, or the remote server itself.
    const isOther = facts.first('npm-refused') ?? facts.first('docker-image-refused');
    // A server that is started may sign in to the service behind it by OAuth, and speaks of that in the same words.
    const flow = facts.first('oauth-failed');
    const said = flow ? (isOfService(subject, flow) ? flow : undefined) : refused;
    if (!said || isOther || facts.first('silent')) return [];
    const { evidence } = said;
    if (facts.first('http-refused')?.isTransport || isAboutRemote(subject, evidence.text)) return [];
    return [say('default', { line: evidence.text }, { confidence: 'likely', evidence: [evidence] })];
  },
});

export const page: Page = {
  title: 'The credentials are refused',
  what: 'The server got a key, a token or a password, showed it to the service behind it, and was refused.',
  why: 'It is out of date, was revoked, belongs to another account or another environment, lacks a right, or was copied with a blank or a quote.',
  remedy: 'Make a new one with the rights that the server’s documentation names, and put it in place of the old one.',
  exceptions:
    'A setting that is missing at all, and a remote MCP server that refuses its client, are causes of their own.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  { name: 'a key', fires: true, given: { ...died, stderr: 'Error: Registry request failed: Invalid API key' } },
  { name: 'a name of an error', fires: true, given: { ...died, stderr: 'panic: invalid_auth' } },
  {
    name: 'a database',
    fires: true,
    given: { ...died, stderr: "Login failed for user 'sa'." },
  },
  {
    name: 'what a local server was given for OAuth',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "python", "args": ["/a.py"] } } }',
      stderr: "google.auth.exceptions.RefreshError: ('invalid_grant: Token has been expired or revoked.')",
    },
  },
  { name: 'a status', fires: true, given: { ...died, stderr: 'AxiosError: Request failed with status code 401' } },
  {
    name: 'the remote server',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp" } } }',
      stderr: 'Error POSTing to endpoint (HTTP 401): Invalid token',
    },
  },
  { name: 'the registry', fires: false, given: { ...died, stderr: 'npm error code E401\nnpm error Invalid token' } },
];
