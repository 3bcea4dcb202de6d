import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { isSecretName } from '../secrets/names';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'input-undeclared',
  label: 'variable-not-expanded',
  cause: 'variable-not-expanded',
  stage: 'entry',
  ofWholeFile: true,
  reads: ['input-undeclared'],
  messages: {
    default:
      'The file declares no input {id}: the client cannot ask for it, and does not start the server. Declare it under `inputs`.',
  },
  match: ({ facts, entry, file }, say) =>
    facts.all('input-undeclared').map(({ id, where }) => {
      const declaration = {
        type: 'promptString',
        id,
        description: id,
        ...(isSecretName(id) ? { password: true } : {}),
      };
      return say(
        'default',
        { id },
        {
          span: where.span,
          evidence: [{ kind: 'entry', line: null, text: where.safe }],
          fixes:
            file && entry
              ? entryFix(
                  entry,
                  'declare-input',
                  fill('Declare the input {id}', { id }),
                  editorOf(file).appendItems(file, ['inputs'], [declaration]),
                )
              : [],
        },
      );
    }),
});

export const page: Page = {
  title: 'An input that is declared nowhere',
  what: 'The entry has `${input:ID}`, and no input of that id stands under `inputs`.',
  why: 'The entry was copied without its input, or one of them was renamed.',
  remedy: 'Declare it: `"inputs": [{ "type": "promptString", "id": "ID", "description": "…", "password": true }]`.',
  exceptions: 'Clients without inputs do not fill it in at all: that is another cause.',
};

const entry = (inputs: readonly unknown[]) => ({
  config: JSON.stringify({ inputs, servers: { a: { command: 'acme', env: { A: '${input:a-key}' } } } }),
});

export const examples: Examples = () => [
  {
    name: 'another id',
    fires: true,
    given: entry([{ type: 'promptString', id: 'token', description: 'x' }]),
    params: { id: 'a-key' },
  },
  {
    name: 'none',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "acme", "args": ["${input:b}"] } } }' },
  },
  { name: 'declared', fires: false, given: entry([{ type: 'promptString', id: 'a-key', description: 'x' }]) },
];
