import { captured, safe } from '../text';
import { clientMatches, clientSaid, firstReported, firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Line } from '../start';
import type { Matched } from './lines';
import type { Said } from './statements';
import type { Safe } from '../text';

export type HandshakeFact =
  /** One side does not know the version, the method or the order of messages of the other one. */
  | Told<'protocol-refused', { isVersion: boolean }>
  /** The server has answered in a newer version than was asked for, and the client left without a word. */
  | Told<'version-left', { asked: Safe; answered: Safe }>
  /** The server has answered `tools/list` with an error, or with something else than a list. */
  | Told<'tools-not-listed'>
  /** A client does not take what the server describes its tools with. */
  | Told<'tool-schema-refused'>
  /** A client says that the connection is closed, and nothing of why. */
  | Told<'closed'>
  /** Somebody reports a failure, and nothing that was seen of it. */
  | Told<'unexplained'>
  /** The server says that it has begun to serve over stdio. */
  | Told<'announced'>
  /** A log ends with `initialize`, and nothing of the server's has come after it. */
  | Told<'unanswered'>
  /** A client gave up waiting. `isStart`: on the first message, or before it is known of another. */
  | Told<'timed-out'>;

/** What clients, SDKs and servers say of messages that the other side sent, or did not send. */
export function read(start: Said): readonly HandshakeFact[] {
  const version = firstSaid(start, VERSION) ?? firstReported(start, [...VERSION, VERSION_CODE]);
  const refused =
    version ??
    firstSaid(start, [...PROTOCOL, GREETING]) ??
    firstAnswer(start) ??
    refusedEnvelope(start) ??
    refusal(start);
  const isVersion =
    refused !== undefined && [...VERSION, VERSION_CODE].some((form) => form.test(refused.evidence.text));
  return [
    ...told('tool-schema-refused', clientSaid(start, SCHEMA)[0]),
    ...told('tools-not-listed', clientSaid(start, TOOLS_NOT_LISTED)[0]),
    ...told('protocol-refused', refused, () => ({ isVersion })),
    ...versionLeft(start),
    ...unexplained(start),
    ...unanswered(start),
    ...told('announced', firstSaid(start, [ANNOUNCED])),
    ...told('closed', CLOSED.flatMap((form) => clientMatches(start, form))[0]),
    ...told('timed-out', start.outcome === 'ready' ? undefined : (clientSaid(start, TIMED_OUT)[0] ?? givenUp(start))),
  ];
}

/** A recorded failure without a word of anybody, but that it is one. */
function unexplained(start: Said): readonly HandshakeFact[] {
  const { from, outcome, exit, stderr, noise, client } = start;
  if (from.via !== 'log' || noise.length > 0) return [];
  const spoken = stderr.filter(({ role }) => role !== 'blank' && role !== 'talk' && role !== 'frame');
  if (spoken.length + client.length > 0) {
    const saysNoMore = ({ text }: Line): boolean => NO_MORE.some((form) => form.test(text.trim()));
    const isOnlyThat = (exit?.code ?? 1) === 1 && client.every(saysNoMore) && spoken.every(saysNoMore);
    return isOnlyThat ? told('unexplained', firstSaid(start, [/\S/])) : [];
  }
  const evidence = { kind: 'entry', line: null, text: safe('it failed, and nothing was recorded') } as const;
  return outcome === 'unknown' && !exit ? [{ kind: 'unexplained', evidence }] : [];
}

/** A server that knows no version as old as the one asked for names its own: who takes it goes on with a notification. */
function versionLeft({ messages, client }: Said): readonly HandshakeFact[] {
  const asked = messages.map(({ text }) => captured(text, ASKED)?.[1]).find((version) => version !== undefined);
  const answer = messages.find(({ text }) => ANSWERED.test(text));
  const answered = answer && captured(answer.text, ANSWERED)?.[1];
  if (!asked || !answered || answered <= asked) return [];
  const goesOn = messages.some(({ text }) => TAKEN.test(text));
  return goesOn || !client.some(({ text }) => CLOSED.some((form) => form.test(text)))
    ? []
    : [{ kind: 'version-left', asked, answered, evidence: { kind: 'log', line: answer.number, text: answer.text } }];
}

const ASKED = /"method":\s?"initialize".*"protocolVersion":\s?"(\d{4}-\d\d-\d\d)"/;
const ANSWERED = /"result":.*"protocolVersion":\s?"(\d{4}-\d\d-\d\d)"/;
/** What a client sends once the handshake has ended well. */
const TAKEN = /"method":\s?"(?:notifications\/initialized|tools\/list|prompts\/list|resources\/list|ping)"/;

