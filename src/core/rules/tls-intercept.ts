import { accountOf } from '../deduce/account';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

/** Nobody was there: a certificate would have had to be shown first. */
const NOT_REACHED = /\b(?:[Cc]ould not|[Cc]annot|[Uu]nable to) (?:connect|reach)\b|\b[Uu]nreachable\b/;

export const rule = defineRule({
  id: 'tls-intercept',
  label: 'tls-intercept',
  cause: 'tls-or-registry',
  stage: 'fetch',
  reads: [
    'certificate-refused',
    'tls-refused',
    'connection-failed',
    'npm-speaks',
    'pypi-unreachable',
    'module-missing',
    'account',
  ],
  over: ['backend-unavailable', 'remote-unreachable', 'registry-access'],
  messages: {
    node: 'A certificate is not trusted, mostly that of a company’s proxy. Give Node.js the company’s root certificate in `NODE_EXTRA_CA_CERTS`, or set `NODE_USE_SYSTEM_CA=1`.',
    python:
      'A certificate is not trusted, mostly that of a company’s proxy. Have uv take the system’s certificates with `UV_SYSTEM_CERTS=1` (`UV_NATIVE_TLS=1` before 0.9), or name a file in `SSL_CERT_FILE`.',
    protocol:
      'The two sides do not agree on TLS: the one that is called speaks none, or another version of it. `https://` in front of a server without encryption does that, and so does a proxy that is named with it.',
    default:
      'A certificate is not trusted: that of a company’s proxy, or one that the server signed itself. Give the program that speaks the root certificate to trust.',
  },
  match: ({ facts, entry }, say) => {
    const [refused] = facts.all('certificate-refused');
    const failed = facts.first('connection-failed');
    // On one's own machine nobody can have a certificate that others vouch for.
    if (
      !refused &&
      failed?.how === 'unsaid' &&
      !NOT_REACHED.test(failed.evidence.text) &&
      OWN_HTTPS.test(`${failed.evidence.text} ${entry?.url?.safe ?? ''}`)
    )
      return [say('default', {}, { confidence: 'likely', evidence: [failed.evidence] })];
    const account = accountOf({ facts }, 'certificate');
    if (!refused && account) return [say('default', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const tls = facts.first('tls-refused');
    if (!refused && tls) return [say('protocol', {}, { confidence: 'likely', evidence: [tls.evidence] })];
    if (!refused) return [];
    const runner = entry?.command?.safe ?? '';
    const message =
      facts.first('pypi-unreachable') || /\buvx?$|\bpython[\d.]*$|\bpipx?$/.test(runner)
        ? 'python'
        : facts.first('npm-speaks') || /\b(?:npx|npm|node|bunx|pnpm)(?:\.\w+)?$/.test(runner)
          ? 'node'
          : 'default';
    return [say(message, {}, { confidence: 'likely', evidence: [refused.evidence] })];
  },
});

const OWN_HTTPS = /\bhttps:\/\/(?:localhost|127\.0\.0\.1|\[::1\])\b/;

export const page: Page = {
  title: 'A certificate is not trusted',
  what: 'The other side showed a certificate that no authority known here has signed, and the connection was given up.',
  why: 'Companies open encrypted connections at a proxy and sign them with a root of their own. Browsers know it from the system; Node.js, uv and others have lists of their own. Or the server has signed its certificate itself.',
  remedy:
    'Name the root certificate: `NODE_EXTRA_CA_CERTS` for Node.js, `SSL_CERT_FILE` for Python and uv, or switch them to the system’s list. Put the variable into `env`: some clients do not hand on their own.',
  exceptions: 'Never switch the check off: whoever stands in between then reads every token.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'encryption, of one that speaks none',
    fires: true,
    given: {
      ...died,
      stderr: 'error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:ssl3_record.c:355:',
    },
    says: 'do not agree',
  },
  { name: 'somebody has seen it', fires: true, given: { log: 'our proxy does TLS interception of all that goes out' } },
  { name: 'somebody has seen none', fires: false, given: { log: 'our proxy lets TLS through' } },
  {
    name: 'npm',
    fires: true,
    given: { ...died, stderr: 'npm error code SELF_SIGNED_CERT_IN_CHAIN\nnpm error errno SELF_SIGNED_CERT_IN_CHAIN' },
  },
  {
    name: 'uv',
    fires: true,
    given: {
      ...died,
      stderr:
        'error: Failed to fetch: `https://index.test/simple/acme/`\n  Caused by: invalid peer certificate: UnknownIssuer',
    },
  },
  {
    name: 'Go',
    fires: true,
    given: { ...died, stderr: 'tls: failed to verify certificate: x509: certificate signed by unknown authority' },
  },
  {
    name: 'https on one’s own machine',
    fires: true,
    given: { stderr: 'Error sending message to https://localhost:8243/mcp: TypeError: fetch failed' },
  },
  { name: 'another failure', fires: false, given: { ...died, stderr: 'Error: certificate store is empty' } },
];
