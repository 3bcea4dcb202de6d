import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'registry-access',
  label: 'registry-access',
  cause: 'tls-or-registry',
  stage: 'fetch',
  reads: ['npm-refused', 'pypi-unreachable'],
  messages: {
    refused:
      'The registry refuses to hand out the package ({code}). Sign in to it again, or correct the registry that `.npmrc` names.',
    unreached:
      'The package cannot be fetched: the registry is not reached ({code}). Is this machine online, and does it need a proxy?',
    python:
      'The package cannot be fetched: the index is not reached. Is this machine online, and does it need a proxy or another index?',
  },
  match: ({ facts }, say) => {
    const npm = facts.all('npm-refused').find(({ code }) => code in NPM);
    const index = facts.first('pypi-unreachable');
    if (npm) {
      const more = { confidence: 'evident', evidence: [npm.evidence] } as const;
      return [say(NPM[npm.code] ?? 'unreached', { code: npm.code }, more)];
    }
    return index ? [say('python', {}, { confidence: 'likely', evidence: [index.evidence] })] : [];
  },
});

/** npm's codes, by what they say of the registry. */
const NPM: Readonly<Record<string, 'refused' | 'unreached'>> = {
  E401: 'refused',
  E403: 'refused',
  ENEEDAUTH: 'refused',
  ECONNREFUSED: 'unreached',
  ECONNRESET: 'unreached',
  ETIMEDOUT: 'unreached',
  ENOTFOUND: 'unreached',
  EAI_AGAIN: 'unreached',
  ERR_SOCKET_TIMEOUT: 'unreached',
  E500: 'unreached',
  E502: 'unreached',
  E503: 'unreached',
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
