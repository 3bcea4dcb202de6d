import { tokensOf } from '../config/json-tokens';
import { LIMITS } from '../limits';
import { FENCE } from '../read/fence';
import type { LoggedLine } from './told';
import type { Format } from '../config/format';

/** A configuration that stands in a pasted text, as it is written there. */
export interface QuotedText {
  readonly format: Format;
  readonly text: string;
  /** The numbers of its lines, in the text that shows it. */
  readonly lines: readonly number[];
}

/** How far a block has been read. */
interface Block {
  readonly format: Format;
  readonly lines: LoggedLine[];
  length: number;
  /** Braces and brackets that are open. */
  depth: number;
}

/**
 * Takes the configurations out of a text, line by line: what people show of their files is said by nobody. A block is
 * held until it is over, and given back where it is none.
 */
export class QuotedTexts {
  readonly #found: QuotedText[] = [];
  #block: Block | null = null;

  /** The next line; gives those that are no part of a configuration. */
  push(line: LoggedLine): readonly LoggedLine[] {
    const block = this.#block;
    if (block) {
      if (continues(block, line.text)) {
        take(block, line);
        return isOver(block) ? this.#close() : [];
      }
      return [...this.#close(), ...this.push(line)];
    }
    const alone = mayHoldOne(line.text) ? aloneIn(line) : null;
    if (alone) {
      this.#keep({ format: 'json', text: alone.text, lines: [line.number] });
      return alone.around;
    }
    const format = formatOfFirst(line.text);
    if (!format) return [line];
    this.#block = { format, lines: [], length: 0, depth: 0 };
    take(this.#block, line);
    return [];
  }

  /** What is held, where the text ends. */
  flush(): readonly LoggedLine[] {
    return this.#block ? this.#close() : [];
  }

  get found(): readonly QuotedText[] {
    return this.#found;
  }

  #close(): readonly LoggedLine[] {
    const { format = 'json', lines = [] } = this.#block ?? {};
    this.#block = null;
    const text = lines.map((line) => line.text).join('\n');
    if (!configures(format, text)) return lines;
    this.#keep({ format, text, lines: lines.map(({ number }) => number) });
    return [];
  }

  #keep(quoted: QuotedText): void {
    if (this.#found.length < LIMITS.quotedConfigs) this.#found.push(quoted);
  }
}

function take(block: Block, line: LoggedLine): void {
  block.lines.push(line);
  block.length += line.text.length;
  if (block.format !== 'json') return;
  for (const { kind } of tokensOf(line.text)) block.depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
}

/** Whether a line belongs to the block before it. */
function continues({ format, lines, length, depth }: Block, line: string): boolean {
  if (line === FENCE || lines.length >= LIMITS.quotedConfig.lines || length > LIMITS.quotedConfig.length) return false;
  if (format === 'json' && depth <= 0 && lines.length > 0)
    return /,\s*$/.test(lines.at(-1)?.text ?? '') && NAMED.test(line);
  return INSIDE[format].test(line);
}

/** Of braces one knows that all are closed; of what is in columns the next line tells. */
function isOver({ format, lines, depth }: Block): boolean {
  return format === 'json' && depth <= 0 && !/(?:,|["'“”]\s*:)\s*$/.test(lines.at(-1)?.text ?? '');
}

function formatOfFirst(line: string): Format | undefined {
  // Of nearly every line the first sign tells that it begins nothing.
  if (!MAY_BEGIN.test(line)) return undefined;
  return FORMATS.find((format) => BEGINS[format].test(line));
}

const MAY_BEGIN = /^\s*(?:["'“”{]|\[mcp|mcp|ext)/;
const FORMATS: readonly Format[] = ['json', 'toml', 'yaml'];

/** The keys under which clients look for servers. */
const ROOT = '(?:mcpServers|mcp_servers|context_servers|servers|mcp)';
const QUOTE = `["'“”]`;

/** A brace alone, a name before one, or the key of all servers, whatever stands behind it. */
const BEGINS: Readonly<Record<Format, RegExp>> = {
  json: new RegExp(
    String.raw`^\s*(?:\{\s*(?:\/\/.*)?$|\{?\s*${QUOTE}[\w@./ -]{1,80}${QUOTE}\s*:\s*\{?\s*$|\{?\s*${QUOTE}${ROOT}${QUOTE}\s*:\s*\{)`,
  ),
  toml: /^\s*\[mcp_servers\.["'\w.@/-]{1,80}\]\s*$/,
  yaml: /^(?:mcpServers|mcp_servers|extensions):\s*$/,
};

const NAMED = new RegExp(String.raw`^\s*${QUOTE}[\w@./ -]{1,80}${QUOTE}\s*:\s*\{`);

const INSIDE: Readonly<Record<Format, RegExp>> = {
  json: /^\s*(?:["'“”{}[\],]|\/[/*]|\*|-?\d|(?:true|false|null)\b|\.{3}|…|[\w$-]{1,60}\s*:\s*[["'{\d]|$)/,
  toml: /^\s*(?:#|\[|["'\]},]|["'\w.@-]{1,80}\s*=|$)/,
  yaml: /^(?:\s+\S|\s*#|\s*$)/,
};

/** What tells a configuration from other texts of the same form: each list has one pattern that fits. */
const CONFIGURES: Readonly<Record<Format, readonly (readonly RegExp[])[]>> = {
  json: [
    [
      new RegExp(String.raw`${QUOTE}${ROOT}${QUOTE}\s{0,20}:\s{0,20}\{`),
      new RegExp(String.raw`${QUOTE}command${QUOTE}\s{0,20}:\s{0,20}[["'“”]`),
      new RegExp(String.raw`${QUOTE}type${QUOTE}\s{0,20}:\s{0,20}${QUOTE}(?:http|sse|streamable-?http|remote)${QUOTE}`),
    ],
    [new RegExp(String.raw`${QUOTE}(?:${ROOT}|args|env|type|headers)${QUOTE}\s{0,20}:`)],
    [new RegExp(String.raw`${QUOTE}(?:command|url|serverUrl|httpUrl)${QUOTE}\s{0,20}:`)],
  ],
  toml: [[/\b(?:command|url)\s{0,20}=/]],
  yaml: [[/\b(?:command|cmd|url|uri):\s/]],
};

function configures(format: Format, text: string): boolean {
  return CONFIGURES[format].every((forms) => forms.some((form) => form.test(text)));
}

/** Whether a word is in the line without which no configuration in one line is: searched for faster than by its form. */
function mayHoldOne(line: string): boolean {
  return line.includes('{') && (line.includes('command') || line.includes('ervers') || line.includes('"mcp"'));
}

/** A configuration in one line, between what else that line says. */
function aloneIn(line: LoggedLine): { readonly text: string; readonly around: readonly LoggedLine[] } | null {
  const start = IN_ONE_LINE.exec(line.text)?.index;
  if (start === undefined) return null;
  const rest = line.text.slice(start);
  let depth = 0;
  let end = rest.length;
  for (const { kind, end: at } of tokensOf(rest)) {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    if (kind === 'close' && depth === 0) {
      end = at;
      break;
    }
  }
  // Of what is not closed the next lines have more.
  if (depth !== 0) return null;
  const around = [line.text.slice(0, start), rest.slice(end)].map((text) => text.replace(/^[\s`,;]+|[\s`]+$/g, ''));
  return { text: rest.slice(0, end), around: around.filter((text) => text !== '').map((text) => ({ ...line, text })) };
}

const IN_ONE_LINE = new RegExp(
  String.raw`\{\s*${QUOTE}${ROOT}${QUOTE}\s*:\s*\{|${QUOTE}[\w@./-]{1,80}${QUOTE}\s*:\s*\{\s*${QUOTE}command${QUOTE}\s*:|^\s*\{\s*${QUOTE}command${QUOTE}\s*:\s*["'“”].*${QUOTE}args${QUOTE}\s*:`,
);
