import { editorOf } from '../edit';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'map-twice',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'file',
  reads: ['map-twice'],
  messages: {
    default:
      '`{key}` stands in this file twice. Clients take the last one, and what this one has is not there for them: {servers}. Put all servers under one `{key}`.',
  },
  match: ({ facts, file, entry }, say) =>
    entry || !file
      ? []
      : facts.all('map-twice').map((twice) => {
          const { key, servers, span } = twice;
          const evidence = [{ kind: 'entry', line: null, text: key }] as const;
          return say('default', { key, servers }, { severity: 'warning', span, evidence, fixes: joined(file, twice) });
        }),
});

/** All of them under the last key. No fix where two servers of one name would meet. */
function joined(file: ConfigFile, { key, servers, path, lost, read }: FactOf<'map-twice'>): readonly Fix[] {
  const present = file.maps.find((map) => map.path === path)?.servers.map(({ name }) => name) ?? [];
  const edits = editorOf(file).joinObjects(file, lost, read);
  if (edits.length === 0 || servers.some((name) => present.includes(name))) return [];
  const title = fill('Put all servers under one `{key}`', { key });
  return [
    {
      id: 'join-maps',
      title,
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits,
      trying: 'never',
      entryPath: null,
    },
  ];
}

export const page: Page = {
  title: 'The servers stand under two keys of one name',
  what: 'The key under which the client looks for its servers stands in the file twice.',
  why: 'A whole example was pasted into a file that had servers already. Of two keys of one name parsers keep the last one, and nobody says so.',
  remedy: 'Move the servers of the one into the other, with a comma between them.',
  exceptions: 'The same key in two places of a file, as in a project’s own section, is something else.',
};

const server = (name: string) => `"${name}": { "command": "x" }`;

export const examples: Examples = () => [
  {
    name: 'a second example behind the first',
    fires: true,
    given: { config: `{ "servers": { ${server('a')} }, "servers": { ${server('b')} } }` },
    params: { servers: ['a'] },
  },
  { name: 'once', fires: false, given: { config: `{ "servers": { ${server('a')}, ${server('b')} } }` } },
  {
    name: 'the first one is empty',
    fires: false,
    given: { config: `{ "servers": {}, "servers": { ${server('b')} } }` },
  },
];
