import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, Field, ServerEntry } from '../config/config-file';
import type { Edit } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'nothing-to-start',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  ofWholeFile: true,
  reads: ['nothing-to-start'],
  precludesStart: true,
  over: ['env-not-passed'],
  messages: {
    default:
      'This entry has neither `{command}` nor `{address}`: there is nothing to start and nobody to call. Add one of them.',
    local: 'This entry has no `{command}`: there is nothing to start. Add it.',
    nested:
      'What to start stands inside `{key}`, where this client does not look: the entry itself has nothing to start or to call. Move it out of `{key}`.',
  },
  match: ({ facts, entry, file }, say) => {
    const found = facts.first('nothing-to-start');
    if (!found || !entry) return [];
    const { command, address, nestedIn } = found;
    const evidence = [{ kind: 'entry', line: null, text: entry.name }] as const;
    if (nestedIn) {
      const key = hideShapes(nestedIn.name);
      const title = fill('Move what stands in `{key}` out of it', { key });
      const fixes = file ? entryFix(entry, 'move-out', title, unwrap(file, entry, nestedIn)) : [];
      return [say('nested', { key }, { span: nestedIn.nameSpan, evidence, fixes })];
    }
    return [address ? say('default', { command, address }, { evidence }) : say('local', { command }, { evidence })];
  },
});

/** The members of an object in its place, where none of them is there already. */
function unwrap(file: ConfigFile, entry: ServerEntry, { name, nameSpan, span, inside }: Field): readonly Edit[] {
  const others = new Set(entry.fields.map((field) => field.name).filter((each) => each !== name));
  if (file.format !== 'json' || file.problems.length > 0 || inside.some((field) => others.has(field.name))) return [];
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
