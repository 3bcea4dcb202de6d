import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { wordsIn } from '../fixes/shell-words';
import { safe } from '../text';
import { defineRule } from './rule';
import type { FactOf } from '../facts';
import type { ConfigFile, Field, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-kind-of-value',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['wrong-kind'],
  precludesStart: true,
  saidBySchema: true,
  over: ['nothing-to-run'],
  messages: {
    command: '`{key}` takes one text, the program. Here it is {found}: the client cannot start that.',
    'command-list': '`{key}` takes a list here: the program, and each of its arguments. Here it is {found}.',
    args: '`{key}` takes a list, one argument an item. Here it is {found}: the program does not get what is meant.',
    arg: 'Each item of the arguments is a text. Here one is {found}: clients refuse the entry, or leave it out.',
    env: '`{key}` takes names with their values. Here it is {found}: none of it reaches the server.',
    setting:
      'The value of a setting is a text. Here `{key}` is {found}: clients refuse the entry, or leave it out. Put quotes around it.',
    other: '`{key}` takes a text. Here it is {found}: the client cannot use that.',
  },
  match: ({ facts, entry, file }, say) =>
    facts.all('wrong-kind').map((fact) => {
      const { key, of, found } = fact;
      const params = { key, found: FOUND[found.is] };
      const message =
        of === 'command' && entry?.keys.isCommandLine === true
          ? 'command-list'
          : of === 'address' || of === 'cwd'
            ? 'other'
            : of;
      const severity = of === 'arg' || of === 'setting' || of === 'env' ? 'warning' : 'error';
      const evidence = [{ kind: 'entry', line: null, text: key }] as const;
      const fixes = file && entry ? cure(file, entry, fact) : [];
      return say(message, params, { span: found.span, severity, evidence, fixes });
    }),
});

const FOUND: Readonly<Record<Field['is'], Safe>> = {
  text: safe('a text'),
  number: safe('a number'),
  boolean: safe('true or false'),
  null: safe('null'),
  list: safe('a list'),
  map: safe('an object'),
};

function cure(file: ConfigFile, entry: ServerEntry, { of, found }: FactOf<'wrong-kind'>): readonly Fix[] {
  const { keys, path } = entry;
  const editor = editorOf(file);
  const text = found.value?.raw.reveal() ?? '';
  const texts = found.inside.flatMap(({ is, value }) => (is === 'text' && value ? [value.raw.reveal()] : []));
  const isList = found.is === 'list' && texts.length === found.inside.length && texts.length > 0;
  if (of === 'command' && isList && !keys.isCommandLine) {
    const [program, ...words] = texts;
    const args = [...words, ...entry.args.map(({ raw }) => raw.reveal())];
    const values = { [keys.command]: program, ...(args.length > 0 && { [keys.args]: args }) };
    return entryFix(
      entry,
      'split-command',
      safe('Put the program into command and the rest into args'),
      editor.setProperties(file, path, values),
    );
  }
  if (of === 'command' && found.is === 'text' && keys.isCommandLine) {
    const words = wordsIn(text);
    const rest = entry.fields.find(({ name }) => name === 'args')?.inside ?? [];
    return words && rest.length === 0
      ? entryFix(
          entry,
          'make-list',
          safe('Make it a list'),
          editor.setProperties(file, path, { [keys.command]: words }),
        )
      : [];
  }
  if (of === 'args' && found.is === 'text') {
    const words = wordsIn(text);
    return words
      ? entryFix(entry, 'make-list', safe('Make it a list'), editor.setProperties(file, path, { [keys.args]: words }))
      : [];
  }
  if ((of === 'setting' || of === 'arg') && (found.is === 'number' || found.is === 'boolean')) {
    const written = file.text.slice(found.span.offset, found.span.offset + found.span.length);
    return entryFix(entry, 'put-in-quotes', safe('Put it in quotes'), [
      { span: found.span, newText: JSON.stringify(written) },
    ]);
  }
  if (of === 'env' && isList && texts.every((each) => /^\w+=/.test(each))) {
    const values = Object.fromEntries(
      texts.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]),
    );
    return entryFix(
      entry,
      'make-object',
      safe('Make it an object'),
      editor.setProperties(file, path, { [keys.env]: values }),
    );
  }
  return [];
}

export const page: Page = {
  title: 'A value of the wrong kind',
  what: 'A key has another kind of value than its client takes: `command` is one text, `args` a list of texts, `env` an object of texts.',
  why: 'Clients differ: opencode has the whole command line as a list. And in `args` a line was pasted as one text, or a number was written without quotes.',
  remedy: 'Write the value in the form that is named.',
  exceptions: 'Numbers in `env` are taken by most clients, and only said for those that refuse them.',
};

const entry = (fields: unknown, path = '/w/.mcp.json', root = 'mcpServers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  { name: 'a list for the program', fires: true, given: entry({ command: ['npx', '-y', 'x'] }), says: 'a list' },
  { name: 'a text for the arguments', fires: true, given: entry({ command: 'npx', args: '-y x' }), says: 'a text' },
  { name: 'a number among the arguments', fires: true, given: entry({ command: 'acme', args: ['--port', 80] }) },
  { name: 'a list of settings', fires: true, given: entry({ command: 'acme', env: ['A=b'] }) },
  {
    name: 'true among the settings',
    fires: true,
    given: entry({ command: 'acme', env: { DEBUG: true } }),
    params: { key: 'DEBUG' },
  },
  { name: 'a number, and a client that refuses it', fires: true, given: entry({ command: 'acme', env: { PORT: 80 } }) },
  {
    name: 'a list for the folder',
    fires: true,
    given: entry({ command: 'acme', cwd: ['/w'] }, '/w/.vscode/mcp.json', 'servers'),
  },
  {
    name: 'a text where a list is wanted',
    fires: true,
    given: entry({ type: 'local', command: 'npx -y x' }, '/w/opencode.json', 'mcp'),
    says: 'takes a list',
  },
  {
    name: 'a number, and a client that takes it',
    fires: false,
    given: entry({ command: 'acme', env: { PORT: 80 } }, '/w/.vscode/mcp.json', 'servers'),
  },
  {
    name: 'a list where one is wanted',
    fires: false,
    given: entry({ type: 'local', command: ['npx', 'x'] }, '/w/opencode.json', 'mcp'),
  },
  {
    name: 'null takes a variable away',
    fires: false,
    given: entry({ command: 'acme', env: { A: null } }, '/w/.vscode/mcp.json', 'servers'),
  },
];
