import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'tunnel-address',
  label: null,
  cause: null,
  stage: 'entry',
  reads: ['tunnel-address', 'ready'],
  messages: {
    default:
      '{host} is a tunnel that somebody has opened: it is gone when they close it, and the next one has another name.',
  },
  match: ({ facts }, say) =>
    facts.all('tunnel-address').map(({ host, where }) =>
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
  title: 'An address that does not last',
  what: 'The server is called through a tunnel (ngrok, Cloudflare, localtunnel).',
  why: 'Such names are lent for as long as the tunnel is open.',
  remedy: 'Give the server an address of its own, or write this one where only you read it.',
  exceptions: 'A name that was reserved stays.',
};

const entry = (url: string) => ({ config: JSON.stringify({ servers: { a: { url } } }) });

export const examples: Examples = () => [
  {
    name: 'ngrok',
    fires: true,
    given: entry('https://a1b2-c3.ngrok-free.app/mcp'),
    params: { host: 'a1b2-c3.ngrok-free.app' },
  },
  { name: 'its own site', fires: false, given: entry('https://ngrok.com/mcp') },
];
