import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'version-form',
  label: 'pypi-package-missing',
  cause: 'pypi-package-missing',
  stage: 'fetch',
  reads: ['entry'],
  over: ['pypi-package-missing'],
  messages: {
    default: '{written} names no version that can be resolved: behind == a version has digits. Write {right}.',
    range: '{written} is a range as npm has them: `uvx` takes one version behind @, or `latest`. Write {right}.',
  },
  match: ({ entry, file }, say) => {
    if (!entry || entry.program !== 'uvx' || !entry.hasArg(NAMELESS_OR_RANGE)) return [];
    const arg = entry.args.find(({ raw }) => NAMELESS_OR_RANGE.test(raw.reveal()));
    if (!arg) return [];
    const [, name = '', sign = '', version = ''] = FORM.exec(arg.raw.reveal()) ?? [];
    const right =
      sign === '=='
        ? `${name}@latest`
        : version.startsWith('^')
          ? `${name}>=${version.slice(1)}`
          : `${name}~=${version.slice(1)}`;
    // A range is one for `--from`, and behind it the program has its name.
    const items = sign === '==' ? [right] : ['--from', right, name];
    const safeRight = entry.mask(right);
    const fixes = file
      ? entryFix(
          entry,
          'write-version',
          fill('Write {right}', { right: safeRight }),
          editorOf(file).replaceItem(file, arg, items),
        )
      : [];
    return [
      say(
        sign === '==' ? 'default' : 'range',
        { written: arg.safe, right: safeRight },
        { span: arg.span, evidence: [{ kind: 'entry', line: null, text: arg.safe }], fixes },
      ),
    ];
  },
});

const FORM = /^([A-Za-z\d][\w.-]*)(==|@)(.+)$/;
const NAMELESS_OR_RANGE = /^[A-Za-z\d][\w.-]*(?:==[A-Za-z]+|@[\^~]\d[\w.]*)$/;

export const page: Page = {
  title: 'The version is written in a form that its runner does not take',
  what: '`uvx` takes `NAME@latest`, `NAME@1.2.3` and, behind `--from`, `NAME==1.2.3`. This is none of them.',
  why: '`==` is pip’s and wants a version, `latest` is a tag of npm’s, and `^1.2` a range of npm’s.',
  remedy: 'Write `NAME@latest`.',
  exceptions: 'A version that could exist is looked for in the index, not judged by its form.',
};

const entry = (arg: string, command = 'uvx') => ({
  config: JSON.stringify({ servers: { a: { command, args: [arg] } } }),
});

export const examples: Examples = () => [
  { name: 'a tag behind ==', fires: true, given: entry('acme-mcp==latest'), params: { right: 'acme-mcp@latest' } },
  { name: 'a range of npm’s', fires: true, given: entry('acme-mcp@^1.2'), params: { right: 'acme-mcp>=1.2' } },
  { name: 'a tag behind @', fires: false, given: entry('acme-mcp@latest') },
  { name: 'a version', fires: false, given: entry('acme-mcp==1.2.3') },
  { name: 'npm’s runner', fires: false, given: entry('acme-mcp@^1.2', 'npx') },
];
