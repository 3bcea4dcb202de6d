import { clientSaid, clientWhere, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

export type ClientConfigFact =
  /** A client cannot parse its configuration file. */
  | Told<'config-unparsed'>
  /** A client parsed it, and does not take an entry, or a part of one. */
  | Told<'config-refused'>
  /** It is said that a configuration was not read, and not of which sign that is. */
  | Told<'config-doubted'>
  /** A client was to fill in a variable, and could not. */
  | Told<'variable-unresolved'>;

/** What clients say of their own configuration file before anything is started. */
export function read(start: Said): readonly ClientConfigFact[] {
  // npm and Node.js parse a file of a package in the same words.
  const first = (forms: readonly RegExp[]) =>
    clientSaid(start, forms).find(
      ({ evidence: { text } }) => ![OF_PACKAGE, OF_STREAM, ABSENT].some((other) => other.test(text)),
    );
  const refused = first(REFUSED);
  // A parser's words in one line, and what it was that it parsed in another.
  const named = first(PARSER) ? first(LOADING) : undefined;
  const [inWords] = clientWhere(start, (text) => saysSyntax(text) && !OF_PACKAGE.test(text) && !ABSENT.test(text));
  const listed = first([LISTED]);
  const unparsed = listed ? undefined : (first(UNPARSED) ?? inWords ?? named ?? (refused ? undefined : first(UNREAD)));
  return [
    ...told('variable-unresolved', first(UNRESOLVED)),
    ...told('config-doubted', first(DOUBTED)),
    ...told('config-unparsed', unparsed),
    ...told('config-refused', unparsed ? undefined : (listed ?? refused)),
  ];
}

const DOUBTED: readonly RegExp[] = [
  /\b(?:invalid|malformed|not valid|broken) jsons?\b|\bFailed to (?:load|import|add) (?:the )?(?:MCP )?(?:config(?:uration)?|settings|servers?(?: config\w*)?)\b(?!.{0,80}\b(?:ENOENT|not found|No such file)\b)/i,
  /(?:无法|不能|没法)(?:正常)?(?:导入|加载|解析|读取).{0,16}(?:mcp|配置|server)/i,
];

/** Of the form of what is not there, or may not be read, nobody knows. */
const ABSENT = /\b(?:ENOENT|EACCES|EPERM|[Nn]o such file|[Pp]ermission denied|[Aa]ccess is denied)\b/;

/** A stream has no configuration in it, and neither does what somebody says of one. */
const OF_STREAM = /(?<!^\W{0,2})\bstd(?:out|err)\b|\bJSON-?RPC\b|\b(?:on|to|from) the stream\b/i;
const OF_PACKAGE = /^npm (?:error|ERR!)|[/\\]node_modules[/\\]|\bpackage(?:-lock)?\.json\b/;

const UNRESOLVED: readonly RegExp[] = [
  /\bVariable (?:\$\{[^}]{1,80}\}|[a-z]\w{1,40}) can ?not be resolved\b/,
  /\b[Mm]issing environment variables?\b.{0,60}\$\{/,
  /\bmcp-config-invalid\b.{0,120}\bMissing environment variables?: |\bmcpServers\.[^\s:]{1,80}: Missing environment variables?: /,
];

/** A parser's words beside what it parses, or words that only a parser of configurations has. */
const UNPARSED: readonly RegExp[] = [
  // In a few words.
  /^(?:.{0,40}\b(?:is|was|has|had|with|of|because of) )?(?:an? |the )?(?:missing|extra|stray|unclosed|unbalanced|smart|curly|typographic) (?:comma|brace|bracket|quote|colon)s?\b.{0,30}$/i,
  /\b(?:mcp\.json|(?:MCP )?config(?:uration)?(?: file)?|settings(?:\.json)?|the file|JSON file)\b.{0,8}\b(?:is (?:invalid|malformed|broken|corrupt\w*)[.!]?$|(?:could|can) ?not be parsed\b|has an? (?:BOM|syntax error)\b)/i,
  /^(?:malformed|broken|corrupt(?:ed)?) (?:config(?:uration)?|settings|mcp\.json|JSON)(?: file)?[.!]?$|^(?:config(?:uration)?|settings) (?:parse|parsing) (?:failed|error)[.!]?$|^failed to parse (?:the )?(?:settings|config\w*)[.!]?$|^(?:YAML|TOML) error\b/i,
  /^(?:comments (?:are )?not allowed(?: in JSON)?|(?:expected )?property (?:name|keys?)(?: expected| must be .{4,30})?|unterminated string(?: in JSON)?|illegal backslash)[.!]?$|\bafter I (?:edited|changed|touched) the (?:JSON|config\w*)\b/i,
  /\b[Cc]ould not load app settings\b|\bMCP config is not (?:a )?valid JSON\b/,
  /\bJSONDecodeError: .{1,80}: line (?!1 )\d{1,6} column \d{1,6} \(char /,
  // YAML's and TOML's parsers.
  /\bmapping values are not allowed (?:in this context|here)\b|\bfound (?:a tab )?character (?:'.{1,4}' )?that cannot start any token\b|\bdid not find expected (?:key|node content|'-' indicator|<document start>)|\bcould not find expected ':'|\bbad indentation of a \w{3,12} entry\b|\bblock sequence entries are not allowed\b|\bNested mappings are not allowed\b|\b(?:collection|mapping) items must start at the same column\b/,
  // .NET's, Jackson's, Gson's and Emacs', of what only stands inside of an object.
  /\bis an invalid start of a property name\b|\bwas expecting (?:double-quote to start field name|comma to separate \w{5,6} entries)\b|\bMalformedJsonException\b.{0,80}\bat line (?!1 )\d{1,6}\b|\bjson-(?:parse-error|end-of-file|object-format)\b/,
  /^(?:while (?:parsing|scanning) an? \w{4,8} (?:mapping|sequence|scalar|key|token)|expected <block end>, but found|missing escaped value, expected `|expected `[.=\]}]`, `)/,
  /\b(?:[Ff]ailed to|[Cc]ould not|[Uu]nable to) (?:re)?load (?:the )?(?:config(?:uration)?:? )?(?:[\w./~:\\-]{0,200}[/\\])?[\w.-]{0,40}(?:mcp|config|settings)[\w.-]{0,40}\.(?:jsonc?|toml|ya?ml)\b(?!.{0,80}\b(?:ENOENT|[Nn]o such|not found|[Pp]ermission))/,
  /\b(?:TOML parse error|[Yy][Aa][Mm][Ll](?:Exception| parse error)|YAMLParseError|(?:JSONC? )?(?:parse|syntax) error in .{0,120}\.(?:jsonc?|toml|ya?ml))\b/,
  /\b(?:[Uu]nable to|[Ff]ailed to|[Cc]ould not|[Cc]annot) parse (?:the )?[\w./~\\-]{0,80}(?:mcp|config|settings)[\w.-]{0,40}\.(?:jsonc?|toml|ya?ml)\b/,
  /\b[Mm]alformed (?:JSON|TOML|YAML) (?:in|file|config)/,
  /\bFailed to (?:parse|read) (?:the )?(?:MCP )?(?:JSON |TOML |YAML )?(?:config(?:uration)?|settings)(?: file)?\b/,
  /\b[Ff]ailed to parse (?:the )?(?:\w{1,12} )?MCP servers?(?: from JSON\b|: \[object )/,
  /\b(?:has|have|contains?|with) (?:[`'"]?\/\/[`'"]? |line |block )?comments?\b.{0,60}\b(?:strict JSON|JSON parsers?|rejects?)\b/,
  /\b[Uu]nexpected (?:token|character) ['"]?(?:\uFEFF|\\ufeff|\u201C|\u201D)|\bUnexpected UTF-8 BOM\b/,
  // What is quoted of the text has the keys of a configuration.
  /\bUnexpected \w{1,12} .{0,20}\.\.\..{0,40}\b(?:mcpServers|command|args|env|servers|httpUrl|serverUrl)["'] ?:/,
  // A line further down: what comes over a stream is one line long.
  /\bJSON at position \d{1,9} \(line (?!1 )\d{1,6} column \d{1,6}\)|\bJSON at position \d{3,9}$/,
  /(?<!\b[Ii]nvalid JSON: )\b(?:[Tt]railing (?:comma|characters)|expected .{1,60}|EOF while parsing .{1,40}|key must be a string) at line (?!1 )\d{1,6},? column \d{1,6}\b/,
  /\binvalid character '(?!\\+r).{1,6}' (?:looking for beginning of object key string|after (?:object key|top-level value|array element))/,
  // A string, or a number, where a comma is missing: no line of a stream begins so.
  /\bUnexpected (?:string|number) in JSON at position \d|\bUnterminated string in JSON at position (?!(?:4096|8192|16384|32768|65536|131072)\b)\d/,
  // A comment, or what stands behind a comma that is one too many, in the midst of a text.
  /\bUnexpected token '[/}\]]', \.\.\."/,
  /\bInvalid \\{1,2}escape: line \d|\b[Ii]llegal (?:backslash )?escape\b|\b[Dd]uplicate (?:object )?key\b/,
  /\b[\w.-]{0,60}(?:config|settings|mcp)[\w.-]{0,40}\.(?:toml|jsonc?|ya?ml)(?::\d{1,6}:\d{1,6}: |\(\d{1,6},\d{1,6}\): )(?!unknown (?:variant|field)|invalid (?:type|value)|missing field)/,
  /\b\w{0,20}[sS]ervers?_?[cC]onfig must be (?:a )?valid JSON\b|\b(?:add|import|sav|pars)ing (?:an? |the )?(?:MCP )?servers?\b.{0,40}\bJSON\b/,
  /\b(?:reject|choke|trip|stumble|fail)\w* (?:on |over )?(?:the |an? )?(?:UTF-?8 )?(?:BOM|byte[- ]order mark)\b/i,
  /\byaml: line \d{1,6}: |\bJSON5: |\b[Uu]nexpected (?:byte[- ]order mark|BOM)\b/,
  // Nothing but a parser's words: of a stream somebody would have quoted more.
  /^(?:JSON:? )?(?:(?:unexpected|illegal) (?:token|character)|trailing comma|(?:invalid|bad) escape|(?:comma|colon) expected|expected (?:a )?comma|(?:UTF-8 )?(?:BOM|byte order mark)|JSON (?:parse|syntax) error|invalid JSON|duplicate key)[.!]?$/i,
  /\b(?:removed?|deleted?|lost) (?:a|the|one) (?:trailing |closing |curly )?(?:comma|brace|bracket|quote)\b.{0,40}\b\w{1,40}\.json\b/i,
  /\b(?:[Ii]nvalid or malformed JSON|[Ee]nsure (?:that )?the (?:content|file|text) is valid JSON)\b|\b(?:[Tt]here(?:['’]s| is| was)|has|had|with) an? (?:trailing|extra|stray|missing) (?:comma|brace|bracket|quote)\b/,
  /\b(?:an?|one) (?:comma|brace|bracket|quote) too (?:many|few)\b|\bI (?:just |then |only )?(?:removed|deleted|added|fixed|corrected) (?:an?|the|one|that) (?:\w{1,10} )?(?:comma|brace|bracket|quote)\b|\b(?:forgot(?:ten)?|missed|left out) (?:the |an? )?(?:closing |trailing )?(?:comma|brace|bracket|quote|curly)\b/i,
  /\b(?:load|read|pars|decod)ing (?:the )?(?:MCP )?(?:config\w*|settings|servers)\b.{0,20}: (?:Extra data|Expecting |Unterminated string|Invalid (?:control character|\\escape))/,
  /\bJsonReaderException\b.{0,200}\bPath '(?:mcpServers|servers|mcp)\b|\[Source: \((?:java\.io\.)?File(?:InputStream|Reader)?\)/,
  /\b(?:comma|quote|brace|bracket)s?\b.{0,60}\bJSON (?:does not|doesn't) (?:allow|accept|support|permit)\b/i,
  /\b(?:says?|reports?|shows?|complains?:?|errors?:) (?:about |of )?(?:an? )?[`"']?invalid JSON\b(?!-)/i,
  /(?:配置|导入).{0,20}JSON ?(?:格式|语法|解析)?(?:错误|有误|不正确|不合法|失败)|JSON ?(?:格式|语法)(?:错误|有误|不正确)/,
  /^jq\b.{0,20}\bparse error: |\bExpected separator between values at line \d/,
  /^(?:End of file|Comma|Colon|Property|Value) expected[.!]?$|\bJSON\b.{0,40}\b(?:missing|extra|stray|trailing) (?:an? )?(?:comma|brace|bracket|quote)(?!s? (?:support|allowed|enabled|ok|is fine))/i,
  /^(?:toml|TOML): (?:line \d{1,6}|(?:invalid|duplicate|unterminated|expected|bare) )|\bComments are not permitted in JSON\b/i,
  /\b(?:[Ee]rror|[Ff]ailed)\b.{0,30}\b(?:reading or parsing|parsing) [`'"]?[\w./~\\-]{0,80}(?:mcp|config|settings)[\w.-]{0,40}\.(?:jsonc?|toml|ya?ml)\b/,
  // The parser of VS Code, which names its errors.
  /\bUnable to write into (?:\w{1,10} )?settings\b.{0,20}\b[Pp]lease open the \w{1,10} ?settings to correct errors\b|\bis an invalid escapable character within a JSON string\b/,
  /\b(?:two|several|multiple) (?:root|top-?level) (?:objects?|elements?|values?)\b.{0,40}\b\w{1,40}\.json\b|\bU\+FEFF\b.{0,60}\b\w{1,40}\.json\b|\b\w{1,40}\.json\b.{0,40}\b(?:U\+FEFF|two (?:root|top-?level) objects)\b/i,
  /\b(?:PropertyNameExpected|CommaExpected|ColonExpected|ValueExpected|CloseBraceExpected|CloseBracketExpected|InvalidSymbol|InvalidNumberFormat|EndOfFileExpected|InvalidCommentToken|InvalidCharacter)\b/,
  /\b(?:[Bb]ad escaped character|[Ii]nvalid escape (?:character|sequence)|[Bb]ad control character|Expected double-quoted property name|Expected property name or '}')\b/i,
];

/** Whether a line tells of a configuration, or of its file, what only a parser can say of it. */
function saysSyntax(text: string): boolean {
  // What a client quotes of a stream may speak of a configuration, too.
  const own = text.replace(/"[^"]{0,40}"(?=\.\.\. is not valid JSON)/, '""');
  return (A_FILE.test(own) && SYNTAX.test(own)) || (A_CONFIGURATION.test(own) && NO_JSON.test(own));
}

const A_FILE = /(?:^|[\s/\\'"`(:~.])[\w.-]{1,80}\.(?:jsonc?|json5|toml|ya?ml)\b/;
const A_CONFIGURATION =
  /\b(?:(?:MCP|app|client|Claude|Cursor|server) )?(?:config(?:uration)?s?|settings|mcpServers|MCP servers)\b(?! schema)/i;
const SYNTAX = new RegExp(
  [
    String.raw`\b(?:unexpected (?:token|end|string|number|character|byte|utf-8)|invalid (?:JSON|TOML|YAML|character|escape)|JSON (?:error|syntax|parse)|JSON\.parse|syntax ?error)\b`,
    String.raw`\bnot (?:a )?valid (?:JSON|TOML|YAML)\b|\bexpected (?:property|double|key|comma|value|end|a comma|['"\x60]?[,}\]:])`,
    String.raw`\b(?:comma|colon|property(?: name)?|value|end of file) expected\b|\btrailing (?:comma|characters?)\b(?! (?:support|is fine|allowed))|\bJSON(?:Parse|Decode|Syntax)(?:Exception|Error)\b`,
    String.raw`\b(?:corrupt(?:ed)?|malformed)\b|\bhas (?:a )?(?:BOM|byte order mark)\b|\bduplicate (?:object )?key\b|\bkey must be a string\b|\bbad indentation\b|\bdid not find expected\b`,
  ].join('|'),
  'i',
);
/** Words that speak of the form of a text as a whole. */
const NO_JSON =
  /\b(?:(?:(?:in|not )|must be (?:a )?)valid JSON|JSON (?:syntax|error|parse|format)|Unexpected (?:token|end of (?:JSON )?input)|trailing comma(?! (?:support|is fine|allowed))|duplicate key|Expected (?:property|double|','))\b/i;

const PARSER: readonly RegExp[] = [
  /\bJSONDecodeError\b|\bExpecting (?:',' delimiter|property name|':' delimiter|value): line \d|\bInvalid control character at: line \d/,
  /\b(?:TOMLDecodeError|tomllib\.\w+|yaml\.(?:scanner|parser)\.\w+Error)\b/,
  /\bexpected <[a-z ]{3,30}>, but found\b|\bmapping values are not allowed\b|\bdid not find expected\b|\bcannot start any token\b/,
];
const LOADING: readonly RegExp[] = [
  /\b(?:[Ff]ailed|[Ee]rror|[Uu]nable|[Cc]ould not)\b.{0,40}\b(?:load|pars|read|decod)\w{0,5}\b.{0,80}\b[\w.-]{0,60}(?:mcp|config|settings)[\w.-]{0,40}\.(?:toml|jsonc?|ya?ml)\b/i,
  /(?:^|\s)in "[^"]{0,300}(?:mcp|config|settings)[\w.-]{0,40}\.ya?ml", line \d/,
];

/** The same in looser words, which are used of what can be parsed, too. */
const UNREAD: readonly RegExp[] = [
  /\b(?:[Ee]rror|[Ff]ailed|[Cc]ould not|[Uu]nable)\b.{0,60}\b(?:pars(?:e|ing)|load(?:ing)?|read(?:ing)?)\b.{0,60}\b(?:config(?:uration)?|settings)\b.{0,60}\b(?:JSON|syntax)\b/i,
];

/** A validator's list of faults, which begins behind the name of the file, or stands below it. */
const LISTED =
  /\b[\w.-]{1,80}\.(?:jsonc?|json5|toml|ya?ml)['"]?: (?:\[|ZodError)|^↳ (?:Unrecogni[sz]ed key|Invalid input|Expected )/;

const REFUSED: readonly RegExp[] = [
  /需要(?:的是|用|写成|改成)? ?[`'"“]?(?:serverUrl|httpUrl|mcpServers|servers|type|url)\b/,
  // A client that takes the key of all servers for the name of one.
  /\[Server: (?:mcpServers|servers|mcp_servers)\]/,
  /\b[Ii]nvalid manifest: /,
  /\bserver entr(?:y|ies)\b.{0,60}\bsilently (?:ignored|dropped|skipped)\b|\b[Ii]nstead of (?:[\w'’]{1,20} ){0,3}(?:expected|required|correct) (?:format|form|shape|keys?)\b/,
  // In the words of more clients.
  /\b(?:[Ww]rong|[Ii]ncorrect) MCP (?:server )?config(?:uration)? format\b|\bMCP settings validation failed\b|\b[Ff]ailed to validate [\w./~-]{0,80}(?:mcp|settings)[\w.-]{0,20}\.json\b/,
  /\b(?:JSON|file|config(?:uration)?) does not contain (?:an? |any )?["'`]?(?:mcpServers|mcp_servers|servers)\b|\b[Ss]erver ["'`][\w.-]{1,60}["'`] is missing required field ["'`]\w{1,40}["'`]|\bextensions\.[\w-]{1,60}: (?:missing|unknown) field\b/,
  // The keys of clients' configurations, where somebody looks for one, or for others.
  /\bKeyError: ['"](?:mcpServers|mcp_servers)['"]|\(reading '(?:mcpServers|mcp_servers)'\)|"path":\s?\[\s?"(?:mcpServers|mcp_servers|servers)",/,
  /\bMCP [Ss]erver \S{1,80} must specify an? (?:command|url)\b/,
  /\b[Ee]xpected (?:an? )?\w{4,10}, (?:but )?(?:received|got) \w{4,10}\b.{0,80}\b(?:mcpServers|mcp_servers|context_servers|mcp|servers)[.[]/,
  /\b[Dd]oes not adhere to\b.{0,60}\bschema\b/,
  /\b(?:[Cc]onfig(?:uration)?|[Ss]ettings) (?:is|are) (?:invalid|not valid)\b/,
  // Codex', of an entry with neither a command nor an address.
  /^(?:Error loading config\.toml: )?invalid transport$/,
  /\bmissing ["'`](?:command|url)["'`](?: or ["'`](?:url|command)["'`])?(?:$|[\s,.;)])/,
  /\b[Ii]nvalid (?:MCP )?(?:server )?(?:config(?:uration)?|settings|MCP settings)\b(?!.{0,120}: (?:Error: )?(?:Not connected|MCP error|[Cc]onnection|spawn)\b)(?!(?::| -) (?:no configuration has been provided|[A-Z][A-Z0-9]*_|[a-z]\w*(?:Key|Token|Url|Secret|Host|Password)\b|.{1,60}\b(?:be (?:empty|blank|null)|is required)\b))/,
  /\b[Cc]onfig(?:uration)?(?: file)? (?:must|should) (?:contain|have|include) (?:an? |the )?[`'"]?(?:mcpServers|mcp_servers|context_servers|servers|mcp)\b/,
  /\bnot (?:a )?valid MCP server configurations?\b|\b[Ii]nvalid MCP URL\b/,
  /\b(?:[Mm]issing key|[Uu]nknown key|[Uu]nrecognized key)s?\b.{0,80}\bmcp\b/i,
  /(?<![[.])\b(?:mcpServers|mcp_servers|context_servers|mcp\.servers)\b.{0,120}\b(?:[Ii]nvalid|[Rr]equired|[Ee]xpected|missing|[Uu]nrecognized|not (?:allowed|supported|permitted))\b/,
  /\b[Ss]erver ['"`][^'"`]{1,80}['"`] must have (?:either )?(?:an? )?['"`]?(?:command|url|type)\b/,
  /\b(?:[Ii]nvalid|expected) .{1,60}[`'"](?:mcpServers|mcp_servers|context_servers|mcp\.servers)\b/,
  /\bMCP servers?\b.{0,60}\b(?:expected (?:an? )?\w{4,8}, (?:received|got)|has no command|missing required (?:field|property))\b/i,
  /\b(?:[Ii]gnoring|[Ss]kipping) (?:an? |the )?(?:invalid )?MCP (?:config\w* |server )?(?:entry|entries|config\w*)\b.{0,40}\b(?:without|missing|lacks?)\b/,
  /\bmust have (?:either )?(?:an? )?[`"']?(?:command|url)\b.{0,24}\bor (?:an? )?[`"']?(?:url|command)\b|\bNo MCP servers (?:are )?(?:configured|found in)\b/,
  /^Property (?:servers|mcpServers|inputs|type|command|args|url) is not allowed\b|^Missing property ["'`](?:type|command|url|servers|mcpServers)["'`]|^Incorrect type\. Expected ["'`]\w{4,8}["'`]|^["'`](?:env|args|headers|command)["'`] must be (?:of type |an? )?(?:object|array|string)\b/,
  /\b(?:[Ii]gnoring|[Ss]kipping) (?:MCP )?server "[^"]{1,80}": (?:unsupported|unknown|invalid) (?:transport|type)\b/,
  /(?:^|[.: ])(?:args|env|headers|command|url|cwd|type)(?:\.\w{1,60})?: (?:Invalid input: )?[Ee]xpected \w{4,8}, (?:but )?(?:received|got) (?!undefined)\w{4,8}\b/,
  /\b[Uu]nrecogni[sz]ed key(?:\(s\)|s)? in object: ['"`](?:cmd|arguments|environment|envs|uri|endpoint|server|program)['"`]|\b[Ss]erver config(?:uration)? (?:must|should) be (?:an )?object\b|\b[Ee]ither ['"`]?(?:command|url)['"`]? or ['"`]?(?:command|url)['"`]? (?:must|is|has|should)\b/,
  // Of servers that are not on this machine, and of the key that all of them stand under.
  /\bonly stdio (?:servers |transport )?(?:are|is) supported\b|\b(?:[Uu][Rr][Ll]|[Rr]emote)(?:[- ]based)? (?:entries|servers?) (?:are|is) (?:ignored|not supported|unsupported)\b|\b[Uu]nsupported:? url\b|\b(?:does not|doesn't|cannot|can't) support remote (?:MCP )?servers?\b|\b[Ss]kipping server: missing\b/,
  /\b(?:must|has to|should|needs to) be [`'"]?(?:servers|mcpServers|context_servers|mcp_servers)\b|\b(?:[Nn]o|without an?) [`'"]?(?:mcpServers|mcp_servers|context_servers)[`'"]? (?:key|object|field|section)\b|\bfile has [`'"]?(?:mcpServers|servers)\b|\b[Uu]nknown key [`'"]?(?:mcp_?[sS]ervers|servers|context_servers)\b/,
  /^(?:invalid type: .{1,60}, )?expected struct\b/,
  /\bConfig(?:uration)?InvalidError\b|^(?:↳ )?Invalid input:? (?:.{0,80} )?mcp\.[\w.-]{1,80}$|\bFound 0 MCP servers?(?:\(s\))? (?:defined )?in\b/,
  /\bmcp\.servers must be (?:an? )?(?:array|object|list|map)\b/,
  // Of an entry, in the words of zod: a key of it, or what one holds.
  /"path":\s?\[(?:"(?:mcp|mcpServers|servers)",\s?"[^"]{1,80}",\s?)?"(?:command|args|env|url|type|headers|environment)"\]/,
  /"unrecognized_keys",\s?"keys":\s?\[(?:"\w{1,30}",\s?)*"(?:command|args|env|url|headers)"/,
  /\b(?:entry|entries)\b.{0,60}\b(?:lacks?|misses|is missing) (?:the |its |a |that )?(?:required )?(?:[`'"]?(?:name|type|command|url|transport)[`'"]?|it)(?:\.|$|[,;])/i,
  // What is no list, as clients find out while they use it.
  /\bSpread syntax requires \.\.\.iterable\b|\bargs\.(?:map|join|forEach|slice|filter|some|every) is not a function\b|\bargs is not iterable\b/,
  // serde's and pydantic's, of what only an entry has.
  /\bmissing field `?(?:source|command|transport)`?|\bunknown field `?\w{1,40}`?, expected one of .{0,40}`?(?:command|args|url)`?/,
  /\buntagged enum \w{0,40}(?:Transport|Server|Mcp)\w{0,10}Config\b|\bvalidation errors? for (?:Stdio|SSE|Sse|StreamableHttp|Mcp)\w{0,10}(?:Server)?(?:Parameters|Config)\b/,
  /\bunknown variant `?\w{1,40}`?, expected (?:one of )?.{0,40}`(?:stdio|sse|https?|streamable\w{0,6}|local|remote)`/,
  /\b[\w.-]{0,60}(?:config|settings|mcp)[\w.-]{0,40}\.toml:\d{1,6}:\d{1,6}: (?:unknown (?:variant|field)|invalid (?:type|value)|missing field)/,
  /\b(?:url|command|args|env|headers|cwd) is not supported for (?:stdio|https?|sse|streamable\w{0,6})\b/,
  /^(?:\w{0,30}Error: )?[`'"]?(?:mcpServers|mcp_servers|context_servers|servers)[`'"]? (?:must be|is not|should be) (?:an? )?(?:object|table|map|mapping|dict\w*)\b/,
  /\b[Uu]n(?:known|recogni[sz]ed|expected) (?:key|property|field)(?:\(s\)|s)?(?: in object)?:? ['"`](?:mcpServers|mcp_servers|context_servers|servers|command|args|env|headers|cwd|type|transport|url|httpUrl|serverUrl)['"`]/,
  /(?:^|\.|: )(?:args|env|headers|command|url|cwd)(?: values?)? (?:must be|should be|is not) (?:an? )?(?:array|list|objects?|strings?|map|mapping|valid URL)\b/,
  /\b[Ss]erver ['"`][\w .-]{1,80}['"`] (?:is missing|lacks|has no|needs) (?:an? |the |its )?(?:required )?[`'"]?(?:command|url|type|transport)\b/,
  /\binvalid type: (?:string|map|sequence|integer|boolean|null)\b.{0,80}, expected (?:a |an )?(?:sequence|map|string|struct|table)\b/,
  /\bmcp_servers\b.{0,20}\bis not a table\b|\b(?:[Ii]nvalid|[Dd]uplicate|[Ii]llegal) (?:MCP )?server names?\b|\b[Ss]erver names? .{0,40}\b(?:must (?:only )?(?:match|contain)|may only contain|contains invalid)\b/,
  /\b(?:[Ss]erver|[Tt]ransport) type ['"`]?(?:stdio|sse|https?|streamable[\w-]{0,8}|ws|local|remote)['"`]? is not supported\b/,
  // In words.
  /\b(?:writ(?:es|ten)|put|sav(?:es|ed)|add(?:s|ed))\b.{0,40}\b(?:to|into|in) [`'"]?[\w./~\\-]{1,80}\.(?:jsonc?|toml|ya?ml)\b.{0,60}\breads? (?:from |only )?[`'"]?[\w./~\\-]{1,80}\.(?:jsonc?|toml|ya?ml)\b/i,
  /\b(?:edited|changed|used|in|into|under) the wrong (?:config\w* |settings |JSON )?file\b|\bonly reads? (?:from )?[`'"]?[\w./~\\-]{1,60}\.(?:jsonc?|toml|ya?ml)\b|\.(?:jsonc?|toml|ya?ml)[`'"]?,? which .{1,30}(?:\bnot|n't) (?:actually |even )?reads?\b/i,
  /\b(?:lacks?|misses|missing|without|needs|requires) (?:the |a |an )?(?:required |top-level )?[`'"]?(?:mcpServers|servers)[`'"]? (?:wrapper|root|key|field|property)\b|\bwas missing [`'"]type["']?: ?["']\w{2,16}["']/,
  /\bschema validation fail\w* for the (?:root |config\w* )?(?:file|config\w*)|\b(?:config\w*|\.json|doctor)\b.{0,80}\bschema validation (?:to )?fail|\bwrong (?:config(?:uration)? (?:store|file|key|schema|format|root)|root key|key name)\b/i,
  /\b(?:[Uu]n(?:known|supported) transport|[Ii]nvalid (?:MCP )?server|[Uu]n(?:known|supported) (?:MCP )?server) type\b/,
];
