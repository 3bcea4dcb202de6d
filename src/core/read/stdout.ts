import { clientSaid } from './lines';
import type { Evidence, Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** Who wrote to stdout, which is the protocol's. `first` is the beginning of such a line, where it was seen. */
export type StdoutFact = Told<'stdout-noise', { who: 'dotenv' | 'wrapper' | 'framing' | 'server'; first: Safe | null }>;

/**
 * What was written to stdout and is no message: the lines themselves, or what a client's JSON parser says of them. Of a
 * start that we made ourselves only the lines count: there the parser speaks on stderr, and is the server's.
 */
export function read(start: Said): readonly StdoutFact[] {
  const printed = start.noise
    .filter(({ text }) => text.trim() !== '')
    .slice(0, 1)
    .map(({ number, text }) => noise(text, { kind: 'stdout', line: number, text }));
  const complaints = clientSaid(start, COMPLAINTS)
    .filter(
      ({ groups, evidence }) => !ABOUT_A_FILE.test(before(groups[1], evidence.text)) && !A_PAGE.test(evidence.text),
    )
    .slice(0, 1)
    .map(({ groups: [, first], evidence }) => noise(first ?? null, evidence));
  return [...complaints, ...printed];
}

/** What stands before a line of stdout where it is quoted: that line may speak of anything. */
function before(quoted: Safe | undefined, text: Safe): string {
  return quoted === undefined || quoted === '' ? text : text.slice(0, text.indexOf(quoted));
}

function noise(first: Safe | null, evidence: Evidence): StdoutFact {
  const words = first ?? evidence.text;
  const who = SPEAKERS.find(([, form]) => form.test(words))?.[0] ?? 'server';
  return { kind: 'stdout-noise', who, first, evidence };
}

/** The banner of dotenv since version 17. */
const DOTENV = /^\[dotenv@\d|^\[dotenv|^◇ injected|\binject(?:ing|ed) env \(\d+\) from/;

/** What launchers print before the server has its turn: npm and yarn of a script, pnpm, version managers, Poetry. */
const WRAPPER =
  /^> [@\w][\w./@-]{0,12}$|^> (?:@[\w.-]{1,60}\/)?[\w.-]{1,100}@\d[\w.-]{0,40} \S|^> (?:node|tsx?|npx|tsc)\b|^yarn run v\d|^\$ (?:node|tsx?|bun)\b|^Lockfile is up to date\b|^(?:Already up to date|Progress: resolved \d)|^(?:Now using (?:node|Ruby)|Using Node v?\d)|^packages\/|^(?:Installing|Resolving) dependencies\b/;

/** A message that is not one line, as people and parsers put it. */
const BROKEN_FRAMES =
  /\bmessages? (?:is|are|was|were) (?:split|spread) (?:across|over) .{0,16}\blines\b|\b(?:two|several|multiple) messages (?:on|in) one line\b|\bexpected newline[- ]delimited\b|\bmissing newline .{0,24}\bmessages?\b|\bUnterminated string in JSON at position (?:4096|8192|16384|32768|65536|131072)\b|\bSeparator is (?:not )?found\b|\bLimitOverrunError\b|\b[Bb]uffer size exceeded\b.{0,20}\bmessage\b|\bmessage exceeds the buffer\b|\binvalid character '\\+r' after top-level/i;

/** Messages in the frames of a language server, each behind a header; or with carriage returns, as Go's parser sees them. */
const FRAMING =
  /^Content-Le(?:n|$)|\bpretty[- ]print|\binvalid character '\\+r'|\b(?:expected|missing|answers? with|sends?|uses?|emits?|writes?) (?:a )?Content-Length\b|\bContent-Length (?:header )?(?:is )?missing\b|\bonly (?:accepts?|takes?|reads?|speaks?) (?:newline[- ]delimited|line[- ]delimited|ND) ?JSON\b|\bLSP[- ]style headers?\b|\b(?:carriage returns?|CRLF|LF-only)\b|\b(?:with|by|in) [`'\x22]?\\r\\n|\b(?:invalid )?trailing data at the end of stream\b|\bContent-Length\b.{0,40}\b(?:fram\w+|headers?|property)\b|\bheader\b.{0,20}\bContent-Length\b/i;

const SPEAKERS = [
  ['dotenv', DOTENV],
  ['framing', FRAMING],
  ['framing', BROKEN_FRAMES],
  ['wrapper', WRAPPER],
] as const;

/** V8's parser, Go's and Python's, and clients that quote the line. */
const COMPLAINTS = [
  // In a few words.
  /^(?:[Ll]ogs?|[Bb]anner|[Tt]ext|[Oo]utput|[Nn]oise)(?: (?:goes|is printed|is written))? (?:on|to) stdout[.!]?$|^(?:[Nn]on-JSON output|(?:[Ii]nvalid|[Nn]ot a(?: valid)?) JSON-?RPC message|[Ff]ailed to parse message|[Ii]nvalid character at (?:the )?start|[Uu]nexpected token <(?: in JSON)?)[.!]?$/,
  /Unexpected token .{0,8}, "(.{0,80}?)"(?:\.\.\.)? is not valid JSON/,
  /\bInvalid JSON-RPC message: (.{1,200})/,
  /\bError from MCP server: SyntaxError: .{1,120} (?:in JSON at position \d{1,2}\b|is not valid JSON$)/,
  /\bUnhandled JSON from context_server: (?![{[])(.{1,120})/,
  // The Java SDK's.
  /\bError processing inbound message for line: (?!\{|\[["{\]])(.{1,120})/,
  /\bUnexpected token (?![{}[\]",:])\S in JSON at position 0\b/,
  /\b(?:[Rr]eceived|[Ss]kipping|[Ii]gnoring) (?:a )?non-JSON(?:-RPC)? (?:line|output|data|message)\b(?: (?:on|from) stdout)?:? ?(.{0,120})/,
  /\b(?:server|it) (?:prints|logs|writes) .{0,40}\b(?:to|on) stdout\b|\bpollut\w+ .{0,20}\bstdout\b|\bstdout\b.{0,40}\b(?:pollut\w+|breaks? the protocol|is not JSON|corrupts?)\b/i,
  /\b[Ee]rror parsing message: ?['"]?(.{1,120})|\bFailed to parse JSON-?RPC message from server$/,
  /^(?!.*\bconfig).*\b(?:serde|rmcp|handshaking with MCP server failed)\b.{0,60}\bexpected value at line 1 column 1\b/,
  /\b(?:[Ff]ailed to|[Cc]ould not|[Cc]annot|[Uu]nable to|[Ee]rror) pars(?:e|ing) (?:an? |the )?(?:server(?:'s)? |JSON-?RPC |MCP |stdio |stdout )+(?:message|line|output|response|frame)s?(?: from (?:the )?server)?: ?['"]?(?![{[])(.{1,120})/,
  /\b[Ii]nvalid (?:message|line|output|data) from (?:the )?(?:MCP )?server: ?['"]?(?![{[])(.{1,120})|\b(?:[Ff]ailed to|[Cc]ould not|[Cc]annot|[Uu]nable to) parse (?:the )?(?:line|output|message) as JSON(?:-?RPC)?: ?(?![{[])(.{1,120})/,
  /\b(?:[Ii]gnor|[Ss]kipp|[Dd]ropp|[Dd]iscard)(?:ing|ed) (?:an? )?(?:non[- ]?JSON(?:[- ]?RPC)?|invalid JSON) (?:line|output|data|message|text)s?\b:? ?(.{0,120})|\bJSON (?:parse|parsing) error (?:on|in|at) (?:line|message|output): (?!\d)(.{1,120})/,
  /^"(.{1,80}?)"\.\.\. is not valid JSON/,
  /\bUnexpected token .{1,4}, \.\.\."(.{1,80}?)"(?:\.\.\.)? is not valid JSON/,
  /\bJSON Parse error: (?:Unexpected identifier|Unrecognized token) "?(.{1,80}?)"?$/,
  /(?<!JSONDecodeError: )\bExpecting value: line 1 column 1\b/,
  /\bUnexpected character \('.{1,2}' \(code \d{1,6}\b/,
  /\bFailed to parse (?:JSON-?RPC )?message(?: from server)?: ?['"]?(.{1,120})/,
  /^(?:\w{0,30}Error: )?Invalid JSON: (?:expected value at line 1 column 1|EOF while parsing a \w{4,8} at line \d{1,2} column \d{1,3})\b|\bJsonParseException: Unrecognized token '(.{1,80}?)'$/,
  /'(.)' is an invalid start of a value\..{0,20}Path: \$ \| LineNumber: 0 \| BytePositionInLine: 0\b/,
  /\bUnrecognized token '(.{1,80}?)': was expecting(?: \(?(?:JSON|'true')|$)/,
  /\bInvalid JSON: .{1,60} at line 1 column \d{1,2} \[type=json_invalid, input_value='(.{1,80}?)'/,
  // In words.
  /^(?!.*\b(?:instead(?! of (?:the )?(?:stderr|standard error))|disabled|only)\b)(?!.*\b(?:not|nothing|never|no longer)\b.*\b(?:stdout|standard output)\b).*\b(?:writ(?:es|ing|ten)|print(?:s|ed|ing)?|output(?:s|ting|ted)?|log(?:s|ged|ging)?|(?:vomit|spew|spill|leak)(?:s|ed|ing)?|dump(?:s|ed|ing)?|sent|goes|going)\b.{0,80}\bto (?:stdout|(?:the )?standard output)\b|\bnon-JSON\b.{0,40}\bon stdout\b/i,
  /\b(?:log|stdout|console|print|debug)\w*(?: output| lines?| messages?)?\b.{0,40}\bbreaks? (?:the |its )?(?:connection|protocol|handshake|clients?|transport)\b/i,
  /\b(?:fails? to|cannot|can't|could not|couldn't|unable to) parse (?:the )?(?:server(?:'s|’s)? )?(?:start-?up )?(?:banner|greeting|logs?|log lines?|log output)\b/,
  /\b(?:prints?|writes?|logs?|uses?)\b.{0,60}\bconsole\.log\b.{0,60}\b[Uu]nexpected token\b/,
  /(?:日志|\blogging|\bprint|console\.log).{0,30}(?:冲突|不允许输出|污染|破坏)/i,
  /(?:日志|\blog|\bprint).{0,12}(?:打印|输出|写)(?:到|在|进).{0,6}(?:stdout|标准输出)|(?:向|往).{0,4}(?:stdout|标准输出).{0,4}(?:打印|输出|写)/i,
  /\bconsole\.log\b(?!.{0,60}\b(?:redirect|move|replace|patch|silence|disable))\b.{0,60}(?:\b(?:corrupt|break|pollut|invalid|goes to|gets? in the way)|stdout)|\bstrict about (?:data|what)\b.{0,40}\bstdout\b|\bprint(?:\(\))? (?:statements?|calls?)\b.{0,40}\b(?:corrupt|break|pollut)/i,
  /\b(?:waits?|expects?|expected|wants?|looks?|requires?|uses?|sends?|emits?|answers? with)\b.{0,20}\bContent-Length\b|\bonly (?:accepts?|takes?|reads?|speaks?) (?:newline[- ]delimited|line[- ]delimited|ND) ?JSON\b/i,
  BROKEN_FRAMES,
  /\bpretty[- ]print\w*\b.{0,30}\b(?:JSON|messages?|responses?)\b.{0,60}\b(?:several|multiple|many) lines\b/i,
  /\bLSP[- ]style headers?\b|\b(?:carriage returns?|CRLF)\b.{0,80}\b(?:break|pars|messages?|framing|stdio|stdout|stdin|on write|on Windows)|\b(?:text[- ]mode|stdio|stdout|stdin)\b.{0,80}\bCRLF\b|^Content-Length: \d{1,9}$/i,
  /\b(?:strict(?:ly)? |forces? |ensures? )?LF-only\b|\b(?:messages?|lines?|JSON(?:-RPC)?)\b.{0,40}\b(?:terminated|ended|ending|ends|delimited|separated) (?:with|by|in) [`'\x22]?\\r\\n/i,
  /\b(?:stdout|standard output)\b.{0,24}\b(?:is|was|gets|got) (?:corrupted|polluted|broken)\b/i,
  /\b(?:via|with|through|using|by) [`'"]?dotnet run\b.{0,60}\b(?:only|but|while|whereas)\b.{0,40}\bdotnet\b.{0,40}\.dll\b/,
  /\binvalid trailing data at the end of stream\b|\bnothing but (?:valid )?JSON(?:-?RPC)?(?: messages)? on stdout\b/,
  /\bContent-Length (?:header )?(?:not found|is missing|missing)\b|\b[Hh]eader must provide a Content-Length\b|\bContent-Length[`'":]{0,3} fram(?:ing|es|ed)\b|\b(?:LSP|fram(?:e[sd]?|ing)|encod(?:es?|ing)|newline)\b.{0,80}\bContent-Length\b|\bContent-Length\b.{0,80}\b(?:fram(?:e[sd]?|ing)|newline|instead of)\b/i,
  /Expected ',' or '[\]}]' after (?:array element|property value) in JSON at position \d{1,2}\b/,
  /Unexpected non-whitespace character after JSON at position \d{1,2}\b/,
  /No number after minus sign in JSON at position \d{1,2}\b/,
  /^(?:\w{0,30}Error: |error: )?expected value at line 1 column 1\.?$/,
  /invalid character '.{1,6}' (?:looking for beginning of value|in literal (?:true|false|null)\b)/,
];

/** What begins so is a page that a web server has sent. */
const A_PAGE = /"<(?:!DOCTYPE|html)/i;

/** A parser of a configuration says the same. */
const ABOUT_A_FILE = /\b[\w.-]{1,80}\.(?:json|jsonc|toml|ya?ml)\b|\bconfig(?:uration)?\b|\bsettings\b/i;
