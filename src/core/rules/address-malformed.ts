import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'address-malformed',
  label: 'remote-wrong-endpoint-or-transport',
  cause: 'remote-wrong-endpoint-or-transport',
  stage: 'entry',
  reads: ['address-malformed', 'value-refused', 'ready'],
  precludesStart: true,
  over: ['remote-unreachable', 'remote-wrong-endpoint-or-transport', 'invalid-setting-value'],
  messages: {
    scheme:
      '`{address}` does not say how it is called. Write it whole: `https://` or `http://`, the host, and the path.',
    twice: 'The address begins twice: {address}. Leave the first `https://` out.',
    other: '`{scheme}:` is no way to call a remote server. An address begins with `https://` or `http://`.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) =>
    facts.first('ready')
      ? []
      : facts.all('address-malformed').map(({ where, scheme, rest }) => {
          const refused = facts.first('value-refused');
          const written = { kind: 'entry', line: null, text: where.safe } as const;
          const more = {
            confidence: isQuoted && !refused ? 'possible' : 'likely',
            severity: 'warning',
            span: where.span,
            evidence: refused ? [written, refused.evidence] : [written],
          } as const;
          if (rest) {
            const edits = file?.problems.length === 0 ? [replaceText(where, rest.reveal())] : [];
            const fixes = entry ? entryFix(entry, 'write-once', safe('Leave the first https:// out'), edits) : [];
            return say('twice', { address: where.safe }, { ...more, fixes });
          }
          return scheme === null ? say('scheme', { address: where.safe }, more) : say('other', { scheme }, more);
        }),
});

export const page: Page = {
  title: 'An address that nobody can call',
  what: 'The address of a remote server has no scheme, or one that is none of the web.',
  why: 'It was copied without its beginning, as browsers show it, or mistyped.',
  remedy: 'Write the whole address, as `https://mcp.example.com/mcp`.',
  exceptions:
    'Sockets (`unix:`, `pipe:`) are taken by some clients, and addresses with variables in them are filled in: nothing is said of those.',
};

const entry = (url: string) => ({ config: JSON.stringify({ servers: { a: { type: 'http', url } } }) });

export const examples: Examples = () => [
  { name: 'no scheme', fires: true, given: entry('mcp.acme.test/mcp') },
  { name: 'a host and a port', fires: true, given: entry('localhost:3000/mcp') },
  { name: 'mistyped', fires: true, given: entry('htps://mcp.acme.test/mcp'), params: { scheme: 'htps' } },
  { name: 'twice', fires: true, given: entry('https://https://mcp.acme.test/mcp'), says: 'begins twice' },
  { name: 'one in the other', fires: false, given: entry('https://proxy.acme.test/https://mcp.acme.test/mcp') },
  { name: 'whole', fires: false, given: entry('https://mcp.acme.test/mcp') },
  { name: 'a socket', fires: false, given: entry('unix:///tmp/acme.sock') },
  { name: 'a variable', fires: false, given: entry('${input:address}') },
  { name: 'left out', fires: false, given: entry('<the address>') },
];
