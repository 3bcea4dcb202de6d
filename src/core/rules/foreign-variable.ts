import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { FactOf } from '../facts';
import type { ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'foreign-variable',
  label: 'variable-not-expanded',
  cause: 'variable-not-expanded',
  stage: 'entry',
  reads: ['variable-written'],
  over: ['invalid-setting-value', 'remote-auth-missing', 'bad-credentials'],
  messages: {
    default:
      '{client} does not fill in {text} here: the server gets these characters, and no value. Write the value itself.',
    right: '{client} does not fill in {text} here: the server gets these characters, and no value. It is {right}.',
    others:
      '{others} fills in {text} in this file, and {client} does not: for {client} the server gets these characters, and no value.',
    substitution:
      'A shell would run {text} and put there what that prints, and {client} starts none for it: the server gets these characters. Write the value itself, or start the server through a script that sets it.',
    nobody: 'No client fills in {text}: the server gets these characters, and no value.',
    broken: '{text} is no variable: the server gets these characters, and no value. It is {right}.',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    const client = clientNameOf(subject);
    return facts.all('variable-written').map((fact) => {
      const { text, where, form, right, role, rightFor } = fact;
      // Closed programs may know more forms than they document; what no parser of a config file does is sure.
      const isSure = role === 'command' || form === 'broken' || form === 'percent';
      const more = {
        severity: rightFor.length > 0 ? 'information' : isSure ? 'error' : 'warning',
        confidence: isSure ? 'evident' : 'likely',
        span: where.span,
        evidence: [{ kind: 'entry', line: null, text: where.safe }],
        fixes: file && entry && rightFor.length === 0 ? rewrite(entry, fact) : [],
      } as const;
      if (form === 'substitution') return say('substitution', { client, text }, more);
      if (rightFor.length > 0) return say('others', { client, text, others: rightFor }, more);
      if (right === null)
        return form === 'broken' ? say('nobody', { text }, more) : say('default', { client, text }, more);
      return form === 'broken'
        ? say('broken', { text, right: fill('{right}', { right: subject.entry?.mask(right) ?? text }) }, more)
        : say('right', { client, text, right: subject.entry?.mask(right) ?? text }, more);
    });
  },
});

/** The same variable in the form of this client. */
function rewrite(entry: ServerEntry, { text, where, right }: FactOf<'variable-written'>): readonly Fix[] {
  const written = where.raw.reveal();
  if (right === null || !written.includes(text)) return [];
  const title = fill('Write it as {right}', { right: entry.mask(right) });
  return entryFix(entry, 'rewrite-variable', title, [
    replaceText(
      where,
      written.replace(text, () => right),
    ),
  ]);
}

export const page: Page = {
  title: 'A variable that this client does not fill in',
  what: 'The entry has `${NAME}`, `${env:NAME}`, `%NAME%`, `$NAME`, `$(…)` or `~`, and its client puts nothing in the place of that.',
  why: 'No shell reads a config file. Each client has its own form, or none: `${env:NAME}` in VS Code and Cursor, `${NAME}` in Claude Code and Gemini CLI, `{env:NAME}` in opencode; Claude Desktop has none.',
  remedy: 'Write the form of this client, or the value itself.',
  exceptions: 'What stands behind `sh -c`, `cmd /c` and their like is filled in by that shell.',
};

const entry = (fields: unknown, path = '/w/.vscode/mcp.json', root = 'servers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'what a shell would run',
    fires: true,
    given: entry({ command: 'acme', env: { ACME_TOKEN: "$(op read 'op://Work/acme/token')" } }),
    says: 'A shell would run',
  },
  {
    name: 'the same for a shell',
    fires: false,
    given: entry({ command: 'sh', args: ['-c', 'ACME_TOKEN=$(op read op://Work/acme/token) acme'] }),
  },
  {
    name: 'a header that the bridge fills in itself',
    fires: false,
    given: entry(
      {
        command: 'npx',
        args: ['mcp-remote', 'https://x.test/mcp', '--header', 'Authorization:${AUTH}'],
        env: { AUTH: 'x' },
      },
      '/home/u/.cursor/mcp.json',
      'mcpServers',
    ),
  },

  {
    name: 'the form of Claude Code in VS Code',
    fires: true,
    given: entry({ command: 'acme', env: { A: '${A}' } }),
    params: { right: '${env:A}' },
  },
  {
    name: 'a client without variables',
    fires: true,
    given: entry({ command: 'acme', env: { A: '${env:A}' } }, '/h/claude_desktop_config.json', 'mcpServers'),
    says: 'Claude Desktop does not',
  },
  {
    name: 'Windows’ form in the program',
    fires: true,
    given: entry({ command: '%APPDATA%\\npm\\acme.cmd' }),
    params: { text: '%APPDATA%' },
  },
  {
    name: 'braces left out',
    fires: true,
    given: entry({ command: 'acme', env: { A: '$input:a-key' } }),
    says: 'No client',
  },
  {
    name: 'braces left out of the environment’s',
    fires: true,
    given: entry({ command: 'acme', env: { A: '$env:A' } }),
    says: 'is no variable',
  },
  {
    name: 'a home directory',
    fires: true,
    given: entry({ command: '~/bin/acme' }, '/w/.cursor/mcp.json', 'mcpServers'),
    params: { right: '${userHome}' },
  },
  {
    name: 'right for one, and not for another',
    fires: true,
    given: entry({ command: 'acme', env: { A: '${A:-b}' } }, '/w/.mcp.json', 'mcpServers'),
    says: 'Claude Code',
  },
  { name: 'a password', fires: false, given: entry({ command: 'acme', env: { A: '$ecretPas5' } }) },
  { name: 'its own', fires: false, given: entry({ command: 'acme', env: { A: '${env:A}' } }) },
  { name: 'a shell fills it in', fires: false, given: entry({ command: 'sh', args: ['-c', 'acme --key $A ${B}'] }) },
  {
    name: 'the command processor',
    fires: false,
    given: entry({ command: 'cmd', args: ['/c', '%APPDATA%\\npm\\acme.cmd'] }),
  },
  {
    name: 'a share of a hundred',
    fires: false,
    given: entry({ command: 'acme', args: ['--zoom', '50%', '--q', '10% of 20%'] }),
  },
  {
    name: 'Claude Code’s own',
    fires: false,
    given: entry(
      { command: '${CLAUDE_PLUGIN_ROOT}/a', env: { A: '${A:-b}' } },
      '/w/.kiro/settings/mcp.json',
      'mcpServers',
    ),
  },
];
