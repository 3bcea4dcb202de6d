import { accountOf } from '../deduce/account';
import { defineRule } from './rule';
import type { FactOf } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'config-json-invalid',
  label: 'config-json-invalid',
  cause: 'config-json-invalid',
  stage: 'file',
  reads: ['syntax', 'config-unparsed', 'account'],
  precludesStart: true,
  saidByEditor: true,
  messages: {
    log: 'The client cannot read its configuration file: it is not valid JSON. Repair it at the place that the client names; until then all of its servers are ignored.',
    default: '{what}. The client cannot read this file until that is mended, and ignores every server in it.',
    more: '{what}.',
    told: 'Something that should be JSON is none. Where that is the configuration, the client ignores all servers in it: check its commas, quotes, brackets and backslashes.',
  },
  match: ({ facts, entry }, say) => {
    const unparsed = facts.first('config-unparsed');
    if (unparsed) return [say('log', {}, { confidence: 'likely', evidence: [unparsed.evidence] })];
    // In so few words nobody says of what: a file, or what a server has printed.
    const told = accountOf({ facts }, 'json');
    if (told) return [say('told', {}, { confidence: 'possible', evidence: [told.evidence] })];
    if (entry) return [];
    return facts.all('syntax').map((mistake, index) => {
      const { what, span } = mistake;
      const evidence = [{ kind: 'entry', line: null, text: what }] as const;
      return say(index === 0 ? 'default' : 'more', { what }, { span, evidence, fixes: mend(mistake) });
    });
  },
});

function mend({ title, edits, isLoose }: FactOf<'syntax'>): readonly Fix[] {
  if (edits.length === 0) return [];
  const applicability = isLoose ? 'maybe' : 'safe';
  return [{ id: 'mend', title, applicability, preferred: true, needs: [], edits, trying: 'never', entryPath: null }];
}

export const page: Page = {
  title: 'The file is not valid JSON',
  what: 'The text cannot be parsed at the marked place.',
  why: 'A comma is missing or one too many, a quote is curly or not closed, a backslash stands alone, or two objects follow each other. Most clients drop the whole file without a word.',
  remedy: 'Repair the marked place; what follows it may be right.',
  exceptions:
    'Comments and trailing commas are accepted here, as VS Code accepts them; a stricter client may refuse them.',
};

export const examples: Examples = () => [
  {
    name: 'a missing comma',
    fires: true,
    given: { path: '/w/.vscode/mcp.json', config: '{ "servers": {} "inputs": [] }' },
    says: 'A comma is missing before "inputs"',
  },
  {
    name: 'a client’s log',
    fires: true,
    given: { stderr: 'Failed to load claude_desktop_config.json: Unexpected token } in JSON at position 312' },
  },
  {
    name: 'a file that may not be read',
    fires: false,
    given: { stderr: 'Could not read /home/u/.acme/settings.json: permission denied' },
  },
  { name: 'somebody says so', fires: true, given: { log: 'Unexpected token } in JSON' }, says: 'Where that is' },
  { name: 'a server’s own parser', fires: false, given: { stderr: 'could not parse the feed: JSON error' } },
  {
    name: 'two mistakes',
    fires: true,
    given: { path: '/w/.vscode/mcp.json', config: '{ "servers": { "a": { "command": \'x\' "args": [] } } }' },
    says: 'Single quotes',
  },
  { name: 'an empty file', fires: true, given: { path: '/w/.vscode/mcp.json', config: '' } },
  {
    name: 'comments and a trailing comma',
    fires: false,
    given: { path: '/w/.vscode/mcp.json', config: '{ // local\n "servers": {}, }' },
  },
];
