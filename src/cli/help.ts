import { options } from './options';
import type { Command } from './command';
import type { OptionName } from './options';

/** What there is. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.entries(commands).map(([name, { words, about }]) => [`${name} ${words}`, about] as const);
  return [
    'Says why an MCP server does not start, and tries the cure before it calls it one.',
    '',
    ...inColumns(rows, '  mcp-handshake '),
    '',
    'Without FILES: the configurations of the current folder. `mcp-handshake help COMMAND` names its options.',
    'Exit codes: 0 nothing wrong, 1 an error was found, 2 usage, 3 our own failure, 4 nothing could be checked.',
  ].join('\n');
}

/** What one command takes. */
export function helpOfOne(name: string, { words, about, options: taken }: Command): string {
  const rows = taken.map((option) => [written(option), options[option].about] as const);
  return [
    `mcp-handshake ${name} ${words}`,
    `  ${about}`,
    ...(rows.length > 0 ? [''] : []),
    ...inColumns(rows, '  '),
  ].join('\n');
}

function written(name: OptionName): string {
  const { value } = options[name];
  return value === null ? `--${name}` : `--${name} ${value}`;
}

function inColumns(rows: readonly (readonly [string, string])[], indent: string): readonly string[] {
  const width = Math.max(0, ...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `${indent}${first.padEnd(width)}   ${second}`);
}
