import { pollutedStdout, READ_OF_POLLUTED_STDOUT } from '../deduce/polluted-stdout';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdio-framing',
  label: 'stdio-framing',
  cause: 'stdio-framing',
  stage: 'stream',
  reads: READ_OF_POLLUTED_STDOUT,
  over: ['stdout-server-logs'],
  messages: {
    default:
      'The server does not write one message a line, as the protocol wants it over stdio: it frames them in another way. Take a newer release of the server.',
  },
  match: (subject, say) => {
    const polluted = pollutedStdout(subject, 'framing');
    if (!polluted) return [];
    const { first: _, ...more } = polluted;
    return [say('default', {}, more)];
  },
});

export const page: Page = {
  title: 'Messages are framed in another way',
  what: 'Over stdio each message is one line of JSON that ends with a line feed. This server writes headers in front, ends lines with a carriage return, or breaks its messages into several lines.',
  why: 'The server uses the framing of language servers (`Content-Length:`), or a stream that writes Windows’ line ends.',
  remedy: 'Take a newer release of the server; in the code, use the stdio transport of an SDK.',
  exceptions: 'Many clients bear a carriage return.',
};

export const examples: Examples = () => [
  { name: 'headers', fires: true, given: { stdout: 'Content-Length: 152\n\n' } },
  {
    name: 'Go’s parser',
    fires: true,
    given: { stderr: 'calling "initialize": invalid trailing data at the end of stream' },
  },
  { name: 'other words', fires: false, given: { stdout: 'Content is loading' } },
];
