import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'local-servers-only',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['remote-not-taken'],
  precludesStart: true,
  messages: {
    default:
      '{client} reads only local servers from this file: an entry with an address is left out. Add it in the settings of {client}, or call it through `mcp-remote`.',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    const found = facts.first('remote-not-taken');
    if (!found || !entry) return [];
    const { address } = found;
    const evidence = [{ kind: 'entry', line: null, text: entry.url?.safe ?? entry.name }] as const;
    const fixes = file ? throughBridge(file, entry) : [];
    return [say('default', { client: clientNameOf(subject) }, { span: address.nameSpan, evidence, fixes })];
  },
});

/** The address stays where it is read by nobody; the bridge has its own. */
function throughBridge(file: ConfigFile, entry: ServerEntry): readonly Fix[] {
  const url = entry.url?.raw.reveal();
  if (url === undefined || entry.headers.length > 0) return [];
  const values = { [entry.keys.command]: 'npx', [entry.keys.args]: ['-y', 'mcp-remote', url] };
  const edits = editorOf(file).setProperties(file, entry.path, values);
  return entryFix(entry, 'through-bridge', safe('Call it through mcp-remote'), edits, 'maybe');
}

export const page: Page = {
  title: 'This client reads only local servers',
  what: 'The entry has an address, and its client starts programs only.',
  why: 'Claude Desktop takes remote servers as connectors, which are added in its settings and not in this file.',
  remedy: 'Add the server as a connector. Or start `npx -y mcp-remote ADDRESS`, which speaks for it.',
  exceptions: 'An entry that has a command as well is started.',
};

const entry = (fields: unknown, path = '/h/claude_desktop_config.json') => ({
  path,
  config: JSON.stringify({ mcpServers: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'an address',
    fires: true,
    given: entry({ url: 'https://x.test/mcp' }),
    params: { client: 'Claude Desktop' },
  },
  {
    name: 'a bridge',
    fires: false,
    given: entry({ command: 'npx', args: ['-y', 'mcp-remote', 'https://x.test/mcp'] }),
  },
  { name: 'another client', fires: false, given: entry({ url: 'https://x.test/mcp' }, '/w/.cursor/mcp.json') },
];
