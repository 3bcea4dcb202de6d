import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { oddSetting } from '../launch/odd-setting';
import { hideShapes } from '../secrets/mask';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, Setting } from '../config/config-file';
import type { Edit } from '../fixes/fix';
import type { OddSetting } from '../launch/odd-setting';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'setting-malformed',
  label: 'invalid-setting-value',
  cause: 'invalid-setting-value',
  stage: 'settings',
  reads: ['entry', 'ready'],
  over: ['missing-env', 'empty-setting', 'invalid-setting-value', 'bad-credentials', 'stray-blank'],
  messages: {
    unnamed: 'A variable has no name: no server can ask for it. Write its name in front of the value.',
    equals:
      'The name of a variable ends at an equals sign, and `{name}` holds one. The name and its value are two texts: `"{right}": "…"`.',
    reference:
      '`{name}` is how a variable is read, and here one is set: the server looks for `{right}`. Write the name alone.',
    export: '`{name}` has a word of shells in front of the name, and all of it is the name here. Write `{right}`.',
    repeats:
      'The value of `{name}` begins with the name once more, and the server gets all of it. Write only what belongs behind the equals sign.',
    quotes:
      'The value of `{name}` stands in quotes of its own, and the server gets them with it: in a config file the outer ones are enough.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) =>
    !entry || facts.first('ready')
      ? []
      : entry.env.flatMap((setting) => {
          const odd = oddSetting(setting.name, setting.value?.raw.reveal() ?? '');
          if (!odd) return [];
          const name = hideShapes(setting.name);
          const right = hideShapes(odd.name ?? 'NAME');
          const isOfName = setting.name !== odd.name;
          const edits = file ? corrected(file, setting, odd) : [];
          const title = isOfName ? fill('Name it {right}', { right }) : safe('Write the value alone');
          const more = {
            severity: 'warning',
            confidence: isQuoted ? 'possible' : 'likely',
            span: isOfName ? setting.nameSpan : (setting.value?.span ?? setting.nameSpan),
            evidence: [{ kind: 'entry', line: null, text: name }],
            fixes: entryFix(entry, 'write-setting', title, edits),
          } as const;
          return [odd.is === 'unnamed' ? say('unnamed', {}, more) : say(odd.is, { name, right }, more)];
        }),
});

function corrected(file: ConfigFile, setting: Setting, { name, value }: OddSetting): readonly Edit[] {
  if (name === null || file.problems.length > 0) return [];
  const named = name === setting.name ? [] : editorOf(file).renameKey(file, setting.nameSpan, name);
  const written = setting.value?.raw.reveal() === value || !setting.value ? [] : [replaceText(setting.value, value)];
  return [...named, ...written];
}

export const page: Page = {
  title: 'A variable that no server can read',
  what: 'Under `env` stands something that is no name of a variable, or a value together with what belongs around it.',
  why: 'A line of a `.env` file or of a shell was copied whole: there one text holds the name, an equals sign, and the value in quotes.',
  remedy: 'Write the name and the value as two texts: `"env": { "ACME_TOKEN": "abc" }`.',
  exceptions: 'Quotes around what is itself code or JSON are meant.',
};

const entry = (env: Readonly<Record<string, string>>) => ({
  config: JSON.stringify({ servers: { a: { command: 'acme-mcp', env } } }),
});

export const examples: Examples = () => [
  { name: 'no name', fires: true, given: entry({ '': 'abc' }) },
  { name: 'a line for a name', fires: true, given: entry({ 'ACME_KEY=abc': '' }), params: { right: 'ACME_KEY' } },
  { name: 'how it is read', fires: true, given: entry({ '${ACME_KEY}': 'abc' }), params: { right: 'ACME_KEY' } },
  { name: 'a word of shells', fires: true, given: entry({ 'export ACME_KEY': 'abc' }), params: { right: 'ACME_KEY' } },
  { name: 'its own name', fires: true, given: entry({ ACME_KEY: 'ACME_KEY=abc' }), params: { name: 'ACME_KEY' } },
  { name: 'in quotes', fires: true, given: entry({ ACME_URL: '"https://acme.test"' }), params: { name: 'ACME_URL' } },
  { name: 'an equals sign in the value', fires: false, given: entry({ ACME_OPTIONS: 'key=abc' }) },
  { name: 'code', fires: false, given: entry({ ACME_FILTER: '"a" in tags' }) },
  { name: 'JSON', fires: false, given: entry({ ACME_LIST: '["a","b"]' }) },
  { name: 'as it is to be', fires: false, given: entry({ ACME_KEY: 'abc' }) },
];
