import { forms } from '../log/all.gen';
import { typedIn } from '../read/talk';
import type { Start } from '../start';

/** A command line, or an address that was called, as the keys of an entry. */
export type ToldCommand =
  | { readonly command: string; readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> }
  | { readonly type: string; readonly url: string };

/**
 * What a log says that was started: in its client's own words, in a list of servers with what has become of them, field
 * by field, or typed behind the prompt of a shell.
 */
export function toldCommand({ from, client, stderr }: Start): ToldCommand | null {
  const form = forms.find((each) => each.client === from.client);
  if (!form) {
    const printed = [...client, ...stderr].toSorted((a, b) => a.number - b.number).map(({ text }) => text);
    return (
      listedFailed(printed) ?? inDebugForm(printed) ?? inFields(printed) ?? typedLast(printed) ?? addedLast(printed)
    );
  }
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

/** The only server of a list that is not connected. Source: `claude mcp list`, `gemini mcp list`, `grok mcp doctor`. */
function listedFailed(lines: readonly string[]): ToldCommand | null {
  const failed = lines.flatMap((text) => {
    const { line, transport = '' } = (LISTED.exec(text) ?? DOCTORED.exec(text))?.groups ?? {};
    return line === undefined ? [] : [{ line, transport }];
  });
  const [only, ...others] = failed;
  if (!only || others.length > 0) return null;
  return /^https?:\/\//.test(only.line)
    ? { type: only.transport.toLowerCase() || 'http', url: only.line }
    : split(only.line);
}

const LISTED =
  /^\W{0,4}[\w.@][^\n]{0,80}?: (?<line>\S.{0,1000}?)(?: \((?<transport>stdio|http|sse)\))? - (?:[✗✘×❌] |Disconnected$)/i;
const DOCTORED = /^\s*[\w.@-]{1,80} \((?<transport>stdio|http|sse): (?<line>\S.{0,1000})\)$/i;

/** The configuration of a server, as Rust prints it for those who look for mistakes. Source: Goose. */
function inDebugForm(lines: readonly string[]): ToldCommand | null {
  const { program, args } = lines.map((text) => OF_RUST.exec(text)?.groups).find((each) => each) ?? {};
  if (program === undefined || args === undefined) return null;
  return { command: program, args: [...args.matchAll(QUOTED)].map(([, , word = '']) => word) };
}

const OF_RUST = /\bStdio \{ name: "[^"]{0,80}", cmd: "(?<program>[^"]{1,300})", args: \[(?<args>[^\]]{0,4000})\]/;

/** The fields of one server, each in a line of its own. Source: `claude mcp get`, `codex mcp get`, and forms for reports. */
function inFields(lines: readonly string[]): ToldCommand | null {
  const valueOf = (field: RegExp) => lines.map((text) => field.exec(text)?.[1]).find((value) => value !== undefined);
  const line = [valueOf(COMMAND), valueOf(ARGUMENTS)].filter((part) => part !== undefined).join(' ');
  return STARTS_SERVER.test(line) ? split(line) : null;
}

const COMMAND =
  /^[\s>|*-]{0,6}(?:(?:server )?command|cmd|running|starting|executing|launching|spawning)[*_]{0,2}:[*_]{0,2} {0,4}[`'"]?([\w./\\:~-][^`'"\n]{0,1000}?)[`'"]?$/i;
const ARGUMENTS = /^[\s>|*-]{0,6}arg(?:ument)?s[*_]{0,2}:[*_]{0,2} {0,4}[`'"]?([^[\s`'"][^`'"\n]{0,1000}?)[`'"]?$/i;

function typedLast(lines: readonly string[]): ToldCommand | null {
  const typed = lines.map(typedIn).findLast((text) => text !== null && STARTS_SERVER.test(text));
  return typed ? split(typed) : null;
}

/** What a client says when it has taken a server into its configuration. Source: `claude mcp add`. */
function addedLast(lines: readonly string[]): ToldCommand | null {
  const { transport, line } = lines.map((text) => ADDED.exec(text)?.groups).findLast((each) => each) ?? {};
  if (transport === undefined || line === undefined) return null;
  return transport.toLowerCase() === 'stdio' ? split(line) : { type: transport.toLowerCase(), url: line };
}

const ADDED =
  /^\W{0,4}Added (?<transport>stdio|http|sse) MCP server \S{1,80} with (?:command|URL): (?<line>\S.{0,1000}?) {1,2}to (?:local|user|project) config$/i;

/** What starts servers. */
const STARTER =
  '(?:npx|uvx|bunx|pnpm dlx|yarn dlx|npm exec|pipx run|uv (?:tool )?run|(?:docker|podman|nerdctl) (?:run|exec|compose)|docker-compose|node|python[\\d.]*|deno run|bun run|tsx|java -jar|dotnet run|go run) ';
/** It is not only asked about itself. */
const STARTS_SERVER = new RegExp(`^${STARTER}(?!(?:-v|-V|-h|--version|--help)$)\\S`);

/** A text that is a command line which starts a server, as it was typed, or as a client was told it; null of any other. */
export function commandIn(text: string): ToldCommand | null {
  const typed = text.replace(/^[$❯%] /, '');
  if (typed.includes('\n')) return inFields(typed.split('\n'));
  if (/^https?:\/\/\S+$/.test(typed)) return { type: 'http', url: typed };
  const { transport = 'http', url } = ADDRESS_ADDED.exec(typed)?.groups ?? {};
  if (url !== undefined) return { type: transport, url };
  // The program alone: what it is given has been left out.
  if (/^(?:npx|uvx|bunx)$/.test(typed)) return { command: typed };
  const line = HANDED_ON.map((form) => form.exec(typed)?.groups?.['line']).find((each) => each !== undefined) ?? typed;
  const [variables = ''] = /^(?:env )?(?:[A-Z_][A-Z0-9_]*=\S+ +)+/.exec(line) ?? [];
  const rest = line.slice(variables.length);
  if (!STARTS_SERVER.test(rest)) return inFields(typed.split(/, ?(?=arg)/));
  const env = Object.fromEntries(
    [...variables.matchAll(/([A-Z_][A-Z0-9_]*)=(\S+)/g)].map(([, name, value]) => [name, value]),
  );
  return variables === '' ? split(rest) : { ...split(rest), env };
}

/** The same with variables in front, as a shell takes them. */
const STARTER_SET = `(?:[A-Z_][A-Z0-9_]*=\\S+ +)*${STARTER}`;
/** Command lines in which another one stands: of clients that take a server into their configuration, and of inspectors. */
const HANDED_ON: readonly RegExp[] = [
  /^[a-z-]{3,20} mcp add .{1,200}? -- (?<line>\S.*)$/,
  new RegExp(`^[a-z-]{3,20} mcp add (?:\\S{1,80} ){1,8}?["']?(?<line>${STARTER_SET}[^"']*)["']?$`),
  new RegExp(`^(?:npx (?:-\\S+ )?)?(?:@modelcontextprotocol/|mcp-)inspector(?:@\\S+)? (?<line>${STARTER_SET}.*)$`),
  new RegExp(`^[a-z-]{3,20} .{0,80}--with-extension ["'](?<line>${STARTER_SET}[^"']*)["']$`),
];
/** An address that a client is told to call. Source: `claude mcp add --transport`, and those that have it from there. */
const ADDRESS_ADDED =
  /^[a-z-]{3,20} mcp add (?=.{0,200}\bhttps?:)(?:.{0,200}(?:--transport|-t)[ =](?<transport>http|sse)\b)?.{0,200}?\s(?<url>https?:\/\/\S+)/;

/** Words that somebody has joined with blanks; clients quote none. */
function split(line: string): ToldCommand {
  const [command = '', ...args] = line.trim().split(/\s+/);
  return { command, args };
}
