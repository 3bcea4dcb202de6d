import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'variable-unset',
  label: 'missing-env',
  cause: 'missing-setting',
  stage: 'settings',
  reads: ['variable-unset', 'setting-missing'],
  messages: {
    several:
      '{names} are not set where this was checked. If {client} does not have them either, the server gets no values: set them where {client} is started.',
    default:
      '{names} is not set where this was checked. If {client} does not have it either, the server gets no value: set it where {client} is started.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    // What the server itself says of it is more.
    if (facts.first('setting-missing')) return [];
    return facts.all('variable-unset').map(({ names, where }) =>
      say(
        names.length > 1 ? 'several' : 'default',
        { names, client: clientNameOf(subject) },
        {
          severity: 'information',
          confidence: 'possible',
          span: where?.span ?? null,
          evidence: [{ kind: 'entry', line: null, text: names[0] ?? clientNameOf(subject) }],
        },
      ),
    );
  },
});

export const page: Page = {
  title: 'A variable of the environment that is not set',
  what: 'The entry takes a value from the environment, and the environment in which this was checked does not have it.',
  why: 'It is set in a shell only, and the client was started from the desktop; or on another machine.',
  remedy:
    'Set it for the client: in your login shell’s profile, or in the settings of your system; then start the client again.',
  exceptions: 'The client may have another environment than a terminal.',
};

const entry = (A: string) => ({ config: JSON.stringify({ servers: { a: { command: 'acme', env: { A } } } }) });

export const examples: Examples = () => [
  { name: 'not set', fires: true, given: entry('${env:ACME_TOKEN}'), params: { names: ['ACME_TOKEN'] } },
  { name: 'two', fires: true, given: entry('${env:ACME_A}${env:ACME_B}') },
  { name: 'set', fires: false, given: entry('${env:PATH}') },
];
