import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'registry-access',
  label: 'registry-access',
  cause: 'tls-or-registry',
  stage: 'fetch',
  reads: ['npm-refused', 'npm-unreached', 'npm-name-refused', 'pypi-unreachable'],
  over: ['npm-package-missing'],
  messages: {
    refused:
      'The registry refuses to hand out the package ({code}). Sign in to it again, or correct the registry that `.npmrc` names.',
    busy: 'The registry hands nothing out for now ({code}): it has a fault, or was asked too often. Try again later; what is installed once starts without it.',
    unreached:
      'The package cannot be fetched: the registry is not reached ({code}). Is this machine online, and does it need a proxy?',
    mirror:
      'The registry that was asked has no package `{name}`, and it is not the public one: a project or the home names it in `.npmrc`. Name another registry there, or have the package put into this one.',
    silent:
      'The package cannot be fetched: the registry is not reached. Is this machine online, and does it need a proxy?',
    python:
      'The package cannot be fetched: the index is not reached. Is this machine online, and does it need a proxy or another index?',
  },
  match: ({ facts }, say) => {
    const npm = facts.all('npm-refused').find(({ code }) => kindOf(code) !== null);
    const index = facts.first('pypi-unreachable');
    if (npm) {
      const more = { confidence: 'evident', evidence: [npm.evidence] } as const;
      return [say(kindOf(npm.code) ?? 'unreached', { code: npm.code }, more)];
    }
    const mirror = facts.all('npm-name-refused').find(({ isMirror }) => isMirror);
    if (mirror) return [say('mirror', { name: mirror.name }, { confidence: 'likely', evidence: [mirror.evidence] })];
    const unreached = facts.first('npm-unreached');
    if (unreached) return [say('silent', {}, { confidence: 'likely', evidence: [unreached.evidence] })];
    return index ? [say('python', {}, { confidence: 'likely', evidence: [index.evidence] })] : [];
  },
});

/** npm's codes, by what they say of the registry. */
function kindOf(code: string): 'refused' | 'busy' | 'unreached' | null {
  if (/^ERR_PNPM_FETCH_40[13]$/.test(code)) return 'refused';
  if (/^ERR_PNPM_FETCH_(?:5\d\d|429)$/.test(code)) return 'busy';
  return code === 'ERR_PNPM_META_FETCH_FAIL' ? 'unreached' : (NPM[code] ?? null);
}

const NPM: Readonly<Record<string, 'refused' | 'busy' | 'unreached'>> = {
  E401: 'refused',
  E403: 'refused',
  ENEEDAUTH: 'refused',
  ECONNREFUSED: 'unreached',
  ECONNRESET: 'unreached',
  ETIMEDOUT: 'unreached',
  ENOTFOUND: 'unreached',
  EAI_AGAIN: 'unreached',
  ERR_SOCKET_TIMEOUT: 'unreached',
  ERR_STREAM_PREMATURE_CLOSE: 'unreached',
  ENOTCACHED: 'unreached',
  E426: 'refused',
  E407: 'unreached',
  E429: 'busy',
  E500: 'busy',
  E502: 'busy',
  E503: 'busy',
  E504: 'busy',
};

export const page: Page = {
  title: 'The registry does not hand out the package',
  what: 'The package client asked the registry for the server, and was refused or not answered.',
  why: 'A token for a private registry is out of date, an `.npmrc` in the home or the project names a registry that is not meant, a mirror does not have it, or there is no way out of this network.',
  remedy:
    'Ask for the package in a terminal with the same client: `npm view NAME`, `uvx NAME`. Then mend what it says: sign in, registry, proxy.',
  exceptions:
    'A registry that answers "there is no such package" says that; a company’s own may lack what the public one has.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'asked too often',
    fires: true,
    given: { ...died, stderr: 'npm error 429 Too Many Requests - GET https://npm.corp.test/acme' },
    params: { code: 'E429' },
  },
  {
    name: 'a registry of a company',
    fires: true,
    given: {
      ...died,
      stderr:
        'npm error code E404\nnpm error 404 Not Found - GET https://npm.corp.test/repository/npm/acme - Not found',
    },
    params: { name: 'acme' },
  },
  {
    name: 'no code',
    fires: true,
    given: {
      ...died,
      stderr: 'npm error network request to https://registry.example/acme failed, reason: connect ETIMEDOUT',
    },
  },
  {
    name: 'a stale token',
    fires: true,
    given: { ...died, stderr: 'npm error code E401\nnpm error Incorrect or missing password.' },
    params: { code: 'E401' },
  },
  {
    name: 'no network',
    fires: true,
    given: { ...died, stderr: 'npm ERR! code ENOTFOUND\nnpm ERR! network request to https://r.test/a failed' },
  },
  {
    name: 'uv',
    fires: true,
    given: {
      ...died,
      stderr:
        'error: Failed to fetch: `https://index.test/simple/acme/`\n  Caused by: HTTP status client error (403 Forbidden)',
    },
  },
  { name: 'no such package', fires: false, given: { ...died, stderr: 'npm error code E404' } },
];
