import { firstSaid, stderrEvidence, told } from './lines';
import type { Evidence, Told } from '../facts';
import type { Line } from '../start';
import type { Said } from './statements';

export type ClientFaultsFact =
  /** Code of the client itself has failed: the stack below the error lies in its own files. */
  | Told<'client-crashed'>
  /** A client started a process, or ended one, in a way that its own surroundings do not have. */
  | Told<'client-misplaced'>
  /** The client runs the server with a runtime that it brings along. */
  | Told<'client-runtime'>
  /** It is Bun that speaks. */
  | Told<'bun-speaks'>
  /** The command that was to write an entry has taken words of it for its own. */
  | Told<'add-refused'>;

/** Errors whose stack lies in the files of a client, and what clients say of the runtime that they take. */
export function read(start: Said): readonly ClientFaultsFact[] {
  const printed = start.stderr.map((statement) => ({ text: statement.text, evidence: stderrEvidence(statement) }));
  const logged = start.client.map(ofClient);
  return [
    ...crashed(logged),
    ...crashed(printed),
    ...misplaced([...logged, ...printed]),
    ...runtime(logged),
    ...runtime(printed),
    ...bun(printed),
    ...told('add-refused', firstSaid(start, ADD_REFUSED)),
  ].filter(({ kind }, index, all) => all.findIndex((each) => each.kind === kind) === index);
}

interface Spoken {
  readonly text: string;
  readonly evidence: Evidence;
}

function ofClient({ number, text }: Line): Spoken {
  return { text, evidence: { kind: 'log', line: number, text } };
}

/** The first frame below an error decides whose code it is. */
function crashed(lines: readonly Spoken[]): readonly ClientFaultsFact[] {
  const at = lines.findIndex(
    ({ text }, index) =>
      (PLAIN.test(text) || (ERROR.test(text) && !OF_OTHERS.test(text))) && OWN_FRAME.test(lines[index + 1]?.text ?? ''),
  );
  const error = lines[at] ?? lines.find(({ text }) => OWN_CODE.some((form) => form.test(text)));
  return error ? [{ kind: 'client-crashed', evidence: error.evidence }] : [];
}

function misplaced(lines: readonly Spoken[]): readonly ClientFaultsFact[] {
  const said = lines.find(
    ({ text }, index) =>
      MISPLACED.test(text) ||
      // Every failure to start a process goes through that function; only there it is the function that is missing.
      (text === 'NotImplementedError' &&
        lines.slice(Math.max(0, index - 4), index).some(({ text: frame }) => NO_PROCESSES.test(frame))),
  );
  return said ? [{ kind: 'client-misplaced', evidence: said.evidence }] : [];
}

/** `claude mcp add`, whose options take all the words behind them. */
const ADD_REFUSED: readonly RegExp[] = [
  /\bInvalid environment variable format: .{1,200}\bshould be added as: -e \w+=|\bInvalid environment variable format: [^\s=]{1,80}$/,
  /^MCP config file not found: (?!.{1,400}\.jsonc?$)\S/,
  /\bmissing required argument 'commandOrUrl'/,
];

