import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'config-wrong-schema',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['config-refused'],
  precludesStart: true,
  messages: {
    default:
      'The client does not take this entry as it is written: a key has another name or another type for it, or is missing. Compare it with the example in the documentation of this client.',
  },
  match: ({ facts }, say) =>
    facts
      .all('config-refused')
      .map(({ evidence }) => say('default', {}, { confidence: 'likely', evidence: [evidence] })),
});

export const page: Page = {
  title: 'The entry has the form of another client',
  what: 'The file can be parsed, and the client refuses an entry in it, or the whole of it.',
  why: 'Clients call the same things by different names: `servers` and `mcpServers`, `env` and `environment`, `url`, `serverUrl` and `httpUrl`, `http` and `streamableHttp`. An entry that was copied from another client’s documentation does not fit.',
  remedy: 'Write the entry as the documentation of this client shows it.',
  exceptions: 'A file that cannot be parsed is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'a client’s words',
    fires: true,
    given: { stderr: '└ [Error] mcpServers.acme: Does not adhere to MCP server configuration schema' },
  },
  { name: 'another’s', fires: true, given: { stderr: 'Invalid config: missing or invalid parameters' } },
  {
    name: 'it cannot be parsed',
    fires: false,
    given: { stderr: 'mcp.json: Unexpected token } in JSON at position 12: invalid configuration' },
  },
];
