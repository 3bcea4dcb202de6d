import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'invalid-tool-schema',
  label: 'invalid-tool-schema',
  cause: 'protocol-mismatch',
  stage: 'lists',
  reads: ['tool-schema-refused'],
  over: ['invalid-setting-value'],
  messages: {
    default:
      'The handshake works. The client does not take the list of tools: the schema of one of them is not valid for it. Take a newer release of the server, or switch that tool off.',
  },
  match: ({ facts }, say) =>
    facts
      .all('tool-schema-refused')
      .map(({ evidence }) => say('default', {}, { confidence: 'likely', evidence: [evidence], standsWhenReady: true })),
});

export const page: Page = {
  title: 'The schema of a tool is not valid',
  what: 'The server is connected, and its tools are missing or refused: the JSON Schema that describes the arguments of one of them is wrong, or has what this client does not take.',
  why: 'Clients check schemas with different strictness, and models take a part of JSON Schema only.',
  remedy: 'Take a newer release of the server. The number in the message (`tools[4]`) tells which tool it is.',
  exceptions: 'A tool that is called with wrong arguments gives an error of that call.',
};

export const examples: Examples = () => [
  {
    name: 'a client’s validator',
    fires: true,
    given: { stderr: 'Invalid input: tools[4].inputSchema.type: Expected "object", received "string"' },
  },
  {
    name: 'a model',
    fires: true,
    given: { stderr: "Invalid schema for function 'acme_list': array schema missing items" },
  },
  { name: 'a call', fires: false, given: { stderr: 'Tool acme_list failed: invalid arguments' } },
];
