import { hideShapes } from '../secrets/mask';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'command-and-address',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['command-and-address'],
  messages: {
    default:
      'This entry has a command and an address: a server is started or called, not both. Clients differ in which they take; leave one out, or say which by `type`.',
  },
  match: ({ facts }, say) =>
    facts.all('command-and-address').map(({ address }) =>
      say(
        'default',
        {},
        {
          severity: 'warning',
          confidence: 'likely',
          span: address.nameSpan,
          evidence: [{ kind: 'entry', line: null, text: hideShapes(address.name) }],
        },
      ),
    ),
});

export const page: Page = {
  title: 'A command and an address in one entry',
  what: 'An entry is of a local server, which is started, or of a remote one, which is called. This one says both.',
  why: 'Two examples were put into one. Codex refuses such an entry, other clients take the one or the other.',
  remedy: 'Leave out what is not meant.',
  exceptions: 'Where `type` says which is meant, the other one is passed over.',
};

const entry = (fields: unknown) => ({
  path: '/w/.cursor/mcp.json',
  config: JSON.stringify({ mcpServers: { a: fields } }),
});

export const examples: Examples = () => [
  { name: 'both', fires: true, given: entry({ command: 'npx', args: ['x'], url: 'https://x.test/mcp' }) },
  {
    name: 'the type says which',
    fires: false,
    given: entry({ type: 'stdio', command: 'npx', args: ['x'], url: 'https://x.test/mcp' }),
  },
  { name: 'one', fires: false, given: entry({ command: 'npx', args: ['x', 'https://x.test/mcp'] }) },
];
