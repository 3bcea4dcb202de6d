import { hideInAddresses } from '../secrets/addresses';
import { hideShapes, maskLines, maskSetting } from '../secrets/mask';
import { leavesOf } from './nodes';
import type { Mask } from '../text';
import type { ConfigFile } from './config-file';
import type { Node } from './nodes';
import type { JsonPath } from './place';

/** How what is hidden in a text is written: as its token, or so that every place in the text stays where it is. */
export type Writing = 'tokens' | 'same-places';

/**
 * The text of a config file without anything that it keeps secret. Values are hidden by their place, whatever their names:
 * all that an entry sets and all that no client reads, unless their look is harmless; comments by what stands in them.
 */
export function maskedText(file: ConfigFile, writing: Writing): string {
  const masks = new Map(
    file.maps.flatMap(({ servers }) => servers.map(({ path, mask }) => [JSON.stringify(path), mask] as const)),
  );
  const all = [hideShapes, ...masks.values()];
  const { text } = file;
  let masked = '';
  let copied = 0;
  for (const { node, path } of leavesOf(file.root)) {
    if (node.offset < copied || node.length === 0) continue; // an alias: its text is masked where it stands
    const own = masks.get(JSON.stringify(path.slice(0, depthOf(file, path))));
    masked += between(text.slice(copied, node.offset), all, writing);
    masked += leaf(text.slice(node.offset, node.offset + node.length), node, own ?? hideShapes, path, writing);
    copied = node.offset + node.length;
  }
  return masked + between(text.slice(copied), all, writing);
}

/** How long the path of the server is in which a path leads; its own length where it leads into none. */
function depthOf({ maps }: ConfigFile, path: JsonPath): number {
  const map = maps.find((each) => each.path.every((key, index) => key === path[index]));
  return map ? map.path.length + 1 : path.length;
}

function leaf(written: string, node: Node, mask: Mask, path: JsonPath, writing: Writing): string {
  const quote = /^(?:"""|'''|["'])/.exec(written)?.[0] ?? '';
  const inside = quote !== '' && written.endsWith(quote) ? written.slice(quote.length, -quote.length) : written;
  const value = String(node.value);
  const masked = hideValue(value, mask, path);
  if (masked === value) return written;
  const isPlain = inside === value;
  const shown = quote === '"' ? JSON.stringify(masked).slice(1, -1) : masked;
  const hidden = writing === 'tokens' ? shown : inPlace(inside, isPlain ? masked : shown, isPlain);
  return written.replace(inside, () => hidden);
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
function between(text: string, masks: readonly Mask[], writing: Writing): string {
  if (!MAY_SAY_MORE.test(text)) return text;
  return text
    .split(/(\r\n|\r|\n)/)
    .map((line, index) => {
      if (index % 2 === 1 || !/\w/.test(line)) return line;
      const masked = masks.reduce((rest, mask) => maskLines(mask, rest), hideCommented(line));
      return writing === 'tokens' || masked === line ? masked : inPlace(line, masked, true);
    })
    .join('');
}

/** A comment; or a value, where the text could not be read as what it should be. */
const MAY_SAY_MORE = /\/\/|\/\*|#|[:=]\s*["']|\w.*,/;

/** `// "KEY": "value"` and `# KEY = value`. */
function hideCommented(line: string): string {
  const comment = /\/\/|\/\*|#|^\s*\*/.exec(line);
  if (!comment) return line;
  const commented = line.slice(comment.index);
  return (
    line.slice(0, comment.index) +
    commented.replace(
      /(["']?)([\w.-]{1,80})\1(\s{0,5}[:=]\s{0,5})(["'])((?:(?!\4).){1,4096})\4/g,
      (_whole, around: string, name: string, sign: string, quote: string, value: string) =>
        `${around}${name}${around}${sign}${quote}${SHOWN.has(name) ? value : maskSetting(hideShapes, name, value)}${quote}`,
    )
  );
}

/**
 * What is hidden, in as many UTF-16 units as what it hides: the token, filled up with what takes no room; where that has
 * no room, dots that a mask takes for the secret that they stand for.
 */
function inPlace(text: string, masked: string, isPlain: boolean): string {
  if (masked.length <= text.length) return masked + NOTHING.repeat(text.length - masked.length);
  if (!isPlain) return DOT.repeat(text.length);
  let before = 0;
  while (before < text.length && text[before] === masked[before]) before += 1;
  let behind = 0;
  while (behind < text.length - before && text.at(-1 - behind) === masked.at(-1 - behind)) behind += 1;
  const dots = text.slice(before, text.length - behind).replace(/[^\r\n]/g, DOT);
  return text.slice(0, before) + dots + text.slice(text.length - behind);
}

/** U+2060: every mask takes it out again. */
const NOTHING = '\u2060';
const DOT = '•';
