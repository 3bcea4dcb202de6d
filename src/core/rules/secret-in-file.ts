import { inputId } from '../config/input-id';
import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { VariableSyntax } from '../clients';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Edit, Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'secret-in-file',
  label: null,
  cause: null,
  stage: 'entry',
  ofWholeFile: true,
  reads: ['secret-written', 'ready'],
  messages: {
    default:
      'The secret {name} stands in this file for everybody who gets to see it. Have the client fill it in, and make a new one if the file was shared.',
    plain:
      'The secret {name} stands in this file for everybody who gets to see it. Keep the file to yourself, and make a new one if it was shared.',
  },
  match: ({ facts, entry, file, plan, reader }, say) =>
    facts.all('secret-written').map((fact) => {
      const { name, where } = fact;
      const location = plan?.location ?? reader?.location;
      const fixes = file && entry && location ? moveOut(file, entry, fact, location.variables) : [];
      return say(
        fixes.length > 0 ? 'default' : 'plain',
        { name },
        {
          severity: facts.first('ready') ? 'information' : 'warning',
          confidence: 'likely',
          span: where.span,
          evidence: [{ kind: 'entry', line: null, text: name }],
          fixes,
          standsWhenReady: true,
        },
      );
    }),
});

/** The secret in the client's keeping, or in its environment. The value itself is nowhere then: it has to be given once. */
function moveOut(
  file: ConfigFile,
  entry: ServerEntry,
  fact: FactOf<'secret-written'>,
  syntax: VariableSyntax,
): readonly Fix[] {
  const name = nameFor(fact, entry);
  const write = REFERENCES[syntax];
  if (!write) return [];
  const reference = write(name);
  const text = fact.where.raw.reveal().replace(fact.part.reveal(), () => reference);
  const declared = syntax === 'vscode' ? declare(file, name) : [];
  if (declared === null) return [];
  const title = fill('Replace it by {reference}, and keep the value for when it is asked for', {
    reference: entry.mask(reference),
  });
  const [fix] = entryFix(entry, 'move-secret-out', title, [replaceText(fact.where, text), ...declared], 'maybe');
  // What stands in the file now is gone from it then: nobody gets that without asking for it.
  return fix
    ? [
        {
          ...fix,
          preferred: false,
          needs: [{ name: fact.name, secret: true, why: fill('it stands in the file now', {}) }],
        },
      ]
    : [];
}

const REFERENCES: Partial<Readonly<Record<VariableSyntax, (name: string) => string>>> = {
  vscode: (name) => `\${input:${inputId(name)}}`,
  'env-colon': (name) => `\${env:${name}}`,
  'env-only': (name) => `\${env:${name}}`,
  braces: (name) => `\${${name}}`,
  dollar: (name) => `\${${name}}`,
  'env-in-braces': (name) => `{env:${name}}`,
};

function declare(file: ConfigFile, name: string): readonly Edit[] | null {
  if (file.inputs.some(({ id }) => id === inputId(name))) return [];
  const declaration = { type: 'promptString', id: inputId(name), description: name, password: true };
  const edits = editorOf(file).appendItems(file, ['inputs'], [declaration]);
  return edits.length > 0 ? edits : null;
}

/** A name that an environment can have: of the setting, or of the server with what it is. */
function nameFor({ name, role }: FactOf<'secret-written'>, { name: server }: ServerEntry): string {
  if (role === 'env') return name;
  const words = (text: Safe | string) =>
    text
      .toUpperCase()
      .replace(/[^A-Z\d]+/g, '_')
      .replace(/^_+|_+$/g, '');
  const own = role === 'address' || name === 'arg' ? 'SECRET' : words(name);
  return `${words(server)}_${own}`.replace(/^(?=\d)/, '_');
}

export const page: Page = {
  title: 'A secret stands in the file',
  what: 'A key, token or password is written into the configuration itself.',
  why: 'Whoever has the file has the secret: those who read the repository, its copies and its history, and every program that reads your settings.',
  remedy:
    'Have the client fill it in (`${input:…}` in VS Code, `${env:…}` and `${…}` elsewhere). If the file was ever shared, make a new secret: the old one stays in the history.',
  exceptions: 'Passwords of services on the same machine, and what is only an example, are left alone.',
};

const env = (settings: unknown, path?: string, root = 'servers') => ({
  ...(path !== undefined && { path }),
  config: JSON.stringify({ [root]: { a: { command: 'acme', env: settings } } }),
});

export const examples: Examples = () => [
  { name: 'a token', fires: true, given: env({ ACME_TOKEN: '9fK2hJ8aLq3TzXwV5bNc' }), params: { name: 'ACME_TOKEN' } },
  {
    name: 'a client without variables',
    fires: true,
    given: env({ ACME_TOKEN: '9fK2hJ8aLq3TzXwV5bNc' }, '/h/claude_desktop_config.json', 'mcpServers'),
  },
  {
    name: 'a login',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "acme", "args": ["mongodb+srv://ann:9fK2hJ8aLq@x.acme.io/db"] } } }',
    },
  },
  {
    name: 'a header',
    fires: true,
    given: {
      config:
        '{ "servers": { "a": { "url": "https://x.test", "headers": { "Authorization": "Bearer 9fK2hJ8aLq3TzXwV5bNc" } } } }',
    },
  },
  { name: 'a variable', fires: false, given: env({ ACME_TOKEN: '${env:ACME_TOKEN}' }) },
  {
    name: 'the same machine',
    fires: false,
    given: {
      config:
        '{ "servers": { "a": { "command": "acme", "args": ["postgresql://postgres:postgres@localhost:5432/db"] } } }',
    },
  },
  { name: 'a name', fires: false, given: env({ ACME_KEY_NAME: 'production-key-of-ann-2024' }) },
];
