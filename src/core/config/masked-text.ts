import { hideInAddresses } from '../secrets/addresses';
import { hideShapes, maskLines, maskSetting } from '../secrets/mask';
import { standIn } from '../secrets/stand-in';
import { leavesOf } from './nodes';
import type { Mask } from '../text';
import type { ConfigFile } from './config-file';
import type { Node } from './nodes';
import type { JsonPath } from './place';

/** How what is hidden in a text is written: as its token, or so that every place in the text stays where it is. */
export type Writing = 'tokens' | 'same-places';

/** Writes what a mask has made of a text, or of a number, in its place. `isPlain`: nothing in the text is escaped. */
interface Writer {
  text(text: string, masked: string, isPlain: boolean): string;
  number(text: string, masked: string): string;
}

/**
 * The text of a config file without anything that it keeps secret. Values are hidden by their place, whatever their names:
 * all that an entry sets and all that no client reads, unless their look is harmless; comments by what stands in them.
 */
export function maskedText(file: ConfigFile, writing: Writing): string {
  const masks = new Map(
    file.maps.flatMap(({ servers }) => servers.map(({ path, mask }) => [JSON.stringify(path), mask] as const)),
  );
  const all = [hideShapes, ...masks.values()];
  const writer = writing === 'tokens' ? TOKENS : inPlace();
  const { text } = file;
  let masked = '';
  let copied = 0;
  for (const { node, path } of leavesOf(file.root)) {
    if (node.offset < copied || node.length === 0) continue; // an alias: its text is masked where it stands
    const own = masks.get(JSON.stringify(path.slice(0, depthOf(file, path))));
    masked += between(text.slice(copied, node.offset), all, writer);
    masked += leaf(text.slice(node.offset, node.offset + node.length), node, own ?? hideShapes, path, writer);
    copied = node.offset + node.length;
  }
  return masked + between(text.slice(copied), all, writer);
}

/** How long the path of the server is in which a path leads; its own length where it leads into none. */
function depthOf({ maps }: ConfigFile, path: JsonPath): number {
  const map = maps.find((each) => each.path.every((key, index) => key === path[index]));
  return map ? map.path.length + 1 : path.length;
}

function leaf(written: string, node: Node, mask: Mask, path: JsonPath, writer: Writer): string {
  const quote = /^(?:"""|'''|["'])/.exec(written)?.[0] ?? '';
  const inside = quote !== '' && written.endsWith(quote) ? written.slice(quote.length, -quote.length) : written;
  const value = String(node.value);
  const masked = hideValue(value, mask, path);
  if (masked === value) return written;
  if (node.type === 'number') return writer.number(written, masked);
  const isPlain = inside === value;
  const shown = quote === '"' ? JSON.stringify(masked).slice(1, -1) : masked;
  return written.replace(inside, () => writer.text(inside, shown, isPlain));
}

/** What clients read and show is hidden by what it is; all else, unless its look is harmless. */
function hideValue(value: string, mask: Mask, path: JsonPath): string {
  const names = path.filter((key) => typeof key === 'string');
  const name = names.at(-1) ?? '';
  const owner = names.at(-2) ?? '';
  if (/^(?:env|envs|environment)$/i.test(owner)) return maskSetting(mask, `env ${name}`, value);
  if (/headers$/i.test(owner)) return maskSetting(mask, `header ${name}`, value);
  return SHOWN.has(name) ? mask(hideInAddresses(value, true)) : maskSetting(mask, name, value);
}

const SHOWN = new Set(
  'command cmd args url uri serverUrl httpUrl cwd envFile type transport id name description version schema $schema'.split(
    ' ',
  ),
);

/** What stands between values: signs, keys and comments. In a comment a value may stand that was set once. */
function between(text: string, masks: readonly Mask[], writer: Writer): string {
  if (!MAY_SAY_MORE.test(text)) return text;
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      if (index % 2 === 1 || !/\w/.test(line)) return line;
      const masked = masks.reduce((rest, mask) => maskLines(mask, rest), hideCommented(line));
      return masked === line ? line : writer.text(line, masked, true);
    })
    .join('');
}

/** A comment; or a value, where the text could not be read as what it should be. */
const MAY_SAY_MORE = /\/\/|\/\*|#|[:=]\s*["']|\w.*,/;

/** What is quoted in a comment was a value once, or may have been. */
function hideCommented(line: string): string {
  const comment = /\/\/|\/\*|#|^\s*\*/.exec(line);
  if (!comment) return line;
  const hide = (_whole: string, name: string | undefined, sign: string | undefined, quote: string, value: string) => {
    const shown = name !== undefined && SHOWN.has(name) ? value : maskSetting(hideShapes, name ?? 'comment', value);
    return `${sign ?? ''}${quote}${shown}${quote}`;
  };
  return line.slice(0, comment.index) + line.slice(comment.index).replace(QUOTED, hide);
}

/** A quoted text, with the name before it where there is one. */
const QUOTED = /(?:(?<=\b([\w.-]{1,80})["']?)(\s{0,5}[:=]\s{0,5}))?(["'])((?:(?!\3).){1,4096})\3/g;

const TOKENS: Writer = { text: (_text, masked) => masked, number: (_text, masked) => masked };

/**
 * Writes in as many UTF-16 units as there were: the token, filled up with what takes no room; where that has no room, a
 * stand-in for what is secret in it.
 */
function inPlace(): Writer {
  let nth = 0;
  const next = (length: number): string => standIn((nth += 1), length);
  const fitted = (token: string, length: number): string =>
    token.length <= length ? token + NOTHING.repeat(length - token.length) : next(length);
  return {
    number: (text) => text.replace(/\d/g, '9'),
    text: (text, masked, isPlain) => {
      // The lines of a block stay where they are, and so does what opens it.
      const [first = '', ...lines] = text.split('\n');
      if (lines.length > 0)
        return [first, ...lines.map((line) => line.replace(/\S+/g, (word) => next(word.length)))].join('\n');
      return (isPlain ? eachInPlace(text, masked, fitted) : null) ?? fitted(masked, text.length);
    },
  };
}

/**
 * Every token of a masked text in the place of what it hides. Between them stands what is not hidden, in the same order
 * in both texts; null where that is not so.
 */
function eachInPlace(text: string, masked: string, fitted: (token: string, length: number) => string): string | null {
  const [before = '', ...pieces] = masked.split(/(‹[^‹›]*›)/);
  let written = before;
  if (!text.startsWith(before)) return null;
  for (let index = 0; index < pieces.length; index += 2) {
    const [token = '', shown = ''] = pieces.slice(index, index + 2);
    const isLast = index + 2 >= pieces.length;
    const at = isLast ? text.length - shown.length : text.indexOf(shown, written.length);
    if (at < written.length || !text.startsWith(shown, at)) return null;
    written += fitted(token, at - written.length) + shown;
  }
  return written;
}

/** U+2060: every mask takes it out again. */
const NOTHING = '\u2060';
