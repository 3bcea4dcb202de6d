import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { Laxity } from '../clients';
import type { FactOf } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'strict-json',
  label: 'config-json-invalid',
  cause: 'config-json-invalid',
  stage: 'file',
  reads: ['not-strict', 'config-doubted', ...READ_OF_BARE_FAILURE],
  precludesStart: true,
  messages: {
    default: '{client} takes no {what} in this file: it cannot read it, and sees none of its servers. Remove them.',
    maybe:
      'The file has {what}, and some clients take none: they cannot read it then, and see none of its servers. Remove them.',
    bom: '{client} takes no byte order mark in front of this file: it cannot read it. Save it as UTF-8 without one.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const doubted = facts.first('config-doubted');
    const found = entry && (doubted || isBareFailure(subject)) ? laxityOfUnknown(subject) : null;
    if (found) {
      const { what, span } = found;
      const more = doubted
        ? ({ confidence: 'likely', span, evidence: [doubted.evidence] } as const)
        : suggestedBy({ safe: what, span });
      return [say('maybe', { what }, more)];
    }
    return entry
      ? []
      : facts.all('not-strict').map((fact) => {
          const { laxity, client, clientId, spans } = fact;
          const more = {
            span: spans[0] ?? null,
            evidence: [{ kind: 'entry', line: null, text: WORDS[laxity] }],
            clients: [clientId],
            fixes: [removal(fact)],
          } as const;
          return laxity === 'bom'
            ? say('bom', { client }, more)
            : say('default', { client, what: WORDS[laxity] }, more);
        });
  },
});

/** What some client would not take, where it is not known which one reads the file. */
function laxityOfUnknown({ file, client }: Pick<Subject, 'file' | 'client'>) {
  const [found] = client || !file ? [] : Object.entries(file.laxities);
  const laxity = LAXITIES.find((each) => each === found?.[0]);
  const span = found?.[1][0];
  if (!laxity || !span) return null;
  return { what: WORDS[laxity], span };
}

const LAXITIES = ['bom', 'comments', 'trailing-commas'] as const satisfies readonly Laxity[];

const WORDS: Readonly<Record<Laxity, Safe>> = {
  comments: safe('comments'),
  'trailing-commas': safe('trailing commas'),
  bom: safe('byte order mark'),
};

function removal({ laxity, spans }: FactOf<'not-strict'>): Fix {
  return {
    id: `remove-${laxity}`,
    title: fill('Remove the {what}', { what: WORDS[laxity] }),
    // What a comment says is lost with it.
    applicability: laxity === 'comments' ? 'maybe' : 'safe',
    preferred: true,
    needs: [],
    edits: spans.map((span) => ({ span, newText: '' })),
    trying: 'never',
    entryPath: null,
  };
}

export const page: Page = {
  title: 'The client reads strict JSON',
  what: 'This file has comments, trailing commas or a byte order mark. Some clients that read it take them, this one does not: it drops the whole file.',
  why: 'Editors show such files as “JSON with Comments” and find nothing wrong with them; many clients read them with a parser that knows only JSON.',
  remedy: 'Remove them.',
  exceptions: 'Where it is not known what a client’s parser takes, nothing is said.',
};

const commented = '{ // mine\n "mcpServers": { "a": { "command": "node" } } }';
const trailing = '{ "mcpServers": { "a": { "command": "node", }, }, }';

const withServer = '{ "servers": { "a": { "command": "x" }, } }';

export const examples: Examples = () => [
  {
    name: 'a comment in the file of Claude Desktop',
    fires: true,
    given: { path: '/h/claude_desktop_config.json', config: commented },
    params: { client: 'Claude Desktop', what: 'comments' },
  },
  { name: 'trailing commas', fires: true, given: { path: '/h/claude_desktop_config.json', config: trailing } },
  {
    name: 'a byte order mark',
    fires: true,
    given: { path: '/h/cline_mcp_settings.json', config: '\uFEFF{ "mcpServers": {} }' },
  },
  {
    name: 'the end alone, of a client that nobody names',
    fires: true,
    given: { path: '/w/mcp.json', config: withServer, log: 'MCP error -32000: Connection closed' },
    says: 'some clients take none',
  },
  { name: 'the same, where nothing has failed', fires: false, given: { path: '/w/mcp.json', config: withServer } },
  { name: 'VS Code takes them', fires: false, given: { path: '/w/.vscode/mcp.json', config: trailing } },
  {
    name: 'nobody knows of Kiro and comments',
    fires: false,
    given: { path: '/w/.kiro/settings/mcp.json', config: commented },
  },
  {
    name: 'an address is no comment',
    fires: false,
    given: {
      path: '/h/claude_desktop_config.json',
      config: '{ "mcpServers": { "a": { "command": "x", "args": ["https://a.test", ",]"] } } }',
    },
  },
];
