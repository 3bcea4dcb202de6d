import { editorOf } from '../edit';
import { clientNameOf } from '../deduce/client-name';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'timeout-unit',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['timeout-unit', 'ready'],
  messages: {
    ms: '{client} reads `{key}` in milliseconds: {written} of them are over before any server has started. Write {right}.',
    s: '{client} reads `{key}` in seconds: {written} of them are hours, and more than it takes. Write {right}.',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    if (facts.first('ready')) return [];
    return facts.all('timeout-unit').map(({ key, unit, written, right }) => {
      const edits = file && entry ? editorOf(file).setProperties(file, entry.path, { [key.name]: right }) : [];
      return say(
        unit,
        {
          client: clientNameOf(subject),
          key: fill('{name}', { name: entry?.mask(key.name) ?? fill('timeout', {}) }),
          written,
          right,
        },
        {
          severity: 'warning',
          confidence: 'likely',
          span: key.span,
          evidence: [{ kind: 'entry', line: null, text: fill('{written}', { written }) }],
          fixes: entry ? entryFix(entry, 'change-timeout', fill('Write {right}', { right }), edits) : [],
        },
      );
    });
  },
});

export const page: Page = {
  title: 'A time limit in another unit',
  what: 'Clients differ in the unit of their limits: seconds in Cline, Roo Code, Zed and Goose, milliseconds in Claude Code, Amazon Q, Gemini CLI, Copilot CLI and opencode.',
  why: 'The entry was written for a client with the other unit.',
  remedy: 'Write the number in the unit of this client.',
  exceptions: 'A limit that could be meant is left alone.',
};

const entry = (timeout: number, path: string) => ({
  path,
  config: JSON.stringify({ mcpServers: { a: { command: 'acme', timeout } } }),
});

export const examples: Examples = () => [
  {
    name: 'seconds for milliseconds',
    fires: true,
    given: entry(60, '/w/.amazonq/mcp.json'),
    params: { right: 60_000 },
  },
  {
    name: 'milliseconds for seconds',
    fires: true,
    given: entry(60_000, '/h/cline_mcp_settings.json'),
    params: { right: 60 },
  },
  { name: 'milliseconds', fires: false, given: entry(60_000, '/w/.amazonq/mcp.json') },
  { name: 'seconds', fires: false, given: entry(300, '/h/cline_mcp_settings.json') },
];
