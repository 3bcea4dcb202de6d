import { inputId } from '../config/input-id';
import { isSecretName } from '../secrets/names';
import { fill, safe } from '../text';
import { editorOf } from '../edit';
import type { VariableSyntax } from '../clients';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Edit, Fix, Need } from './fix';

/**
 * The ways to give a server settings that it misses, in what this client's file can say, the best first: asked for and
 * kept by the client, taken from its environment, or written down.
 */
export function addEnv(
  file: ConfigFile,
  entry: ServerEntry,
  syntax: VariableSyntax,
  names: readonly Safe[],
): readonly Fix[] {
  return FORMS[syntax].map((form, index) => ({
    ...form(file, entry, names),
    preferred: index === 0,
    needs: names.map((name): Need => ({
      name,
      secret: isSecretName(name),
      why: safe('the server says that it is missing'),
    })),
    trying: 'with-placeholders',
    entryPath: entry.path,
  }));
}

type Form = (
  file: ConfigFile,
  entry: ServerEntry,
  names: readonly Safe[],
) => Pick<Fix, 'id' | 'title' | 'applicability' | 'edits'>;

const askForIt: Form = (file, entry, names) => {
  const missing = names.filter((name) => !file.inputs.some(({ id }) => id === inputId(name)));
  const declarations = missing.map((name) => ({
    type: 'promptString',
    id: inputId(name),
    description: name,
    ...(isSecretName(name) ? { password: true } : {}),
  }));
  const inputs = declarations.length > 0 ? editorOf(file).appendItems(file, ['inputs'], declarations) : [];
  return {
    id: 'add-env-input',
    title: fill('Add {names}, asked for when the server starts', { names: listed(names) }),
    applicability: 'safe',
    edits: [...envEdits(file, entry, names, (name) => `\${input:${inputId(name)}}`), ...inputs],
  };
};

const fromEnvironment =
  (write: (name: string) => string): Form =>
  (file, entry, names) => ({
    id: 'add-env-variable',
    title: fill('Add {names}, taken from the environment', { names: listed(names) }),
    applicability: 'safe',
    edits: envEdits(file, entry, names, write),
  });

const writtenDown: Form = (file, entry, names) => ({
  id: 'add-env-placeholder',
  title: fill('Add {names} with a placeholder to replace', { names: listed(names) }),
  applicability: 'has-placeholders',
  edits: envEdits(file, entry, names, (name) => `YOUR_${name}`),
});

const FORMS = {
  vscode: [askForIt, fromEnvironment((name) => `\${env:${name}}`)],
  'env-colon': [fromEnvironment((name) => `\${env:${name}}`), writtenDown],
  'env-only': [fromEnvironment((name) => `\${env:${name}}`), writtenDown],
  braces: [fromEnvironment((name) => `\${${name}}`), writtenDown],
  dollar: [fromEnvironment((name) => `\${${name}}`), writtenDown],
  'env-in-braces': [fromEnvironment((name) => `{env:${name}}`), writtenDown],
  none: [writtenDown],
} as const satisfies Record<VariableSyntax, readonly Form[]>;

function envEdits(
  file: ConfigFile,
  entry: ServerEntry,
  names: readonly Safe[],
  write: (name: string) => string,
): readonly Edit[] {
  const values = Object.fromEntries(names.map((name) => [name, write(name)]));
  return editorOf(file).setProperties(file, [...entry.path, entry.keys.env], values);
}

function listed(names: readonly Safe[]): Safe {
  const [first = safe('the missing key')] = names;
  return names.length > 2
    ? fill('{first} and {more} more', { first, more: names.length - 1 })
    : names.slice(1).reduce((words, name) => fill('{words} and {name}', { words, name }), first);
}
