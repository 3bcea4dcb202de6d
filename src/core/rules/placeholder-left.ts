import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'placeholder-left',
  label: 'invalid-setting-value',
  cause: 'invalid-setting-value',
  stage: 'entry',
  reads: ['placeholder', 'ready', ...READ_OF_BARE_FAILURE],
  messages: {
    default: '{text} is a placeholder: put the value there that is yours.',
    named: '{name} still has a placeholder, {text}: put the value there that is yours.',
  },
  match: (subject, say) => {
    const { facts, isQuoted = false } = subject;
    // Before people show an entry they take out of it what others are not to see.
    if (isQuoted && !isBareFailure(subject)) return [];
    return facts.all('placeholder').map(({ text, name, where }) => {
      const more = {
        severity: facts.first('ready') || isQuoted ? 'information' : 'warning',
        confidence: isQuoted ? 'possible' : 'likely',
        span: where.span,
        evidence: [{ kind: 'entry', line: null, text }],
        standsWhenReady: true,
        ...(isQuoted ? ({ isGuess: true, isLastGuess: true } as const) : {}),
      } as const;
      return name === null ? say('default', { text }, more) : say('named', { name, text }, more);
    });
  },
});

export const page: Page = {
  title: 'A placeholder was left in',
  what: 'A value says what is to be put there: `YOUR_API_KEY`, `<token>`, `/path/to/server`.',
  why: 'The example of a README was copied, and not everything in it replaced. The server starts with these words, and fails where it uses them.',
  remedy: 'Put the real value there; a secret better as a variable of the client.',
  exceptions: 'A file that is a template for others has them by intent.',
};

const entry = (fields: unknown) => ({ config: JSON.stringify({ servers: { a: fields } }) });
const env = (A_KEY: string) => entry({ command: 'acme', env: { A_KEY } });

export const examples: Examples = () => [
  ...[
    'YOUR_API_KEY',
    'your-key-here',
    '<token>',
    'xxxxxxxx',
    'INSERT_KEY_HERE',
    'sua_chave_aqui',
    'A_KEY',
    'sk-xxxxxxxx',
    'REPLACE_ME',
    '...',
    '你的_密钥',
    'my-string',
    'api_key',
    'sk-…',
    'postgres://user:password@db.acme.io/acme',
  ].map((value) => ({
    name: value,
    fires: true,
    given: env(value),
  })),
  {
    name: 'a header of a bridge',
    fires: true,
    given: entry({ command: 'npx', args: ['mcp-remote', 'https://x.test/mcp', '--header', 'X-Acme: YOUR_TOKEN'] }),
  },
  { name: 'a path', fires: true, given: entry({ command: 'node', args: ['/path/to/server.js'] }), says: '/path/to' },
  { name: 'somebody’s home', fires: true, given: entry({ command: 'node', args: ['/Users/your-name/a.js'] }) },
  { name: 'an address', fires: true, given: entry({ url: 'https://<host>/mcp' }) },
  ...[
    'production',
    'eu-west-1',
    'true',
    'sk-proj-9fK2hJ8aLq3TzXwV',
    'My server',
    '10',
    'put',
    'your',
    'https://acme.io/x',
    'text/html',
    'a<b',
  ].map((value) => ({
    name: value,
    fires: false,
    given: env(value),
  })),
  ...['fill-mask', 'put-object', 'su-admin', 'change-feed', 'hier-archy'].map((value) => ({
    name: `a name: ${value}`,
    fires: false,
    given: entry({ command: 'acme', env: { ACME_TASK: value } }),
  })),
  {
    name: 'words of a command',
    fires: false,
    given: entry({ command: 'npx', args: ['-y', 'change-case-mcp', 'put', '--here'] }),
  },
];
