import { formatOf } from '../config/format';
import { HAS_ROOT, isObject, nothingQuoted, placesOf, quotedFile, ROOTS } from './quoted';
import {
  isMapOfServers,
  isSettings,
  isWords,
  ofSettings,
  quotedEntry,
  quotedMap,
  toldEntry,
  writtenFor,
} from './quoted-object';
import { quotedIn } from './quoted-text';
import { commandIn } from './told-command';
import type { Client } from '../clients';
import type { Format } from '../config/format';
import type { Quoted } from './quoted';
import type { ToldCommand } from './told-command';

/** The text of a file, or the value that it holds, or one entry of it, as its client would read it; of an unknown client, as in any `mcp.json`. */
export function quotedConfig(config: unknown, client: Client | null): Quoted {
  if (typeof config === 'string') return quotedString(config.replace(/^[^\S\uFEFF]+|\s+$/g, ''), client);
  // The words of a command line, as some clients have them in a list.
  if (isWords(config)) return ofCommand(inWords(config), client);
  if (!isObject(config)) return nothingQuoted;
  const places = placesOf(client);
  const [location] = places;
  if (isObject(config['services'])) return { ...nothingQuoted, inContainer: true };
  const pasted = textIn(config);
  if (pasted !== undefined) return quotedFile(pasted, location?.files[0]);
  // Some quote the whole file, or the map that its servers are in.
  const roots = [...ROOTS, ...places.flatMap((place) => place.roots.flatMap(([root = '']) => root))];
  if (roots.some((root) => isObject(config[root]) || Array.isArray(config[root])))
    return quotedFile(writtenFor(location?.files[0], config), location?.files[0]);
  if (Object.entries(config).some(([key, value]) => LIKE_ROOT.test(key) && isObject(value) && isMapOfServers(value)))
    return quotedFile(writtenFor(location?.files[0], config), location?.files[0]);
  if (client === null && isWords(config['command']))
    return quotedEntry({ ...config, ...inWords(config['command']) }, client);
  if (isMapOfServers(config)) return quotedMap(config, client);
  return quotedEntry(isSettings(config) ? ofSettings(config) : config, client);
}

/** What a text alone shows: a command line, a part of a file or a whole one. What is none of those is somebody's words. */
function quotedString(text: string, client: Client | null): Quoted {
  const command = commandIn(text);
  if (command) return ofCommand(command, client);
  const given = GIVEN_AS_JSON.exec(text)?.[1] ?? linkedIn(text);
  if (given !== undefined) return quotedString(given, client);
  if (text === '' || NO_TEXT.test(text)) return quotedFile(text, placesOf(client)[0]?.files[0]);
  const fragment = fragmentIn(text);
  if (fragment) return quotedFile(fragment.text, fragment.pattern);
  const format = formatIn(text);
  if (!format) return nothingQuoted;
  if (format === 'json' && !HAS_ROOT.test(text)) {
    const { file, entry, reader } = quotedIn([{ format, text, lines: [] }], { client });
    return { file, entry, reader };
  }
  const pattern = placesOf(client)[0]?.files.find((each) => formatOf(each) === format);
  return quotedFile(text, pattern ?? `mcp.${format}`);
}

/** What a shell passes on to a client, as it was typed. */
const GIVEN_AS_JSON = /^(?:\$ )?[\w-]{3,20} (?:mcp add-json [^'\n]{1,200}|--add-mcp )'(\{[^']{1,8000}\})'/;

/** What a link that installs a server has in it: VS Code's as JSON, Cursor's as base64 of that. */
function linkedIn(text: string): string | undefined {
  const [, ofCode, ofCursor] =
    /^(?:vscode(?:-insiders)?:mcp\/install\?(\S{1,8000})|cursor:\/\/\S{1,80}\/mcp\/install\?\S{0,300}\bconfig=([\w+/%=-]{1,8000}))$/.exec(
      text,
    ) ?? [];
  try {
    if (ofCode !== undefined) return decodeURIComponent(ofCode);
    return ofCursor === undefined ? undefined : atob(decodeURIComponent(ofCursor));
  } catch {
    return undefined;
  }
}

/** What a merge has left, a page, two bytes a letter: a file that no parser reads. */
const NO_TEXT = /^(?:<<<<<<< |<!DOCTYPE\b|<html\b|\u0000|\{\u0000)/i;

/** The fields of one entry, without what stands around them: the file that they would be a part of. */
function fragmentIn(text: string): { readonly text: string; readonly pattern: string } | null {
  const [, sign] = FIELD.exec(text) ?? [];
  if (sign === '=') return { text: `[mcp_servers.server]\n${text}`, pattern: '~/.codex/config.toml' };
  const inside = text.replace(/^/gm, '    ');
  if (sign === ':') return { text: `mcpServers:\n  server:\n${inside}`, pattern: 'mcp.yaml' };
  return JSON_FIELD.test(text)
    ? { text: `{"mcpServers": {"server": {${text.replace(/,$/, '')}}}}`, pattern: 'mcp.json' }
    : null;
}

const FIELD = /^(?:command|args|url|type) ?(=|:(?=\s)) ?["'\w[]/;

const JSON_FIELD = /^"(?:command|args|url|type|env)"\s*:[^]*["\]}],?$/;

/** In which format a text seems to be written, by how it begins. */
function formatIn(text: string): Format | null {
  if (/^(?:\uFEFF|```\w{0,10}\s)*(?:\{|["'“”][^"'“”\n]{1,80}["'“”]\s*:)/.test(text)) return 'json';
  if (/^\[{1,2}[A-Za-z_][^\]\n{},]{0,80}\]{0,2}\s*$/m.test(text)) return 'toml';
  return /^[\w-]{1,60}:\s*$/m.test(text) ? 'yaml' : null;
}

function ofCommand(command: ToldCommand, client: Client | null): Quoted {
  return { ...toldEntry(command, client), isCommandLine: true };
}

function inWords([command = '', ...args]: readonly string[]): ToldCommand {
  return { command, args };
}

/** One that somebody has misspelt. */
const LIKE_ROOT = /^(?:mcp[-_. ]?|context[-_ ]?)servers?$/i;

/** The text of a file, where somebody has put that into a field, and no entry beside it. */
function textIn(config: Readonly<Record<string, unknown>>): string | undefined {
  if ('command' in config || 'url' in config) return undefined;
  const texts = Object.values(config).filter((value) => typeof value === 'string');
  return texts.find((text) => OF_FILE.test(text));
}

/** It begins as a file does, perhaps fenced, and names what configures servers. */
const OF_FILE =
  /^(?:\s|\uFEFF|```\w{0,10}\s)*(?:["'“”{]|\[mcp_servers\b|\w{1,20}:\s)[^]*?["'“”{[.\s]?(?:mcpServers|mcp_servers|servers|command|url)["'“”]?\s?[:={.]/;
