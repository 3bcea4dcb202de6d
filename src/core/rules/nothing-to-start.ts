import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, Field, ServerEntry } from '../config/config-file';
import type { Edit } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'nothing-to-start',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['nothing-to-start'],
  precludesStart: true,
  over: ['env-not-passed'],
  messages: {
    default:
      'This entry has neither `{command}` nor `{address}`: there is nothing to start and nobody to call. Add one of them.',
    local: 'This entry has no `{command}`: there is nothing to start. Add it.',
    nested:
      'What to start stands inside `{key}`, where this client does not look: the entry itself has nothing to start or to call. Move it out of `{key}`.',
    remote:
      'The address of a remote server stands inside `{key}`, where this client does not look, and of its own it starts local servers only. Add the server in the client’s settings, or start `npx -y mcp-remote ADDRESS`.',
    map: '`{name}` stands in itself once more: what is in it are servers, and the client takes it for one. Put them one level up.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) => {
    const found = facts.first('nothing-to-start');
    if (!found || !entry) return [];
    const { command, address, nestedIn } = found;
    const evidence = [{ kind: 'entry', line: null, text: entry.name }] as const;
    if (nestedIn && entry.path.at(-2) === entry.path.at(-1)) {
      const fixes = file
        ? entryFix(entry, 'move-out', safe('Move the servers one level up'), unwrapMap(file, entry))
        : [];
      return [say('map', { name: entry.name }, { span: entry.nameSpan, evidence, fixes })];
    }
    if (nestedIn) {
      const key = hideShapes(nestedIn.name);
      const isRemote = address === null && !nestedIn.inside.some(({ name }) => name === entry.keys.command);
      // Whoever writes down a failure puts notes of their own beside the entry.
      const more = { span: nestedIn.nameSpan, evidence, confidence: isQuoted ? 'possible' : 'evident' } as const;
      if (isRemote) return [say('remote', { key }, more)];
      const title = fill('Move what stands in `{key}` out of it', { key });
      const fixes = file ? entryFix(entry, 'move-out', title, unwrap(file, entry, nestedIn)) : [];
      return [say('nested', { key }, { ...more, fixes })];
    }
    // Of a part that somebody shows the rest is not known.
    if (isQuoted) return [];
    return [address ? say('default', { command, address }, { evidence }) : say('local', { command }, { evidence })];
  },
});

/** The servers of a map that stands among servers. */
function unwrapMap(file: ConfigFile, { path, name, nameSpan, span, fields }: ServerEntry): readonly Edit[] {
  const map = file.maps.find((each) => each.servers.some((server) => server.path === path));
  const others = map?.servers.map((server): string => server.name).filter((each) => each !== name) ?? [];
  return inPlace(file, { nameSpan, span, inside: fields }, others);
}

/** The members of an object in its place. */
function unwrap(file: ConfigFile, entry: ServerEntry, field: Field): readonly Edit[] {
  const others = entry.fields.map(({ name }) => name).filter((each) => each !== field.name);
  return inPlace(file, field, others);
}

/** The same where none of them is there already. */
function inPlace(
  file: ConfigFile,
  { nameSpan, span, inside }: Pick<Field, 'nameSpan' | 'span' | 'inside'>,
  others: readonly string[],
): readonly Edit[] {
  const isThere = inside.some(({ name }) => others.includes(name));
  if (file.format !== 'json' || file.problems.length > 0 || isThere) return [];
  const members = file.text
    .slice(span.offset + 1, span.offset + span.length - 1)
    .trim()
    .replace(/,$/, '');
  return [{ span: { offset: nameSpan.offset, length: span.offset + span.length - nameSpan.offset }, newText: members }];
}

export const page: Page = {
  title: 'The entry says neither what to start nor whom to call',
  what: 'A local server needs `command`, a remote one an address. This entry has neither under a name that its client reads.',
  why: 'The key is misspelt, has the name that another client has for it, or stands inside another object. Or only `env` was written, and the rest forgotten.',
  remedy: 'Write `command` (and `args`) for a local server, or the address for a remote one.',
  exceptions: 'Some clients have servers of their own, which need only their name.',
};

const entry = (fields: unknown, path = '/w/.cursor/mcp.json', root = 'mcpServers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  { name: 'only settings', fires: true, given: entry({ env: { A: 'b' } }), says: 'neither `command` nor `url`' },
  {
    name: 'in an object of its own',
    fires: true,
    given: entry({ transport: { type: 'stdio', command: 'npx', args: ['x'] } }),
    params: { key: 'transport' },
  },
  {
    name: 'a remote server in an object of its own, for a client of local ones',
    fires: true,
    given: entry({ transport: { type: 'http', url: 'https://x.test/mcp' } }, '/h/claude_desktop_config.json'),
    params: { key: 'transport' },
  },
  {
    name: 'the key of all servers, twice',
    fires: true,
    given: {
      path: '/w/.cursor/mcp.json',
      config: '{ "mcpServers": { "mcpServers": { "a": { "command": "npx", "args": ["x"] } } } }',
    },
    params: { name: 'mcpServers' },
  },
  {
    name: 'a server that is called like the key',
    fires: false,
    given: {
      path: '/w/.cursor/mcp.json',
      config: '{ "mcpServers": { "mcpServers": { "command": "npx", "args": ["x"] } } }',
    },
  },
  {
    name: 'a client of local servers only',
    fires: true,
    given: entry({ env: {} }, '/h/claude_desktop_config.json'),
    says: 'no `command`',
  },
  { name: 'a command', fires: false, given: entry({ command: 'npx', args: ['x'] }) },
  { name: 'an address', fires: false, given: entry({ url: 'https://x.test/mcp' }) },
  {
    name: 'what the client brings itself',
    fires: false,
    given: entry({ source: 'extension', settings: {} }, '/w/.zed/settings.json', 'context_servers'),
  },
  {
    name: 'what the client brings, in YAML',
    fires: false,
    given: {
      path: '/h/.config/goose/config.yaml',
      config: 'extensions:\n  dev:\n    type: builtin\n    enabled: true\n',
    },
  },
];
