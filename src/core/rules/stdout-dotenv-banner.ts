import { pollutedStdout, READ_OF_POLLUTED_STDOUT } from '../deduce/polluted-stdout';
import { editorOf } from '../edit';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdout-dotenv-banner',
  label: 'stdout-dotenv-banner',
  cause: 'stdout-pollution',
  stage: 'stream',
  reads: READ_OF_POLLUTED_STDOUT,
  messages: {
    default:
      'dotenv prints a banner on stdout, where only messages of the protocol may stand: {first}. Set DOTENV_CONFIG_QUIET=true in `env`.',
  },
  match: (subject, say) => {
    const polluted = pollutedStdout(subject, 'dotenv');
    if (!polluted) return [];
    const { first, ...more } = polluted;
    const fixes = subject.file && subject.entry ? [quiet(subject.file, subject.entry)] : [];
    return [say('default', { first: first ?? safe('[dotenv@…') }, { ...more, fixes })];
  },
});

/** dotenv reads it before it says anything. */
function quiet(file: ConfigFile, entry: ServerEntry): Fix {
  return {
    id: 'silence-dotenv',
    title: safe('Set DOTENV_CONFIG_QUIET to true'),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).setProperties(file, [...entry.path, entry.keys.env], { DOTENV_CONFIG_QUIET: 'true' }),
    trying: 'start',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'dotenv writes into the protocol',
  what: 'stdout of a local server belongs to the protocol: one message a line. The library dotenv, since version 17, prints a line of its own there, and this client gave up on it.',
  why: 'The server loads a `.env` file with dotenv, which says so on stdout unless it is told to be quiet.',
  remedy: 'Set `DOTENV_CONFIG_QUIET` to `true` in `env`, or take a version of the server that loads it quietly.',
  exceptions: 'Some clients skip lines that are no message. There this is no cause of failure.',
};

export const examples: Examples = () => [
  {
    name: 'a client’s parser',
    fires: true,
    given: { stderr: `Unexpected token 'd', "[dotenv@17."... is not valid JSON` },
    params: { first: '[dotenv@17.' },
  },
  { name: 'the banner itself', fires: true, given: { stdout: '◇ injected env (0) from .env // tip: x' } },
  {
    name: 'a server that works, for a client that skips it',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "node" } } }',
      stdout: '[dotenv@17.2.0] injecting env (0) from .env',
      ready: true,
    },
  },
  { name: 'somebody else’s words', fires: false, given: { stdout: 'Server listening' } },
];
