import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'input-unused',
  label: null,
  cause: null,
  stage: 'file',
  ofWholeFile: true,
  reads: ['input-unused'],
  messages: { default: 'No server uses the input {id}. It harms nobody, and may be left over.' },
  match: ({ facts, entry }, say) =>
    entry
      ? []
      : facts
          .all('input-unused')
          .map(({ id, span }) =>
            say('default', { id }, { severity: 'hint', span, evidence: [{ kind: 'entry', line: null, text: id }] }),
          ),
});

export const page: Page = {
  title: 'An input that no server uses',
  what: 'An input is declared, and `${input:ID}` stands nowhere.',
  why: 'Its server was taken out, or its id was misspelt where it is used.',
  remedy: 'Take it out, or correct the id.',
  exceptions: 'None.',
};

const file = (value: string) => ({
  config: JSON.stringify({
    inputs: [{ type: 'promptString', id: 'a-key', description: 'x' }],
    servers: { a: { command: 'acme', env: { A: value } } },
  }),
});

export const examples: Examples = () => [
  { name: 'left over', fires: true, given: file('x'), params: { id: 'a-key' } },
  { name: 'used', fires: false, given: file('${input:a-key}') },
];
