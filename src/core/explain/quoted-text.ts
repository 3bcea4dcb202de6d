import { formatOf } from '../config/format';
import { isOpenAt, tokensOf } from '../config/json-tokens';
import { allOf } from '../secrets/mask';
import { HAS_ROOT, nothingQuoted, placesOf, quotedFile } from './quoted';
import { toldEntry } from './quoted-object';
import { toldCommand } from './told-command';
import type { Client } from '../clients';
import type { ServerEntry } from '../config/config-file';
import type { QuotedText } from '../log/quoted';
import type { Subject } from '../rules/rule';
import type { Start } from '../start';
import type { Mask } from '../text';
import type { Quoted } from './quoted';
import type { ToldCommand } from './told-command';

/** The same of a text that shows it: where a place of the file stands there, as the number of a line. */
interface Shown extends Quoted {
  readonly lineAt: LineAt;
}

/** The line of a pasted text in which an offset of the file stands that it shows; null where it shows no such place. */
export type LineAt = (offset: number) => number | null;

/** What is known of a text besides the configurations that it shows. */
interface Known {
  readonly client: Client | null;
  /** What is said in it, line by line. */
  readonly said?: readonly string[];
}

/**
 * What a pasted text shows of a configuration, with all that it may leave out around it: the braces, the key that its
 * servers are under, the name of the server. Of several servers the entry is the one that the text speaks of, or none.
 */
export function quotedIn(texts: readonly QuotedText[], { client, said = [] }: Known): Shown {
  for (const text of texts)
    for (const { files, roots } of placesOf(client)) {
      const [root = []] = roots;
      const { whole, shift } =
        text.format === 'json' ? completed(text.text, root.map(String)) : { whole: text.text, shift: 0 };
      const pattern = files.find((file) => formatOf(file) === text.format) ?? `mcp.${text.format}`;
      const quoted = quotedFile(whole, pattern, client);
      const { file } = quoted;
      const { servers = [] } = file?.maps[0] ?? {};
      if (!file || servers.length === 0) continue;
      // What was left out of it, or cut off, is no mistake of the file's.
      const problems = LEFT_OUT.test(text.text) || isCut(text) ? [] : file.problems;
      const lineAt = linesOf(text, shift);
      return { file: { ...file, problems }, entry: spokenOf(servers, said), reader: quoted.reader, lineAt };
    }
  return { ...nothingQuoted, lineAt: () => null };
}

/** What is known of a start from the configurations that are shown beside it. */
export function aboutQuoted(
  texts: readonly QuotedText[],
  start: Start,
  client: Client | null,
): Partial<Subject> & { readonly lineAt?: LineAt } {
  const { from, stderr, noise, client: told } = start;
  const said = [from.server ?? '', ...[...told, ...stderr, ...noise].map(({ text }) => text)];
  const quoted = quotedIn(texts, { client, said });
  if (quoted.file) return { ...quoted, isQuoted: true };
  const command = toldCommand(start);
  if (!command) return {};
  const { entry, reader } = toldEntry(command, client);
  const line = lineOfCommand(start, command);
  return { entry, reader, isQuoted: true, isCommandLine: true, isLogged: true, lineAt: () => line };
}

/** The last line that says a command, or an address, as a whole. */
function lineOfCommand({ client, stderr }: Start, told: ToldCommand): number | null {
  const whole = 'url' in told ? told.url : [told.command, ...(told.args ?? [])].join(' ');
  return [...client, ...stderr].findLast(({ text }) => text.includes(whole))?.number ?? null;
}

/** Hides what any of the configurations keeps secret. */
export function maskOf(texts: readonly QuotedText[]): Mask {
  const files = texts.map((text) => quotedIn([text], { client: null }).file);
  return allOf(files.flatMap((file) => file?.maps.flatMap(({ servers }) => servers.map(({ mask }) => mask)) ?? []));
}

/** Three dots, or words in pointed or square brackets, for what nobody is to see. */
const LEFT_OUT = /(?:^|[\s,{[:])(?:\.{3}|…)|[:,[]\s*(?:<[^<>\n]{1,80}>|\[[A-Za-z _-]{3,40}\])\s*(?:[,\]}]|$)/m;

function isCut({ format, text }: QuotedText): boolean {
  return format === 'json' && isOpenAt(tokensOf(text));
}

function spokenOf(servers: readonly ServerEntry[], said: readonly string[]): ServerEntry | null {
  if (servers.length === 1) return servers[0] ?? null;
  const [only = null, ...others] = servers.filter(({ name, args }) =>
    [name, ...args.map(({ safe: arg }) => arg)].some(
      (word) => word.length > 3 && said.some((line) => line.includes(word)),
    ),
  );
  return others.length === 0 ? only : null;
}

/** By how much an offset of the file is larger than one of the text. */
function linesOf({ text, lines }: QuotedText, shift: number): LineAt {
  return (offset) => {
    const at = offset - shift;
    const isShown = at >= 0 && at <= text.length;
    return isShown ? (lines[text.slice(0, at).split('\n').length - 1] ?? null) : null;
  };
}

/** The text of a whole file, in which what people leave out around a part of one is put back, and by how much that moves it. */
function completed(text: string, root: readonly string[]): { readonly whole: string; readonly shift: number } {
  const shown = text
    .trim()
    .replace(/,$/, '')
    .replace(/(?<=[}\]])[\s"'“”`.]+$/, '');
  const [before, after] = around(shown, root);
  const blanks = text.length - text.trimStart().length;
  return { whole: before + shown + after, shift: before.length - blanks };
}

/** What is missing in front of a part of a file, and behind it. */
function around(shown: string, root: readonly string[]): readonly [string, string] {
  const isObjectItself = shown.startsWith('{');
  if (HAS_ROOT.test(shown)) return isObjectItself ? ['', ''] : ['{', '}'];
  const keys = root.map((key) => `{"${key}":`).join('');
  const ends = '}'.repeat(root.length);
  if (!isObjectItself) return [`${keys}{`, `}${ends}`];
  return isEntry(shown) ? [`${keys}{"server":`, `}${ends}`] : [keys, ends];
}

/** Whether what starts a server stands in the object itself, and in none that is in it. */
function isEntry(text: string): boolean {
  const tokens = tokensOf(text);
  let depth = 0;
  return tokens.some(({ kind, text: word }, at) => {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    return depth === 1 && tokens[at + 1]?.kind === 'colon' && STARTS_SERVER.test(word);
  });
}

const STARTS_SERVER = /^["'“”]?(?:command|args|env|type|url|serverUrl|httpUrl|cwd|headers)["'“”]?$/;
