import { editorOf } from '../edit';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'servers-not-a-map',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'file',
  reads: ['servers-not-a-map', 'no-root-key', 'no-server'],
  precludesStart: true,
  messages: {
    list: '`{key}` is a list here: its clients look for an object, in which each server stands under its name. None of them is seen.',
    other: '`{key}` takes an object, in which each server stands under its name. None is seen here.',
    flat: 'The servers stand under no key: the clients of this file look for them under `{expected}`, and see none.',
    member: '`{key}` is no server: what stands there is no object. Strict clients refuse the whole file for it.',
  },
  match: ({ facts, file, entry }, say) => {
    if (entry) return [];
    return [
      ...facts.all('servers-not-a-map').map((fact) => {
        const { key, isList, span } = fact;
        const evidence = [{ kind: 'entry', line: null, text: key }] as const;
        const fixes = file ? nameItems(file, fact) : [];
        return say(isList ? 'list' : 'other', { key }, { span, evidence, fixes });
      }),
      ...facts.all('no-root-key').map((fact) => {
        const evidence = [{ kind: 'entry', line: null, text: fact.expected }] as const;
        return say(
          'flat',
          { expected: fact.expected },
          { span: fact.span, evidence, fixes: file ? wrap(file, fact) : [] },
        );
      }),
      ...facts
        .all('no-server')
        .map(({ key, span }) =>
          say(
            'member',
            { key },
            { severity: 'warning', confidence: 'likely', span, evidence: [{ kind: 'entry', line: null, text: key }] },
          ),
        ),
    ];
  },
});

const FIX = { applicability: 'safe', preferred: true, needs: [], trying: 'never', entryPath: null } as const;

/** Each item of a list under its own name, where all have one and no two the same. */
function nameItems(file: ConfigFile, { key, node }: FactOf<'servers-not-a-map'>): readonly Fix[] {
  const edits = node ? editorOf(file).nameItems(file, node, 'name') : [];
  return edits.length > 0
    ? [{ ...FIX, id: 'name-items', title: fill('Make `{key}` an object of named servers', { key }), edits }]
    : [];
}

function wrap(file: ConfigFile, { expected }: FactOf<'no-root-key'>): readonly Fix[] {
  const edits = editorOf(file).wrapRoot(file, expected);
  return edits.length > 0
    ? [{ ...FIX, id: 'add-root-key', title: fill('Put them under `{expected}`', { expected }), edits }]
    : [];
}

export const page: Page = {
  title: 'The servers do not stand where a client looks for them',
  what: 'Clients look for an object under one key, in which each server stands under its name. This file has a list there, something else, or no such key at all.',
  why: 'The entry of a README was pasted as the whole file. Or the file was written for a client whose servers are a list.',
  remedy: 'Write `{ "mcpServers": { "NAME": { … } } }`, with the key of this client.',
  exceptions:
    'Some clients take the servers without a key around them, and Continue takes a list in YAML: of them nothing is said.',
};

export const examples: Examples = () => [
  {
    name: 'a list',
    fires: true,
    given: { path: '/w/.cursor/mcp.json', config: '{ "mcpServers": [{ "name": "a", "command": "x" }] }' },
    says: 'is a list here',
  },
  { name: 'a text', fires: true, given: { path: '/w/.cursor/mcp.json', config: '{ "mcpServers": "a" }' } },
  {
    name: 'no key around them',
    fires: true,
    given: { path: '/w/.cursor/mcp.json', config: '{ "a": { "command": "x" } }' },
    says: 'under no key',
  },
  {
    name: 'a comment for a server',
    fires: true,
    given: { path: '/w/.cursor/mcp.json', config: '{ "mcpServers": { "_comment": "mine", "a": { "command": "x" } } }' },
    says: '`_comment` is no server',
  },
  {
    name: 'an object',
    fires: false,
    given: { path: '/w/.cursor/mcp.json', config: '{ "mcpServers": { "a": { "command": "x" } } }' },
  },
  {
    name: 'a client that takes them without',
    fires: false,
    given: { path: '/h/.copilot/mcp-config.json', config: '{ "a": { "command": "x" } }' },
  },
  {
    name: 'a client whose servers are a list',
    fires: false,
    given: { path: '/w/.continue/mcpServers/a.yaml', config: 'mcpServers:\n  - name: a\n    command: x\n' },
  },
];
