import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'listening-address',
  label: 'remote-unreachable',
  cause: 'remote-unreachable',
  stage: 'entry',
  reads: ['listening-address', 'ready'],
  messages: {
    default:
      '0.0.0.0 is where a server listens, on every address that it has; it is none to call, and on Windows it leads nowhere. Call 127.0.0.1.',
  },
  match: ({ facts, entry, file }, say) =>
    facts.first('ready')
      ? []
      : facts.all('listening-address').map(({ where }) => {
          const edit = replaceText(where, where.raw.reveal().replace('0.0.0.0', '127.0.0.1'));
          return say(
            'default',
            {},
            {
              severity: 'warning',
              confidence: 'likely',
              span: where.span,
              evidence: [{ kind: 'entry', line: null, text: where.safe }],
              fixes: file && entry ? entryFix(entry, 'call-this-machine', safe('Call 127.0.0.1'), [edit]) : [],
            },
          );
        }),
});

export const page: Page = {
  title: 'An address to listen on, not to call',
  what: 'The address of the server is 0.0.0.0.',
  why: 'A server prints the address on which it listens, and it was copied from there.',
  remedy: 'Write `127.0.0.1`, or the name of the machine.',
  exceptions: 'On Linux and macOS such a call often gets through to the same machine.',
};

const entry = (url: string) => ({ config: JSON.stringify({ servers: { a: { url } } }) });

export const examples: Examples = () => [
  { name: 'everywhere', fires: true, given: entry('http://0.0.0.0:8000/mcp') },
  { name: 'here', fires: false, given: entry('http://127.0.0.1:8000/mcp') },
];
