import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'empty-setting',
  label: 'missing-env',
  cause: 'missing-setting',
  stage: 'entry',
  reads: ['empty-setting', 'ready', ...READ_OF_BARE_FAILURE],
  messages: {
    default:
      '{name} is empty: the server gets nothing, also where your environment has a value for it. Put the value there, or leave the line out.',
  },
  match: (subject, say) => {
    const { facts, isQuoted = false } = subject;
    // Before people show an entry they take out of it what others are not to see.
    if (isQuoted && !isBareFailure(subject)) return [];
    return facts.all('empty-setting').map(({ name, where }) =>
      say(
        'default',
        { name },
        {
          severity: facts.first('ready') || isQuoted ? 'information' : 'warning',
          confidence: isQuoted ? 'possible' : 'likely',
          span: where.span,
          evidence: [{ kind: 'entry', line: null, text: name }],
          standsWhenReady: true,
        },
      ),
    );
  },
});

export const page: Page = {
  title: 'A setting is empty',
  what: 'A secret, or what belongs to one, is set to nothing.',
  why: 'The value was to be put in later. What the entry sets takes the place of what the environment has, so an empty text takes away what was there.',
  remedy: 'Put the value there; where the environment has it, leave the line out.',
  exceptions: 'Settings that hold no secret may be empty by intent, and nothing is said of them.',
};

const env = (settings: unknown) => ({ config: JSON.stringify({ servers: { a: { command: 'acme', env: settings } } }) });

export const examples: Examples = () => [
  { name: 'a token', fires: true, given: env({ ACME_TOKEN: '' }), params: { name: 'ACME_TOKEN' } },
  {
    name: 'what belongs to one',
    fires: true,
    given: env({ ACME_TENANT_ID: '', ACME_SECRET: 'x' }),
    params: { name: 'ACME_TENANT_ID' },
  },
  {
    name: 'an option',
    fires: true,
    given: { config: JSON.stringify({ servers: { a: { command: 'acme', args: ['--api-key=', '--stdio'] } } }) },
    params: { name: 'api-key' },
  },
  {
    name: 'an option that is no secret',
    fires: false,
    given: { config: JSON.stringify({ servers: { a: { command: 'acme', args: ['--prefix=', '--stdio'] } } }) },
  },
  { name: 'no secret', fires: false, given: env({ ACME_PREFIX: '' }) },
  { name: 'a value', fires: false, given: env({ ACME_TOKEN: '${env:ACME_TOKEN}' }) },
];
