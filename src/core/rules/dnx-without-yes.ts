import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'dnx-without-yes',
  label: 'waiting-for-input',
  cause: 'slow-or-hanging-start',
  stage: 'fetch',
  reads: ['entry', 'ready'],
  messages: {
    default: '`dnx` asks before it fetches a package, and nobody answers it here. Add `--yes` behind the package.',
  },
  match: ({ entry, file, facts }, say) => {
    if (!entry?.command || entry.program !== 'dnx' || facts.first('ready')) return [];
    const [first] = entry.args;
    const end = entry.args.findIndex(({ raw }) => raw.reveal() === '--');
    const own = end < 0 ? entry.args : entry.args.slice(0, end);
    if (!first || own.some(({ raw }) => /^(?:-y|--yes)$/.test(raw.reveal()))) return [];
    const edits = file ? editorOf(file).replaceItem(file, first, [first.raw.reveal(), '--yes']) : [];
    const evidence = [{ kind: 'entry', line: null, text: entry.command.safe }] as const;
    return [
      say(
        'default',
        {},
        {
          severity: 'warning',
          confidence: 'likely',
          span: first.span,
          evidence,
          fixes: entryFix(entry, 'add-yes', safe('Add --yes'), edits),
        },
      ),
    ];
  },
});

export const page: Page = {
  title: 'dnx asks before it fetches',
  what: '`dnx` runs a tool from NuGet, and asks first whether it may fetch it. A client gives no answer.',
  why: 'In a terminal one types `y`. The question goes to the stream on which the client expects messages.',
  remedy: 'Write `"args": ["ACME.Mcp", "--yes"]`.',
  exceptions: 'None is known.',
};

const entry = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'dnx', args } } }),
});

export const examples: Examples = () => [
  { name: 'no answer', fires: true, given: entry('Acme.Mcp@1.0.0') },
  { name: 'in the server’s own words', fires: true, given: entry('Acme.Mcp', '--', '--yes') },
  { name: 'answered', fires: false, given: entry('Acme.Mcp@1.0.0', '--yes', '--', 'mcp') },
];