/** The message in which a client takes back its first question, as nothing has answered that in time. */
function givenUp({ messages, errors }: Said): Matched | undefined {
  const cancelled = [...messages, ...errors].find(({ text }) => GIVEN_UP.test(text));
  return cancelled && { groups: [], evidence: { kind: 'log', line: cancelled.number, text: cancelled.text } };
}

const GIVEN_UP = /"method":\s?"notifications\/cancelled".{0,60}"requestId":\s?[01]\b.{0,120}\btimed out\b/;

function unanswered({ from, outcome, messages }: Said): readonly HandshakeFact[] {
  const asked = messages.find(({ text }) => /"method":\s?"initialize"/.test(text));
  const isOpen = outcome === 'unknown' && from.via === 'log' && !messages.some(({ text }) => OF_SERVER.test(text));
  return asked && isOpen
    ? [{ kind: 'unanswered', evidence: { kind: 'log', line: asked.number, text: asked.text } }]
    : [];
}

const ANNOUNCED =
  /\b(?:[Rr]unning|[Ss]tarted|[Ll]istening|[Cc]onnected|[Rr]eady|[Ss]erving|[Ss]tarting)\b.{0,80}\b(?:on|with|via|over|using|in)\b.{0,20}\bstdio\b/i;

const OF_SERVER = /^Message from server\b|"(?:result|error)":/;

/** What it answered `initialize` with, where that is about the protocol. */
function refusal({ refusal: text }: Said): Matched | undefined {
  const isOfProtocol = text !== null && [...VERSION, REFUSED].some((form) => form.test(text));
  return isOfProtocol ? { groups: [text], evidence: { kind: 'stdout', line: null, text } } : undefined;
}

/** The answer to the first message that a side sends, where no other one has succeeded before it. */
function firstAnswer(start: Said): Matched | undefined {
  const hasAnswered = start.messages.some(({ text }) => /"result":/.test(text));
  return hasAnswered ? undefined : firstReported(start, [FIRST_REFUSED]);
}

/** A validator's report on what every message has, and no tool's arguments have. */
function refusedEnvelope(start: Said): Matched | undefined {
  return firstSaid(start, [/"code": "(?:invalid_union|unrecognized_keys)"/])
    ? firstSaid(start, [/^\s*"(?:jsonrpc|id|method)",?$/])
    : undefined;
}

