import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'secret-in-the-open',
  label: null,
  cause: null,
  stage: 'entry',
  ofWholeFile: true,
  reads: ['secret-in-the-open', 'ready'],
  messages: {
    default: 'A secret goes to {host} over plain http: whoever is on the way reads it. Use https.',
  },
  match: ({ facts }, say) =>
    facts.all('secret-in-the-open').map(({ host, where }) =>
      say(
        'default',
        { host },
        {
          severity: facts.first('ready') ? 'information' : 'warning',
          confidence: 'likely',
          span: where.span,
          evidence: [{ kind: 'entry', line: null, text: where.safe }],
          standsWhenReady: true,
        },
      ),
    ),
});

export const page: Page = {
  title: 'A secret goes over plain http',
  what: 'The entry sends a key, a token or a login to another machine, and its address begins with `http://`.',
  why: 'The address was copied from a test on the same machine.',
  remedy: 'Write `https://`. Where the server has none, put a proxy with a certificate in front of it.',
  exceptions: 'This machine, its containers and private networks are left alone.',
};

const entry = (url: string, headers: unknown = { Authorization: 'Bearer ${input:t}' }) => ({
  config: JSON.stringify({
    inputs: [{ type: 'promptString', id: 't', description: 't' }],
    servers: { a: { url, headers } },
  }),
});

export const examples: Examples = () => [
  { name: 'a token', fires: true, given: entry('http://mcp.acme.io/mcp'), params: { host: 'mcp.acme.io' } },
  { name: 'the same machine', fires: false, given: entry('http://localhost:3000/mcp') },
  { name: 'a private network', fires: false, given: entry('http://192.168.1.4/mcp') },
  { name: 'hidden', fires: false, given: entry('https://mcp.acme.io/mcp') },
  { name: 'nothing secret', fires: false, given: entry('http://mcp.acme.io/mcp', {}) },
];
