import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { isNpmFlag, takesValue } from '../launch/npm-flags';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'flag-before-package',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'ready'],
  over: ['npm-package-missing', 'npm-no-bin', 'nothing-to-run'],
  messages: {
    default:
      '{flag} stands before the package, and `npx` takes it for a flag of its own: the server does not get it. Put it behind the package.',
    value:
      '{flag} stands before the package: `npx` knows no such flag, and takes {value} for the package. Put both behind the package.',
  },
  match: ({ entry, file, facts }, say) => {
    if (!entry || entry.program !== 'npx' || facts.first('ready')) return [];
    const found = misplaced(entry.args);
    if (!found) return [];
    const { flag, value } = found;
    const evidence = [{ kind: 'entry', line: null, text: flag.safe }] as const;
    const more = { span: flag.span, evidence, fixes: file ? moveBehind(file, entry, found) : [] } as const;
    return [
      value
        ? say('value', { flag: flag.safe, value: value.safe }, more)
        : say('default', { flag: flag.safe }, { ...more, severity: 'warning', confidence: 'likely' }),
    ];
  },
});

interface Misplaced {
  readonly flag: Value;
  /** What stands behind it and is none of a package’s names; npx would take it for one. */
  readonly value: Value | null;
  readonly package: Value;
}

/** The first flag that is none of npx's, with the package behind it. */
function misplaced(args: readonly Value[]): Misplaced | null {
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index];
    const text = arg?.raw.reveal() ?? '';
    // Behind the package, or `--`, everything is the server's.
    if (!arg || !text.startsWith('-') || text === '--') return null;
    if (isNpmFlag(text)) {
      index += takesValue(text) ? 1 : 0;
      continue;
    }
    const [next, afterNext] = args.slice(index + 1);
    if (!/^--[a-z]/.test(text) || !next) return null;
    const isValue = !PACKAGE.test(next.raw.reveal()) && afterNext !== undefined && PACKAGE.test(afterNext.raw.reveal());
    if (isValue) return { flag: arg, value: next, package: afterNext };
    return PACKAGE.test(next.raw.reveal()) ? { flag: arg, value: null, package: next } : null;
  }
  return null;
}

/** What is plainly the name of a package: with a scope, or with `mcp` in it. */
const PACKAGE = /^@[\w.-]+\/[\w.-]+(?:@\S+)?$|^(?=\S*mcp)[a-z][\w.-]*(?:@\S+)?$/;

function moveBehind(file: ConfigFile, entry: ServerEntry, { flag, value, package: name }: Misplaced): readonly Fix[] {
  const editor = editorOf(file);
  const moved = [flag, ...(value ? [value] : [])];
  const behind = editor.replaceItem(
    file,
    name,
    [name, ...moved].map(({ raw }) => raw.reveal()),
  );
  const edits = [...moved.flatMap((each) => editor.replaceItem(file, each, [])), ...behind];
  return entryFix(entry, 'move-behind-package', safe('Put it behind the package'), edits);
}

export const page: Page = {
  title: 'A flag of the server stands before its package',
  what: 'What stands between `npx` and the name of the package is for `npx`. A flag there that it does not know never reaches the server, and its value is taken for the package.',
  why: 'The order of the words was not kept when the line was split into `args`.',
  remedy: 'Put the package first, and the server’s own flags behind it: `["-y", "@acme/server", "--port", "3000"]`.',
  exceptions: 'Flags that npm knows are meant for it.',
};

const entry = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'npx', args } } }),
});

export const examples: Examples = () => [
  { name: 'a switch', fires: true, given: entry('-y', '--stdio', '@acme/server'), params: { flag: '--stdio' } },
  {
    name: 'a flag with a value',
    fires: true,
    given: entry('-y', '--port', '3000', '@acme/server'),
    params: { value: '3000' },
  },
  { name: 'behind it', fires: false, given: entry('-y', '@acme/server', '--port', '3000') },
  {
    name: 'npm’s own',
    fires: false,
    given: entry('--registry', 'https://x.test', '--no-audit', '--yes', '@acme/server'),
  },
  {
    name: 'npm’s own, with a value',
    fires: false,
    given: entry('-y', '--node-options=--no-warnings', '--package', '@acme/server', 'acme'),
  },
];