/** A validator's report in one line on what only the answer to `initialize` has. */
export const GREETING = /"path":\s?\[\s?"(?:protocolVersion|serverInfo|capabilities)"/;

const VERSION: readonly RegExp[] = [
  /\bdoes not support (?:the )?(?:required |requested )?(?:MCP )?[Pp]rotocol ?[Vv]ersion\b/,
  /\b[Pp]rotocol ?[Vv]ersion\b.{0,120}\b(?:which|that) .{0,30}\b(?:does not|doesn't|cannot) (?:support|know|understand)\b/,
  /\b[Pp]rotocol version\b.{0,40}\b(?:not supported|unsupported|mismatch|incompatible)\b/,
  /\b(?:[Uu]nsupported|[Ii]ncompatible|[Uu]nknown|[Ii]nvalid) (?:MCP )?[Pp]rotocol ?[Vv]ersion\b/,
  /\b20\d\d-\d\d-\d\d\b.{0,80}\bonly (?:knows|supports|speaks|accepts|understands|offers)\b.{0,20}\b20\d\d-\d\d-\d\d\b/,
];

/** That of an unsupported version since the revision of 2026-07-28. */
const VERSION_CODE = /"code":\s?-32022\b/;

/** Clients number their messages from 0 or 1; the parameters of `initialize` are the same in every client. */
const FIRST_REFUSED =
  /^(?=.*"id":\s?"?[01]"?[,}]).*"code":\s?-32601,\s?"message":\s?"(?:[Uu]nknown [Mm]ethod|[Mm]ethod\b.{0,60}\bnot (?:found|available|supported))|^(?=.*"id":\s?[01][,}]).*"code":\s?-32602,\s?"message":\s?"Invalid (?:request parameters|params)/;

/** rmcp's, the SDKs', and validators that stumble over an envelope of a message. */
const PROTOCOL: readonly RegExp[] = [
  /\b(?:rejects?|refuses?|declines?|does not accept|doesn't accept) the (?:MCP )?[Pp]rotocol ?[Vv]ersion\b/,
  /\b[Mm]issing (?:or invalid |required )?[`'"]?[Mm][Cc][Pp]-[Pp]rotocol-[Vv]ersion[`'"]? header\b|\b[Mm][Cc][Pp]-[Pp]rotocol-[Vv]ersion[`'"]? header (?:is )?(?:required|missing)\b/,
  // What a side does with the version of the other one, in words.
  /\b(?:initialize|protocolVersion|[Pp]rotocol version)\b.{0,120}\b(?:never|does not|doesn't|without|instead of) negotiat\w+\b/,
  /\bech(?:oes|oed|oing)\b.{0,40}\b(?:protocolVersion|protocol version)\b|\b[Ff]ails? (?:the )?(?:MCP )?(?:protocol )?version negotiation\b/,
  /\b(?:always|hard-?codes?|hard-?coded)\b.{0,60}\b(?:protocolVersion|[Pp]rotocol version)\b/,
  /\b[Ee]xpect(?:ed|ing)? (?:an? )?['"`]?initialize['"`]?(?: (?:request|message)\b|,? (?:but )?(?:got|received)\b)|\b[Uu]nknown method:? ['"`]?(?:initialize|server\/discover)\b/,
  /\bexpect(?:ed)? initialized? (?:notification|request|result)\b|\bExpectedInitialize\w{0,30}\(/,
  /\bnegotiated (?:MCP )?protocol (?:era|version|revision)\b/,
  /\breported protocol version \S{4,20}, but this (?:client|server) expects\b/,
  /\b[Rr]eceived (?:an? )?(?:request|notification|message) before (?:the )?['"`]?initializ/,
  /\b[Ff]irst (?:message|request)\b.{0,40}\bmust be (?:an? )?['"`]?initialize\b/,
  /\b(?:Received request before initialization|[Ss]erver not initialized|not initialized yet)\b/,
  /\bMCP error -3260[012]:.{0,120}\b(?:initialize|server\/discover|logging\/setLevel)\b/,
  /\b(?:initialize|server\/discover)\b.{0,80}\b(?:[Mm]ethod not found|-3260[012])\b/,
  /\b[Mm]ethod not found\b.{0,40}\b(?:initialize|server\/discover)\b|\b(?:exit|crash|die|fail|quit|end)\w*\b.{0,24}\b(?:on|at|after|upon) [`'"]?server\/discover\b/,
  /\bunrecognized_keys\b.{0,200}\bjsonrpc\b|\bmissing ['"`]jsonrpc['"`] (?:field|property|key)\b|\bMCP error -32602: Invalid request parameters\b/,
  // serde's, of what its side of the protocol does not have; the SDK's.
  /\bunknown variant `?\w{1,30}\/\w{1,30}`?|\bdid not match any variant of untagged enum \w{0,20}(?:Json|Message|Request|Notification|Result)/i,
  /\bmissing field `?(?:capabilities|protocolVersion|clientInfo|serverInfo|jsonrpc)`?/,
  /\bmissing (?:the )?[`'"]?(?:clientInfo|protocolVersion|serverInfo|jsonrpc)\b/,
  /\b[Ff]ailed to (?:de)?serialize (?:Initialize|JsonRpc|JSONRPC)\w*/,
  /\b-32600\b.{0,10}\bInvalid Request\b|\b[Ii]nvalid request: (?:protocolVersion|jsonrpc|capabilities)\b|\bjsonrpc must be "2\.0"/,
  /\bdeclares? (?:the |an? )?\w{1,20} capabilit(?:y|ies)\b.{0,40}(?:\bnot|n't) (?:implement|support|handle|have)\b/,
  /\b(?:Server|Client) does not support \w{1,20} \(required for \w{1,20}\/|\b(?:[Uu]nsupported|[Uu]nknown) capability\b/,
  /\bvalidation errors? for (?:Initialize\w{4,20}|JSONRPC\w{4,20}|ClientRequest|ServerResult)\b/,
  /(?<!\d)-32601:? (?:(?:tools|prompts|resources|logging|completions?) (?:is |are )?|[Mm]ethod )not supported\b/,
  /\bElement class \S{1,120} is not a Json\w+|\buncorrelated error response\b/,
  // In words: what a message has, and the other side does not know.
  /\b(?:fields?|propert(?:y|ies)|parameters?|members?|keys?) (?:\S{1,60} )?(?:that |which )?the (?:server|client) (?:does not|doesn't|did not|didn't) (?:recogni[sz]e|know|accept|support|understand|expect)\b/i,
];

/** The error with which a server answers `initialize`, as it stands in its message. */
const REFUSED = /(?:"code":\s?|\()-32(?:60[012]|02\d)\b/;

/** Amazon Q's, of an answer without `result` and of a result without `tools`. Its source has both. */
const TOOLS_NOT_LISTED: readonly RegExp[] = [/^Failed to retrieve (?:result|tools from result) for custom tool \S/];

const SCHEMA: readonly RegExp[] = [
  /\b(?:rejects?|refuses?|chokes on) the (?:\w{1,12} )?schemas? of (?:one|a|the|my|this|some|all|several)\b.{0,20}\btools?\b/,
  /\bargument schema for tool \S{1,120} is (?:incompatible|invalid|not supported)\b|\btools?(?: `[^`]{1,120}`)? ha(?:s|ve) (?:an )?invalid JSON (?:schema|parameter)s?\b|\b[Ss]kipping tool\b.{0,160}\b(?:parameter )?schema\b/,
  /\btools?\[?\.?\d{1,4}\]?\.(?:\w{1,20}\.)?(?:inputSchema|input_schema|outputSchema|parameters)\b/,
  /\b(?:inputSchema|input_schema|outputSchema)\b.{0,120}\b(?:[Ii]nvalid|must|expected|required|does not|not valid)\b/,
  /\b(?:inputSchema|input_schema)\b[`'"]?.{0,20}\b(?:only (?:contains?|has|holds)|lacks?|misses|without|is missing|has no)\b/,
  /\b(?:inputSchema|input_schema|outputSchema).{0,24}(?:缺少|缺失|无效|不合法|不符合|校验失败|不正)/,
  /^\s*"(?:inputSchema|outputSchema|input_schema)",?$/,
  /"path":\s?\[\s?"tools",\s?\d{1,4},\s?"(?:inputSchema|outputSchema)"/,
  /\b[Ff]ailed to (?:validate tool\b|(?:list or )?register tools?\b.{0,80}: Error: (?!.*\b(?:timed? ?out|[Cc]onnect|MCP error)))|\btool parameters .{1,60}\bmust have\b/,
  /\b(?:function_declarations?|functionDeclarations?)\[\d{1,4}\]|\bfunctionDeclaration `?parameters\b|^\$\.tools\[\d{1,4}\]\.|\bZod field at `#\//,
  /\btools\.(?:\d{1,4}|N)\.\w{2,60}\.[\w.]{1,60}: /,
  /\btools? (?:name )?(?:is|are) out of spec\b|\btool name exceeds\b.{0,30}\blength\b/i,
  /^\s*"(?:inputSchema|input_schema)": ?(?:null|\[\]|"[^"]{0,40}"),?$/,
  // What a client makes of a schema that it does not take, in words.
  /\b(?:input|output)_?[Ss]chema\b.{0,100}\b(?:top[- ]level|root)\b.{0,60}\b(?:anyOf|oneOf|allOf|array|string|not an object|without)\b/,
  /\b[Ii]nvalid 'tools\[\d{1,4}\]|\bstrict mode: unknown keyword\b|\bno schema with key or ref\b/,
  /^(?:inputSchema|[Ii]nvalid (?:tool )?schema)$|\b(?:tools?'?s? )?schema is invalid\b/,
  /\bschema at top-level (?:must be|requires)\b|\breference to undefined schema\b|\bhas an output schema but did not return structured content\b/,
  /\bMALFORMED_FUNCTION_CALL\b|\b(?:does not support|doesn't support|unsupported) (?:oneOf|allOf|anyOf|\$ref|\$defs)\b/,
  /\b(?:malformed|wrong|broken|unsupported|non-?conformant) (?:JSON )?schema\b.{0,60}\b(?:parameters?|tool|function|inputs?)\b|\btools?\b.{0,60}\b(?:malformed|broken|unsupported) (?:JSON )?schema\b/i,
  /\btools?\b.{0,80}\bunion types?\b.{0,80}\b(?:400|reject\w*|fail\w*|refus\w*)\b|\btool schemas? with \$(?:defs|ref)\b.{0,120}\b(?:not support|reject|400|fail)/i,
  /\bschema at top-level must be\b|\binvalid (?:input|output)Schema\b/,
  /\bcan't resolve reference #\/\S{1,80} from id\b/,
  /\b[Tt]ool name\b.{0,80}\b(?:invalid|must match)\b|\b[Dd]uplicate tool names?\b|\b[Tt]ool names must (?:be|match|have|start)\b|^[Ii]nvalid tool name\b|\b(?:maximum|limit) of \d{2,4} tools\b|\b[Tt]ool ['"`][^'"`]{1,80}['"`] has an invalid name\b/,
  /\b(?:[Tt]ool )?[Ss]chema contains (?:an )?unsupported keyword\b|\b[Uu]nknown format "[\w-]{1,20}" ignored in schema\b/,
  /\b[Ii]nvalid (?:JSON )?schema for (?:function|tool)\b/,
  /\b(?:tool|function) .{1,80}\b(?:has an? )?invalid (?:input |output |parameters? )?schema\b/i,
];

/** That it failed, and no word of why, where nothing else is shown: what clients have for it, and what is left of a pipe. */
const NO_MORE: readonly RegExp[] = [
  /^(?:[\w.-]{1,40}: )?unhandled errors in a TaskGroup \(1 sub-exception\)$/,
  /^.{0,160}\bMCP error -32000: Connection closed$|^(?:\[MCP\] )?[Ss]tarting (?:new )?(?:MCP |stdio )?(?:server|process) with command: .{1,400}$|^(?:[\w.]{0,60}Error: )?(?:MCP error )?-32000$|^(?:[\w.]{0,60}Error: |Error connecting to MCP server: |handshaking with MCP server failed: )?(?:[Cc]onnection|[Cc]lient|[Tt]ransport|[Ss]tream) closed(?:: initialize response)?[.!]?$/,
  /^(?:\w{1,12} ){0,3}\W?MCP (?:server )?\S{1,80} disconnected\b.{0,160}$|^(?:Attempting to connect|Connected) to MCP server \S{1,80}$/,
  /^Failed to start MCP server \S{1,80}(?: on first attempt)?:(?: Failed to start MCP server \S{1,80}:)?$|^\[\d\d:\d\d:\d\d\]$|^ERROR$/,
  /^(?:(?:The )?(?:MCP )?[Ss]erver )?(?:failed|exited|disconnected|crashed)[.!]?$|^(?:MCP )?[\w.-]{1,40}(?:: (?:failed|[Ee]rror|✗ .{0,20})| - Disconnected)$/,
  /^[✗✘❌×] {1,2}(?:[Ff]ailed(?: to connect)?|[Dd]isconnected)$|^Server disconnected\b.{0,100}$|^Failed to (?:connect|start|reload client|get tools)(?: (?:to )?(?:the )?(?:MCP )?server)?[.!]?$/,
  // slog's and opencode's, name by name, and Goose's.
  /^(?:WARN +)?server unavailable \{ key: "[^"]{1,80}", type: "\w{1,10}", status: "failed" \}$|\bmessage=MCP server \S{1,80} failed to start name=UnknownError Server error$/,
  /^(?:(?:it |the server )?(?:crashes|exits|dies|ends|stops)(?: at start(?:up)?| immediately| at once| right away)|died|it starts and stops at once|unhandled exception)[.!]?$/i,
  // That it is another thing when somebody else starts it tells nothing of the cause.
  /^.{0,120}\b(?:manually|directly|by hand|in (?:a |the |my )?(?:terminal|shell|console|command line))\b.{0,60}\bwork(?:s|ed)?\b.{0,30}$|^.{0,80}\bwork(?:s|ed)? (?:\w{1,12}ly|fine|well|perfectly)?.{0,30}\b(?:manually|directly|by hand|in (?:a |the |my )?(?:terminal|shell|console|command line))[.!]?$/,
  /^.{0,60}(?:终端|命令行|手动).{0,12}(?:正常|成功|可以|没问题).{0,30}(?:不成功|失败|不行|报错|连不上).{0,20}$/,
  // That it is so with this runner, or of all servers, shows no more than the entry.
  /^(?!.*:).{0,120}\bnpx[`'"]?(?:[- ](?:based|invoked))?\b.{0,40}\b(?:servers?|commands?|ones)\b.{0,40}\b(?:fail\w*|(?:do|does|did)(?: not|n['’]t) (?:start|work|connect))\b.{0,40}$/,
  /^Recorded failure for server \S{1,80}$|^run with Q_LOG_LEVEL=/,
  /(?:^|\bfailed to connect: |^Error: )calling "initialize": EOF\b/,
  /^failed to start or connect to MCP server .{1,160}$/,
  /\bClient is not connected, must connect before interacting with the server\b/,
  /\bServerBoxError\(ChannelClosed\) \}\)$|\bConnectionClosed\("initialize response"\)\W{0,4}$/,
  /^[\w ]{1,60}(?: \w{1,20}=[\w.@/-]{1,60}){1,6} status=(?:failed|error)$/,
  /^(?:[Pp]rocess )?exit(?:ed)?(?: with)? (?:code|status) 1$|^Connection state: Error$|^Client error for command$|^No server info found$|^(?:0|[Nn]o) tools(?: found| available)?$/,
  /^MCP (?:client for `[^`]{1,60}` failed to start|startup (?:incomplete|failed))[.!]?$|^Server (?:exited before responding to `initialize` request|transport closed unexpectedly\b.{0,100})\.?$/,
  /^(?:write |Error: write )?EPIPE$|^[Bb]roken ?[Pp]ipe(?: \(os error 32\))?$|^(?:unexpected )?EOF(?: while reading)?$|^anyio\.(?:Closed|Broken)ResourceError$|^\w{0,40}Coroutine was cancelled[.!]?$/,
];

/** The SDK's error, and what clients make of it. */
const CLOSED: readonly RegExp[] = [
  /\bMCP (?:server )?[\w.-]{1,60} disconnected\b/,
  /\bMCP error -32000\b|^(?:[Ee]rror:? )?-32000$/,
  /\b(?:Connection|Client|[Tt]ransport) closed\b|(?:^\s*|\bconnection )closed:(?: initialize(?: re(?:sponse|quest))?\b|$)/,
  /\bServer disconnected\b|\bcalling "initialize": EOF\b/,
  // In the lists of servers that clients print.
  /[✗✘❌×] {1,2}(?:[Ff]ailed(?: to connect)?|[Dd]isconnected)\b(?!: ?\S| to \w+ (?!connect))| - (?:Disconnected|Failed to connect)$/,
  // Windows' words for a pipe whose other end is gone.
  /\b(?:(?:os|system) error (?:109|232)|The pipe (?:is being closed|has been ended))\b/,
];

const TIMED_OUT: readonly RegExp[] = [
  /\bMCP error -32001\b|^(?:[Ee]rror:? )?-32001$|(?:^|[\s:])-32001: Request timed out\b/,
  /\b(?:[Rr]equest|[Cc]onnection|[Ii]nitializ\w+|[Hh]andshake|[Ss]tartup|[Cc]lient for `[^`]{1,80}`) (?:has )?timed[ -]out\b/,
  /^\W{0,8}[Ss]erver timed out\b|\btimed out (?:awaiting|waiting for) (?:the |an )?initialize\b/,
  /^(?:\w{0,20}Error: )?(?:[Tt]imeout|[Tt]imed out)[.!]?$/,
  /\b[Tt]imed out (?:while )?(?:waiting for|awaiting) (?:the |an? )?(?:response|answer|reply)\b/,
  /\b[Nn]o (?:response|answer|reply) to (?:the )?[`']?initialize\b(?! yet)|\bgives? up after \d|\btook too long to start\b|\btimes? out, (?:the )?second\b/,
  /\btim(?:es|ed|ing) out (?:after|at|in) \d|\b[Rr]equest timeout\b/i,
  /\b(?:did|does) not (?:respond|answer|reply)\b.{0,40}\b(?:within|in time|initialize|\d{1,4} ?s)/,
  /\b(?:[Cc]ould ?n[o']t|[Cc]annot|[Ff]ailed to|[Uu]nable to) (?:connect|start|initialize)\b.{0,60}\b(?:after|within|in) \d{1,4} ?(?:s|sec|seconds)\b/,
  /\bDid not observe any item or terminal signal within \d{1,7}ms\b/,
  /\b[Ww]aiting for server to respond to `?initialize\b|\binitialize\b.{0,40}\bnever (?:answered|responded to)\b/,
  /\b(?:tools|prompts|resources)\/list (?:request )?timed out\b/,
  /\bwhich took over \d{1,4} ?s|\b[Rr]equest exceeded \d{1,7} ?m?s\b/,
  /\bcontext (?:deadline exceeded|canceled)\b|\bConnection failed: Connection timeout\b|\bTimed out resolving command\b/,
  /\b(?:TIMEOUT|[Tt]imeout)\b(?<!\bwith +(?:a +)?timeout)(?! +(?:(?:is|was) +)?set\b)(?<!\bkeepalive +timeout).{0,60}\b(?:\d{1,6} ?(?:ms|s|seconds?)|waiting|exceeded|initialize)\b/,
];
