import { isOfService } from '../deduce/remote-side';
import { editorOf } from '../edit';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'invalid-setting-value',
  label: 'invalid-setting-value',
  cause: 'invalid-setting-value',
  stage: 'settings',
  reads: [
    'entry',
    'value-refused',
    'http-other-content',
    'silent',
    'ready',
    'setting-missing',
    'python-settings-refused',
  ],
  messages: {
    address: '`mcp-remote` is given {word}, and that is no address: it needs `https://` in front.',
    page: 'A service that this server has called answers with a page (`{type}`), and not with data: the address among its settings may be another one’s, or may lead to a login.',
    default: 'The server was given a value that it cannot use: {line}. Correct that setting.',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    const refused = facts.first('value-refused');
    const word = facts.first('ready') ? null : bareAddress(entry);
    if (word) {
      const more = { span: word.span, evidence: [{ kind: 'entry', line: null, text: word.safe }] } as const;
      return [
        say('address', { word: word.safe }, { ...more, fixes: file && entry ? [withScheme(file, entry, word)] : [] }),
      ];
    }
    const page = facts.first('ready') ? undefined : facts.first('http-other-content');
    if (!refused && page && isOfService(subject, page))
      return [say('page', { type: page.type }, { confidence: 'possible', evidence: [page.evidence] })];
    if (!refused || facts.first('silent') || facts.first('ready')) return [];
    if (facts.first('python-settings-refused') || facts.first('setting-missing')) return [];
    const { evidence } = refused;
    return [say('default', { line: evidence.text }, { confidence: 'likely', evidence: [evidence] })];
  },
});

/** The first word behind the bridge, where it looks like an address without its scheme. */
function bareAddress(entry: ServerEntry | null): Value | null {
  const at = entry?.hasArg(BRIDGE) === true ? entry.args.findIndex(({ safe: arg }) => BRIDGE.test(arg)) : -1;
  const word = at < 0 ? undefined : entry?.args[at + 1];
  return word && /^(?:[\w-]{1,63}\.)+[a-z]{2,24}(?::\d{2,5})?(?:\/\S*)?$/i.test(word.safe) ? word : null;
}

const BRIDGE = /^mcp-remote(?:@|$)/;

function withScheme(file: ConfigFile, entry: ServerEntry, word: Value): Fix {
  return {
    id: 'add-scheme',
    title: safe('Put https:// in front of the address'),
    applicability: 'maybe',
    preferred: true,
    needs: [],
    edits: editorOf(file).replaceItem(file, word, [`https://${word.raw.reveal()}`]),
    trying: 'never',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'A setting has a value that cannot be used',
  what: 'The setting is there, and the server, or a library of its, does not take what it says.',
  why: 'A placeholder was left in, an address has no `https://`, a number is none, the name of a variable stands in place of its value, or a variable was not filled in.',
  remedy: 'Correct the value in `env` or `args`: the line tells what was expected.',
  exceptions: 'A setting that is missing is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'zod',
    fires: true,
    given: {
      ...died,
      stderr:
        'ZodError: [\n  {\n    "path": [\n      "batchSize"\n    ],\n    "message": "Expected number, received nan"\n  }\n]',
    },
  },
  { name: 'an address', fires: true, given: { ...died, stderr: 'TypeError: Invalid URL' } },
  {
    name: 'a number',
    fires: true,
    given: { ...died, stderr: "ValueError: invalid literal for int() with base 10: 'YOUR_PORT'" },
  },
  {
    name: 'pydantic',
    fires: true,
    given: { ...died, stderr: '  Input should be a valid integer, unable to parse string as an integer' },
  },
  {
    name: 'an address without its scheme',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["mcp-remote", "acme.io/mcp"] } } }' },
    params: { word: 'acme.io/mcp' },
  },
  {
    name: 'an address',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["mcp-remote", "https://acme.io"] } } }' },
  },
  {
    name: 'a page of a service that a local server calls',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme" } } }',
      stderr: `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
    },
    says: 'answers with a page',
  },
  {
    name: 'a page in the place of a remote server',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp" } } }',
      log: `SyntaxError: Unexpected token '<', "<!DOCTYPE "... is not valid JSON`,
    },
  },
  { name: 'it goes on', fires: false, given: { silent: true, stderr: 'Invalid value for LOG_LEVEL, using info' } },
];
