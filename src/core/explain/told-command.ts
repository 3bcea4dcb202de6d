import { forms } from '../log/all.gen';
import { typedIn } from '../read/talk';
import type { Start } from '../start';

/** A command line, as the keys of an entry. */
export interface ToldCommand {
  readonly command: string;
  readonly args: readonly string[];
}

/** What a log says that was started: in its client's own words, or typed behind the prompt of a shell. */
export function toldCommand({ from, client, stderr }: Start): ToldCommand | null {
  const form = forms.find((each) => each.client === from.client);
  if (!form) return typedLast(stderr.map(({ text }) => text));
  const lines = client.map(({ text }) => text);
  const at = form.starts ? lines.findLastIndex((text) => form.starts?.test(text)) : -1;
  const { line, program } = form.starts?.exec(lines[at] ?? '')?.groups ?? {};
  if (program !== undefined) return { command: program, args: argsIn(lines.slice(at, at + MOST_LINES)) };
  return line === undefined ? null : split(line);
}

/** The texts of the list of that name, in an object as Node.js prints it. */
function argsIn(lines: readonly string[]): readonly string[] {
  const [, list = ''] = ARGS.exec(lines.join('\n')) ?? [];
  return [...list.matchAll(QUOTED)].map(([, single, double]) => (single ?? double ?? '').replaceAll('\\\\', '\\'));
}

const MOST_LINES = 60;
const ARGS = /\bargs: \[([^\]]{0,8000})/;
const QUOTED = /'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g;

function typedLast(lines: readonly string[]): ToldCommand | null {
  const typed = lines.map(typedIn).findLast((text) => text !== null && STARTS_SERVER.test(text));
  return typed ? split(typed) : null;
}

/** A program that starts servers, and is not only asked about itself. */
const STARTS_SERVER =
  /^(?:npx|uvx|bunx|pnpm dlx|npm exec|pipx run|uv run|docker run|node|python[\d.]*|deno run) (?!(?:-v|-V|-h|--version|--help)$)\S/;

/** Words that somebody has joined with blanks; clients quote none. */
function split(line: string): ToldCommand {
  const [command = '', ...args] = line.trim().split(/\s+/);
  return { command, args };
}
