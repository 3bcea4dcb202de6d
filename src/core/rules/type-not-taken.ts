import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill, safe } from '../text';
import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'type-not-taken',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['type-not-taken', 'type-contradicts', ...READ_OF_BARE_FAILURE],
  precludesStart: true,
  saidBySchema: true,
  messages: {
    default: '{client} knows no type {type}, and leaves such an entry out. It takes {taken}.',
    missing:
      '{client} takes an entry without a command only with a `type`, and leaves this one out. Add `"type": "{right}"`.',
    local: '{client} leaves out an entry without a `type`. Add `"type": "{right}"`.',
    contradicts:
      'The type says {type}, and the entry has {has}: it is neither started nor called. Its type is `{right}`.',
  },
  match: (subject, say) => {
    const { facts, entry, file, isQuoted = false } = subject;
    const client = clientNameOf(subject);
    const fix = (right: Safe | null) => (file && entry && right ? setType(file, entry, right) : []);
    const wrong = facts.first('type-not-taken');
    if (wrong) {
      const { type, right, taken } = wrong;
      const evidence = [{ kind: 'entry', line: null, text: type?.value?.safe ?? safe('no type') }] as const;
      const more = { span: type?.span ?? null, evidence, fixes: fix(right) };
      if (type) return [say('default', { client, type: type.value?.safe ?? safe('of this kind'), taken }, more)];
      // Of a quoted entry the type may have been left out; and what a client has tried to start, it has taken.
      if (isQuoted && (!isBareFailure(subject) || facts.first('unexplained')?.evidence.kind !== 'entry')) return [];
      const confidence = isQuoted ? 'possible' : 'evident';
      return [
        say(entry?.command ? 'local' : 'missing', { client, right: right ?? safe('http') }, { ...more, confidence }),
      ];
    }
    const contradicting = facts.first('type-contradicts');
    if (!contradicting) return [];
    const { type, has, right } = contradicting;
    const word = type.value?.safe ?? safe('another kind');
    const evidence = [{ kind: 'entry', line: null, text: word }] as const;
    return [
      say(
        'contradicts',
        {
          type: word,
          has: has === 'command' ? safe('a command and no address') : safe('an address and no command'),
          right,
        },
        { span: type.span, evidence, fixes: fix(right) },
      ),
    ];
  },
});

function setType(file: ConfigFile, entry: ServerEntry, right: Safe): readonly Fix[] {
  const edits = editorOf(file).setProperties(file, entry.path, { [entry.keys.type]: right });
  return entryFix(entry, 'set-type', fill('Set the type to {right}', { right }), edits);
}

export const page: Page = {
  title: 'The type is none that this client takes',
  what: 'Clients tell local servers from remote ones by `type`, or by what the entry has. Each has its own words, and some leave out an entry whose word they do not know, or that has none.',
  why: 'One transport has four names: `http`, `streamable-http`, `streamableHttp` and `streamable_http`. The entry was written for another client.',
  remedy: 'Write the word that this client has for it.',
  exceptions: 'Clients that take an entry by what it has are not strict about its type: nothing is said of them.',
};

const entry = (fields: unknown, path = '/w/.mcp.json', root = 'mcpServers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'an address without a type, in Claude Code',
    fires: true,
    given: entry({ url: 'https://x.test/mcp' }),
    params: { right: 'http' },
  },
  {
    name: 'the word of another client',
    fires: true,
    given: entry({ type: 'streamableHttp', url: 'https://x.test/mcp' }, '/w/.roo/mcp.json'),
    params: { type: 'streamableHttp' },
  },
  {
    name: 'local, without a type',
    fires: true,
    given: entry({ command: ['npx', 'x'] }, '/w/opencode.json', 'mcp'),
    params: { right: 'local' },
  },
  {
    name: 'a local type with an address',
    fires: true,
    given: entry({ type: 'stdio', url: 'https://x.test/mcp' }, '/w/.vscode/mcp.json', 'servers'),
    params: { right: 'http' },
  },
  {
    name: 'a remote type with a command',
    fires: true,
    given: entry({ type: 'http', command: 'npx', args: ['x'] }, '/w/.vscode/mcp.json', 'servers'),
    params: { right: 'stdio' },
  },
  { name: 'its own', fires: false, given: entry({ type: 'http', url: 'https://x.test/mcp' }) },
  {
    name: 'HTTP in front of an address of the older transport',
    fires: false,
    given: entry({ type: 'http', url: 'https://x.test/sse' }, '/w/.vscode/mcp.json', 'servers'),
  },
  {
    name: 'an address without a type, in VS Code',
    fires: false,
    given: entry({ url: 'https://x.test/mcp' }, '/w/.vscode/mcp.json', 'servers'),
  },
  {
    name: 'a client that guesses',
    fires: false,
    given: entry({ type: 'streamable-http', url: 'https://x.test/mcp' }, '/w/.vscode/mcp.json', 'servers'),
  },
];
