import { captured } from '../text';
import { defineRule } from './rule';
import type { Client } from '../clients';
import type { Platform } from '../platform';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'header-with-blank',
  label: 'path-quoting',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'ready', 'header-refused'],
  messages: {
    default:
      'The header has a blank in it, and {client} splits args at blanks before it starts them: only {first} arrives. Write it without the blank, as `NAME:` and a variable, and put the value into `env`.',
    said: 'Of the header only {first} has arrived: somebody on the way splits args at blanks. Write it without the blank, as `NAME:` and a variable, and put the value into `env`.',
    path: 'The path has a blank in it, and {client} may split args at blanks where it starts `npx`: only {first} arrives then. Take a path without one (on Windows its short form, `dir /x`).',
  },
  match: ({ facts, entry, plan, client, reader, platform }, say) => {
    const refused = facts.first('header-refused');
    if (refused) {
      const { what, evidence } = refused;
      const span = entry?.args.find(({ safe }) => safe.startsWith(`${what} `))?.span ?? null;
      return [say('said', { first: what }, { confidence: 'likely', span, evidence: [evidence] })];
    }
    if (!entry?.hasArg(/\s/) || facts.first('ready')) return [];
    const who = plan?.client ?? reader?.client ?? client ?? null;
    if (!who || !splits(who, plan?.platform ?? platform ?? null)) return [];
    const header = entry.hasArg(BRIDGE)
      ? entry.args.find(({ safe }, index) => /\s/.test(safe) && entry.args[index - 1]?.safe === '--header')
      : undefined;
    const path = entry.program === 'npx' ? entry.args.find(({ safe }) => WITH_BLANK.test(safe)) : undefined;
    if (!header && path) {
      const [first = path.safe] = captured(path.safe, /^\S+/) ?? [];
      const evidence = [{ kind: 'entry', line: null, text: path.safe }] as const;
      const more = { severity: 'information', confidence: 'possible', span: path.span, evidence } as const;
      return [say('path', { client: who.name, first }, more)];
    }
    if (!header) return [];
    const [first = header.safe] = captured(header.safe, /^\S+/) ?? [];
    const evidence = [{ kind: 'entry', line: null, text: header.safe }] as const;
    const more = { severity: 'information', confidence: 'possible', span: header.span, evidence } as const;
    return [say('default', { client: who.name, first }, more)];
  },
});

/** Reported of Cursor everywhere and of Claude Desktop on Windows; source: the page of `mcp-remote`. */
function splits({ id }: Client, platform: Platform | null): boolean {
  return id === 'cursor' || (id === 'claude-desktop' && platform === 'win32');
}

/** A path to a folder or a file, with a blank in it. */
const WITH_BLANK = /^(?:[A-Za-z]:[\\/]|\/)(?!.* --?\w)[^"']*\S \S/;
const BRIDGE = /^mcp-remote(?:@|$)/;

export const page: Page = {
  title: 'A header that is cut at its blank',
  what: 'A header for `mcp-remote` has a blank in it, as in `Authorization: Bearer …`, and the client hands it on in pieces.',
  why: 'Some clients join the args to one line and split that again at its blanks.',
  remedy:
    'Write the header without a blank, and with its value in a variable: `"--header", "Authorization:${AUTH}"`, and `"env": { "AUTH": "Bearer …" }`. `mcp-remote` fills it in.',
  exceptions: 'Where the server answers, the header has arrived whole, and nothing is said.',
};

const entry = (path: string, header: string) => ({
  path,
  config: JSON.stringify({
    mcpServers: { a: { command: 'npx', args: ['-y', 'mcp-remote', 'https://x.test/mcp', '--header', header] } },
  }),
});
const cursor = '/home/u/.cursor/mcp.json';

export const examples: Examples = () => [
  { name: 'Cursor', fires: true, given: entry(cursor, 'Authorization: Bearer ${AUTH}') },
  {
    name: 'what `mcp-remote` says of it',
    fires: true,
    given: { log: '[1234] Warning: ignoring invalid header argument: Authorization:' },
    params: { first: 'Authorization:' },
  },
  {
    name: 'a folder for a package',
    fires: true,
    given: {
      path: cursor,
      config: JSON.stringify({ mcpServers: { a: { command: 'npx', args: ['-y', 'acme', '/home/u/My notes'] } } }),
    },
    params: { first: '/home/u/My' },
  },
  { name: 'without a blank', fires: false, given: entry(cursor, 'Authorization:${AUTH}') },
  { name: 'another client', fires: false, given: entry('/home/u/.claude.json', 'Authorization: Bearer ${AUTH}') },
];