const NO_PROCESSES = /\bin _make_subprocess_transport\b/;
/** A notebook's stderr, and the shell of another system. */
const MISPLACED =
  /\bENOENT\b.{0,400}\bvscode-remote:|\bNotImplementedError\b.{0,60}\b(?:open_process|create_subprocess\w*|subprocess_exec)\b|\bUnsupportedOperation:? fileno\b|\bThis event loop is already running\b|\bThere is no current event loop in thread\b|\b[Cc]ommand ["'`]cmd(?:\.exe)?["'`] (?:was )?not found\b/;

function runtime(lines: readonly Spoken[]): readonly ClientFaultsFact[] {
  const said = lines.find(({ text }) => BUNDLED.test(text));
  return said ? [{ kind: 'client-runtime', evidence: said.evidence }] : [];
}

function bun(lines: readonly Spoken[]): readonly ClientFaultsFact[] {
  const said = lines.find(({ text }) => OF_BUN.test(text));
  return said ? [{ kind: 'bun-speaks', evidence: said.evidence }] : [];
}

/** What it prints while it fetches a package, and behind an error. */
const OF_BUN = /^(?:Resolved, downloaded and extracted \[\d{1,6}\]|Saved lockfile$|Bun v\d+\.\d+)/;

/** An error without a class of its own counts where it is of nothing that a server, a system or a network has done. */
const PLAIN =
  /^(?:\[error\] )?Error: (?!.*(?:\bMCP error\b|[Cc]onnect|\bclosed?\b|[Tt]imed? ?out|\bspawn\b|\bE[A-Z]{4,}\b|\bexit|\bfetch|\bHTTP\b|\bstatus\b|\b[45]\d\d\b|[Aa]uth|[Tt]oken|\bJSON\b|\bserver\b|[Pp]rocess|[Nn]ot found|\bschema\b|[Ii]nvalid|\bENV\b|[Vv]ariable))/;

const ERROR = /\b(?:TypeError|ReferenceError|RangeError|SyntaxError|Uncaught \w+|UnhandledPromiseRejection\w*)\b/;

/** The same errors where it is the network, or what a server has sent, that made them. */
const OF_OTHERS = /\bfetch failed\b|\bterminated\b|\bInvalid URL\b|\bJSON\b/;

/** Errors that name the code of a client in their own line: its application, its crates, its packages, its processes. */
const OWN_CODE: readonly RegExp[] = [
  /\bCannot find module '[^']{0,300}(?:\.app\/Contents\/Resources\/app|[/\\]resources[/\\]app)(?:\.asar)?[/\\]/,
  /\bpanicked at (?:crates\/(?:context_server|zed|agent|project|goose(?!-mcp)[\w-]{0,20}|mcp-client)|(?:codex-rs\/)?(?:core|tui|rmcp-client|mcp-client)\/src\/\w*(?:mcp|session|codex)\w*)[/.]/,
  /(?:Exception|Error)\b.{0,200}\bat (?:com\.intellij|com\.jetbrains)\.[\w.]{0,80}\bmcp\b/,
  /\b(?:UtilityProcess|[Ee]xtension host|language_server_\w{2,30})\b.{0,40}\b(?:crashed|exited unexpectedly|terminated unexpectedly|died)\b/,
  /\bClient error for command (?:Cannot (?:read|set|destructure)\b|[\w.$]{1,60} is not (?:a function|iterable|defined)\b|undefined is not\b)/,
  /\bFailed to connect to MCP server: Response constructor: /,
  /\bM[Cc][Pp]\w{0,20}(?:Manager|Hub|Host|Registry)\b (?:has not been|is not|was not|not) initiali[sz]ed\b/,
  // Tauri's, of a function that its own side does not have.
  /\bcommand (?=\w*mcp)[a-z]+(?:_[a-z]+)+ not found\b/,
  // A command of an editor, which an extension of it was to bring.
  /\bcommand '[a-z][\w-]{1,40}(?:\.[\w-]{1,60}){1,5}' not found\b/,
];

/** An application's archive or bundle, an editor's extension, or the package of a client: no server is installed there. */
const OWN_FRAME =
  /^\s*at (?:async )?(?:McpHub|M[Cc][Pp](?:Connection|Manager|Client)\w{0,20}|McpConnectionManager)\.|^\s*at .{0,300}(?:vscode-file:\/\/vscode-app\/|[/\\]app\.asar[/\\]|[/\\]resources[/\\]app[/\\]|\.app[/\\]Contents[/\\]|[/\\]\.(?:vscode|cursor|windsurf|vscode-server)(?:-\w{1,20})?[/\\]extensions[/\\]|[/\\]node_modules[/\\](?:@anthropic-ai[/\\]claude-code|@google[/\\]gemini-cli(?:-core)?|@openai[/\\]codex|@github[/\\]copilot|@qwen-code[/\\]qwen-code|opencode-ai)[/\\])/;

const BUNDLED =
  /\b[Uu]sing (?:the )?(?:built-in|bundled|embedded|internal) (?:Node(?:\.js)?|Bun|Python|uv)\b|\bUtilityProcess\b|\b[Ss]tarting (?:the )?(?:MCP )?server with command: \S{0,200}(?:[/\\]\.\w{0,40}studio[/\\]bin[/\\]|\.app[/\\]Contents[/\\]Resources[/\\]|[/\\]resources[/\\]app[/\\])\S{0,80}(?:bun|node|uv)\b/;
