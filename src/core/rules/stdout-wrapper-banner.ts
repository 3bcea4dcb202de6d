import { pollutedStdout, READ_OF_POLLUTED_STDOUT } from '../deduce/polluted-stdout';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdout-wrapper-banner',
  label: 'stdout-wrapper-banner',
  cause: 'stdout-pollution',
  stage: 'stream',
  reads: READ_OF_POLLUTED_STDOUT,
  messages: {
    default:
      'What launches the server prints on stdout, where only messages of the protocol may stand: {first}. Start the server’s file with `node` directly, or silence the launcher (`npm run --silent`).',
  },
  match: (subject, say) => {
    const polluted = pollutedStdout(subject, 'wrapper');
    if (!polluted) return [];
    const { first, ...more } = polluted;
    return first === null ? [] : [say('default', { first }, more)];
  },
});

export const page: Page = {
  title: 'The launcher writes into the protocol',
  what: 'stdout of a local server belongs to the protocol: one message a line. Here a launcher speaks on it first: `npm run`, `yarn`, pnpm, a version manager, a start-up file of the shell.',
  why: '`npm run` and `yarn` print the script that they run. In a terminal that looks right; a client takes it for a broken message.',
  remedy:
    'Write what the script runs into `command` and `args`: `node` and the full path of the built file. Or `npm run --silent NAME`, `yarn --silent`, `pnpm --silent`.',
  exceptions: 'Some clients skip lines that are no message. There it is worth mending, and no cause of failure.',
};

export const examples: Examples = () => [
  {
    name: 'npm run',
    fires: true,
    given: { stdout: '> acme-mcp@1.0.0 start\n> node dist/index.js' },
    params: { first: '> acme-mcp@1.0.0 start' },
  },
  {
    name: 'a client’s parser',
    fires: true,
    given: { stderr: `Unexpected token '>', "> acme-mcp"... is not valid JSON` },
  },
  {
    name: 'a parser that quotes one character',
    fires: false,
    given: { stderr: "invalid character '>' looking for beginning of value" },
  },
  { name: 'yarn', fires: true, given: { stdout: 'yarn run v1.22.19\n$ node dist/index.js' } },
];
