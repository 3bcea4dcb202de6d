import { safe } from '../text';
import { saysAbsent } from './credentials';
import { clientMatches, firstSaid, stderrMatches, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type HttpFact =
  /**
   * A server answered with a status of HTTP. `isTransport`: it is the MCP server that did, as the words of a transport
   * tell; else it may be any that the speaker has asked. `isFlow`: whoever says it has begun to authorise by
   * OAuth, so that the refusal is a step of that. `isAlone`: the line says nothing else. `isAbsent`: it says that no credentials came.
   */
  | Told<'http-refused', { status: number; isTransport: boolean; isFlow: boolean; isAlone: boolean; isAbsent: boolean }>
  /** What answers is no MCP server: a page, or a body that a transport cannot read. */
  | Told<'http-other-content', { type: Safe }>
  /** The session is not known (any more), or the name by which the server was called is not. */
  | Told<'http-session-refused', { isHost: boolean }>
  /** `mcp-remote` takes a header for none. `what`: what it got for one. */
  | Told<'header-refused', { what: Safe }>;

/** The HTTP transports of the SDKs and of clients. A server's own requests to somebody else have other words. */
export function read(start: Said): readonly HttpFact[] {
  return [
    ...refused(start),
    ...otherContent(start),
    ...sessionRefused(start),
    ...told('header-refused', firstSaid(start, [HEADER]), ([, what]) => (what ? { what } : null)),
  ];
}

function refused(start: Said): readonly HttpFact[] {
  // It was an attempt, and another one went well.
  if (firstSaid(start, [BRIDGED])) return [];
  const isFlow = firstSaid(start, [FLOW]) !== undefined;
  const matching = (form: RegExp) =>
    [...clientMatches(start, form), ...stderrMatches(start, form)].filter(
      ({ evidence }) => !OF_OTHERS.test(evidence.text),
    );
  // Whoever names the protocol, or the address of such a server, speaks of it.
  const named = ANY.flatMap(matching).filter(({ evidence }) => ABOUT_MCP.test(evidence.text));
  const inFields = firstSaid(start, [WITHOUT_STATUS]) ? matching(A_FIELD) : [];
  const ofTransport = [...FORMS.flatMap(matching), ...named, ...inFields];
  const inWords = matching(NO_HEADER);
  const all = [...ofTransport, ...inWords, ...ANY.flatMap(matching)];
  // After an attempt in one form there is another.
  const last = all.filter(({ evidence }) => !FALLS_BACK.test(evidence.text));
  return (last.length > 0 ? last : all).slice(0, 1).map(({ groups: [, ...found], evidence }) => ({
    kind: 'http-refused',
    status: Number(found.find((each) => /^[345]\d\d$/.test(each ?? '')) ?? statusIn(evidence.text)),
    isTransport: ofTransport.length + inWords.length > 0,
    isFlow,
    isAlone: ALONE.test(evidence.text),
    isAbsent: saysAbsent(evidence.text),
    evidence,
  }));
}

/** The TypeScript SDK's error, whose body was empty: as Node.js shows it, its status stands in a field below. */
const WITHOUT_STATUS = /\b(?:Error POSTing to endpoint|Streamable HTTP error|SSE error):?\s*$/;
const A_FIELD = /^\s{0,6}code: ([345]\d\d),?$/;

const HEADER = /\b[Ww]arning: ignoring invalid header argument: (\S{1,80})$/;

const FALLS_BACK = /\b(?:will attempt to )?fall(?:ing)? back to (?:legacy )?SSE\b/;

/** Package clients and Docker, of the registries that they ask. */
const OF_OTHERS =
  /^npm (?:error|ERR!)|\bError response from daemon\b|\bERR_PNPM_|\/simple\/|\b[Ff]ailed to (?:fetch|download|copy)[: ]|\bhttpReadSeeker\b|\bfavicon\b/;

function otherContent(start: Said): readonly HttpFact[] {
  return told('http-other-content', firstSaid(start, CONTENT), ([, type]) => ({
    type: type ?? safe('something else'),
  }));
}

function sessionRefused(start: Said): readonly HttpFact[] {
  const host = firstSaid(start, HOST);
  return told('http-session-refused', host ?? firstSaid(start, SESSION), () => ({ isHost: host !== undefined }));
}

/** The SDKs', with the type that came; those of event streams say only what they had wanted. */
const CONTENT = [
  /\breturned Content-Type '([\w/+.-]{1,60})', not an MCP response\b/,
  /\b(?:[Uu]nexpected|[Uu]nsupported) content[- ]type:? (?:Some\()?"?([\w/+.-]{1,60})/,
  /\bEventSource's response has a MIME type \("([\w/+.-]{1,60})"\)/,
  /\b(?:[Rr]eplied|[Rr]eturned|[Ss]ent|[Aa]nswered|[Gg]ot|[Rr]eceived)(?: with)? ['"]?(text\/html|text\/plain|application\/json)['"]?,? (?:but )?(?:expected|instead of|where|not)\b/,
  /\bSSE (?:transport|endpoint) (?:is |has been )?(?:deprecated|removed|no longer (?:supported|available))\b/,
  /\b(?:no endpoint event|[Ee]xpected (?:SSE )?endpoint event|expected event: endpoint)\b/,
  /\bError POSTing to endpoint(?!.{0,12}\b5\d\d\b).{0,40}<(?:!DOCTYPE )?(html)\b/i,
  /\bUnexpected token '<', "<!?(DOCTYPE|html)\b/i,
  /\b[Ee]xpected response to have (?:header )?content-type text\/event-stream, (?:but )?got ([\w/+.-]{0,60})/i,
  /\b[Ii]nvalid content[- ]type: ['"]?(text\/\w+|application\/(?!json)[\w.+-]+)/,
  /\b[Ii]nvalid content[- ]type, expected "?text\/event-stream\b/,
  /\b[Ee]xpected (?:response header )?[Cc]ontent[- ][Tt]ype (?:to (?:be|contain) )?'?text\/event-stream'?,? (?:but )?got '?([\w/+.-]{0,60})/,
];

/** The TypeScript SDK's, with and without its class; VS Code's; the Python SDK's; Go's and Rust's. */
const FORMS = [
  /\bError POSTing to endpoint(?: \(HTTP|:?) ?([345]\d\d)\)?:? ?(.{0,200})/,
  /\b(?:SSE error: )?Non-200 status code \(([345]\d\d)\)/,
  /(?:^|\bError:? )([345]\d\d) status (?:sending message to|connecting to) \S{1,512}?(?: as SSE)?: ?(.{0,200})/,
  /\b(?:Client error|Server error|Redirect response) '([345]\d\d) [A-Za-z ]{2,40}' for url '[^']{0,512}(?:mcp|sse)\b[^']{0,200}'/,
  /\bNot Acceptable: Client must accept\b/,
  /\b(406) \(?Not Acceptable\b/,
  // What a server's own log says of the request; that it takes no GET for its endpoint is as it should be.
  /\b(?!GET \/mcp\b.{0,40}\b405\b)(?:POST|GET) \/(?:mcp|sse|messages)\S{0,60} (40[456])\b/,
  /\b(?:POST|GET) (40[13456]) \/(?:\S{1,80}\/)?(?:mcp|sse)\b/,
  /"(?:POST|GET) \/(?:mcp|sse|messages)\S{0,100} HTTP\/[\d.]{1,3}" ([345]\d\d)\b/,
  /\b(?:Streamable HTTP|SSE|StreamableHTTPError|SseError)\b.{0,80}\b(?:HTTP|status(?: code)?):? ?([345]\d\d)\b/,
  /\bFailed to open SSE stream: (?=[A-Z])/,
  // The Java SDK's: what answered did not say where messages go.
  /\bFailed to wait for the message endpoint\b/,
  /\b([345]\d\d) status sending message\b/,
  // Go's SDK, which has the name of a status alone.
  /\bsending "[\w/]{1,40}": (?:Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Bad Request|Unsupported Media Type|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Timeout)\b/,
  // The SDKs' classes and words for a server that wants a sign-in.
  /\bUnauthorizedError(?:: Unauthorized)?$|\bAuthRequired\b|\bError POSTing to endpoint:? .{0,80}\b(?:[Uu]nauthorized|invalid_token|[Ii]nvalid (?:API )?(?:key|token|credentials))\b/,
  /(?:^|\s)([345]\d\d)\b.{0,80}\b(?:(?:GET|POST) \/(?:mcp|sse)\b|falls? back to SSE)/,
  // The error of a bearer token as a body has it (RFC 6750).
  /"error":\s?"(?:unauthorized|invalid_token)",\s?"error_description"/i,
  /^\{?\s*"error":\s?"unauthorized"\s?\}?$/i,
  /"error":\s?"(?:missing_token|unauthenticated|authentication_required|not_authenticated)"|"detail":\s?"Not authenticated"|\bMissing Authentication Token\b|\binvalid_token: The access token is missing\b/,
  /\bCannot (?:POST|GET) \/(?:mcp|sse|messages?)?\/?$/,
  /\bRedirect response '(3\d\d)\b/,
  // What stands in front of a server that is not there.
  /\bERR_NGROK_\d{2,5}\b|\b[Ee]rror 1033\b|\b[Aa]pplication failed to respond\b|\bcloudflared?\b.{0,40}\berror:? 1\d{3}\b|\b[Ee]rror(?: code)?:? (52[0-7]|530)\b/,
  // An error that answers no message by its number is a body, and a server that is started sends none.
  /^(?!.*"id":\s?[\d"])\{.*"error":\s?\{.*"message":\s?"[^"]{0,80}\b(?:[Uu]nauthorized|[Uu]nauthenticated|(?:access|bearer) token|[Aa]uthorization header|[Aa]uthentication (?:is )?required)\b/,
  // What clients have for it, behind the name of the server or what came of it.
  /^[\w.-]{1,60}: needs[-_]auth$|\bnot established: [Aa]uthentication (?:is )?(?:needed|required)\b/,
  // The header with which a remote MCP server says where to sign in.
  /\b[Ww][Ww][Ww]-[Aa]uthenticate: ?Bearer\b/,
];

/** The status in words: of a server that was asked over HTTP, and of one that its client wants to sign in to. */
const NO_HEADER = new RegExp(
  [
    String.raw`\bendpoint is (?:at )?\/\S{1,60}, (?:and )?not \/\S{1,60}(?=$|\s)(?! \()`,
    String.raw`\b[Tt]oo many redirects\b|\bredirect mode is set to error\b|\bredirect(?:s|ed) (?:me )?to (?:the |a |its )?(?:log-?in|sign-?in|https?)\b|\b(?:cannot|can't|not|won't) follow redirects?\b|\bexceeded (?:the )?max\w* redirects\b`,
    String.raw`\bheaders?\b.{0,40}\b(?:dropped|lost|stripped|removed|not sent)\b.{0,40}\bredirect`,
    String.raw`\b[Rr]edirects?\b.{0,60}\b(?:not followed|not allowed|refused|blocked|too many)\b(?! by default)|\bunexpected redirect\b`,
    String.raw`\bserver only (?:supports|speaks|accepts|offers) (?:SSE|[Ss]treamable|HTTP|stdio)\b.{0,40}\b(?:but|while|whereas|client)\b|\b[Cc]lient\b.{0,60}\bserver only (?:supports|speaks|accepts|offers) (?:SSE|[Ss]treamable|HTTP)\b`,
    String.raw`\b(?:[Ss]erver|[Cc]onnection)\b.{0,80}\b(?:requires|needs) (?:authentication|(?:a )?log-?in|(?:a )?sign-?in|OAuth)\b(?! for)|\bMCP server\b.{0,40}\bnot logged in\b|\bAuth required, when send\b`,
    String.raw`(?<!\bdesc = )\b(?:[Mm]issing|[Nn]o|[Ii]nvalid) (?:or invalid |or missing |required |valid )?(?:[Aa]uth(?:ori[sz]ation)?|[Bb]earer|[Xx]-[Aa][Pp][Ii]-[Kk]ey|API [Kk]ey) (?:header|token)\b`,
    String.raw`\b(?:[Aa]uthori[sz]ation|[Bb]earer|[Xx]-[Aa][Pp][Ii]-[Kk]ey) (?:header|token)s? (?:is |was )?(?:missing|required|absent|not (?:provided|found|sent|set))\b`,
    String.raw`\b(?:[Ss]et|[Ss]end|[Aa]dd|[Pp]ass|[Pp]rovide) (?:the |an? )?[Aa]uthorization header\b`,
    String.raw`\b(?:[Rr]equest|[Ee]ndpoint|[Rr]esource|API) requires (?:valid |user ){0,2}(?:authentication|credentials)\b|\bAuthenticationRequired\b`,
    String.raw`\b(?:API [Kk]ey|[Tt]oken|[Cc]redentials?) (?:(?:is|are|was|were) )?(?:missing|not (?:found|provided|sent)|provided) (?:in|from|with) (?:the |this |your )?(?:[Hh]eaders?|[Rr]equest)\b`,
    String.raw`\bno WWW-Authenticate header\b|\b[Nn]o (?:API [Kk]ey|[Tt]oken|[Cc]redentials?) (?:found |provided |sent )?in (?:the )?(?:request )?headers?\b`,
    String.raw`(?:^|[⚠△▲!] {1,2})(?:[Ss]tatus:? )?[Nn]eeds[- ]auth(?:entication)?[.!]?$`,
  ].join('|'),
);

const ABOUT_MCP =
  /\bMCP (?:server(?! \S{1,100} stderr\])|client|endpoint|error|unauthorized|forbidden)\b|https?:\/\/\S{1,200}\/(?:mcp|sse)\b|\bClient error for command\b/i;

/** The status that the words stand for, where they are said without its number. */
function statusIn(text: string): number {
  return REASONS.find(([reason]) => reason.test(text))?.[1] ?? 401;
}

/** The reason phrases of HTTP, and what frameworks say in their place. */
const REASONS: readonly (readonly [RegExp, number])[] = [
  [/\bNot Acceptable\b/, 406],
  [/\bUnsupported Media Type\b/, 415],
  [/\bGone\b/, 410],
  [/\bmessage endpoint\b/, 404],
  [/\bredirect(?:s|ed)?\b/i, 307],
  [
    /\bCannot (?:POST|GET)\b|\b[Nn]ot [Ff]ound\b|\b(?:could not|cannot) be found\b|\bendpoint is\b|\bonly (?:supports|speaks|accepts|offers)\b/,
    404,
  ],
  [/(?<!\bGET \/mcp 405 )\bMethod Not Allowed\b/, 405],
  [/\bBad Request\b/, 400],
  [/\bForbidden\b/, 403],
  [/\bInternal [Ss]erver [Ee]rror\b/i, 500],
  [/\bMoved Permanently\b/, 301],
  [/\bBad Gateway\b|NGROK|\bcloudflare|\b1033\b|\bfailed to respond\b/, 502],
  [/\bService Unavailable\b/, 503],
  [/\bGateway Time-?[Oo]ut\b/, 504],
];

/** Nothing but a status, or its name. */
const ALONE =
  /^(?:[Pp]lease authenticate|[Aa]uthentication needed|[Yy]ou must be logged in|(?:[Ss]tatus: ?)?needs[_-]auth|mcp: unauthorized|(?:failed|[Ee]rror(?: ?[Rr]esponse)?):? 40[13](?=[.!]?$))\b|\bdoes not indicate success: \d{3}(?: \([A-Za-z ]{2,40}\))?\.?(?:$| at )|^(?:[Ee]rror: )?(?:[Uu]nexpected (?:HTTP )?status(?: code)?|HTTP [Ee]rror):? \d{3}(?: (?:[A-Z][a-z]+ ?){1,3})?$|^(?:(?:HTTP )?[345]\d\d(?: (?:[A-Z][a-z]+ ?){1,3})?|Method Not Allowed|Not Acceptable|Bad Gateway|Not Found|Moved Permanently|[Ee]ndpoint not found|[Uu]nauthorized|[Ff]orbidden|[Aa]uthori[sz]ation required|[Rr]equires authentication|[Aa]uthentication required)[.!]?$/;

/** A status with its name, in whatever order; and what stands for one, alone in its line. */
const ANY = [
  /^(404) page not found$|^[Tt]he (?:requested )?resource (?:you are requesting )?(?:could not be|was not|cannot be) found[.!]?$/,
  /^(?:\w{0,30}Error: )?(?:[Pp]lease authenticate|[Aa]uthentication needed|[Yy]ou must be logged in)\b|\bneeds[_-]auth\b|^mcp: unauthorized$/,
  /^(?:failed|[Ee]rror(?: ?[Rr]esponse)?):? (40[13])$/,
  /^\s{0,8}(?:code|status|statusCode): ([345]\d\d),?$/,
  /^(?:[Ee]rror: )?(?:HTTP |[Ss]tatus(?: code)?:? |[Cc]ode:? )?([345]\d\d)[.!]?$|^(?:Method Not Allowed|Not Acceptable|Bad Gateway|Not Found|Moved Permanently|[Ee]ndpoint not found)$/,
  /^(?:[Ee]rror: )?(?:[Uu]nauthorized|[Ff]orbidden|[Aa]uthori[sz]ation required|[Rr]equires authentication|(?:[Uu]ser )?[Nn]ot authenticated|[Aa]ccess denied|[Aa]uthentication failed|[Ii]nvalid token)\b[.!]?(?:$|:)/,
  /\b(?:ClientResponseError|does not indicate success): ([345]\d\d)\b/,
  /\b[Uu]nexpected (?:HTTP )?(?:status|response)(?: code)?:? ([345]\d\d)\b/,
  /"(?:code|status|statusCode)": ?(40[13])\b/,
  /\bCannot (?:POST|GET) \//,
  /\b([345]\d\d) from https?:\/\//,
  /\bredirect mode is set to error\b/,
  /\bError POSTing to endpoint: Unauthorized\b/,
  /(?<!\bGET \/mcp )\b([345]\d\d) (?:Unauthorized|Forbidden|Not Found|Method Not Allowed|Not Acceptable|Unsupported Media Type|Gone|Bad Request|(?:Temporary|Permanent) Redirect|Moved Permanently|Misdirected Request|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/i,
  /\b(?:(?<!\b[Nn]o )[Aa]uthentication (?:is )?required|[Uu]nauthenticated(?! desc = [Ii]nvalid)|UnauthorizedError|(?:(?:[Ii]nvalid or )?[Mm]issing|[Ii]nvalid or no) (?:API (?:key|token)|access token|bearer token))\b/,
  /\b(?:HTTP(?: [Ee]rror| status(?: code)?)?|[Ss]tatus(?: code)?|[Rr]esponse)[:=]? ?(3\d\d|4\d\d|5\d\d)\b/,
  // A status in front of what was answered, behind the word for it, or as an answer.
  /^\[?([345]\d\d)\]?(?=: | [-–—] | ?\{)|^(40[13]) (?=[A-Z][a-z]+ (?:Error|Required)\b)/,
  /\b[Ss]erver error \((5\d\d)\)/,
  /\bHTTP\/[\d.]{1,3} ([345]\d\d)\b|\b(?:Unauthorized|Forbidden) \((40[13])\)|\b[Ee]rror (?:code )?(40[1-6])\b/,
  /\b(?:[Ss]erver|[Ee]ndpoint|[Rr]emote|[Ii]t) (?:returned|returns|answered|answers|responded|responds|replied|replies)(?: with)?(?: an?)? (?:HTTP )?(40[1-6])[.!]?$|\b[Gg]ot (?:an? )?(?:HTTP )?(40[1-6])(?: back)?[.!]?$/,
];

const HOST = [
  /\b(?:Invalid (?:Host|Origin) header|(?:Host|Origin) (?:header )?(?:is )?not allowed)\b/i,
  /\bEndpoint origin does not match\b/,
  /\b421 Misdirected Request\b|^(?:HTTP )?421$|\b(?:HTTP|status(?: code)?):? \(?421\b|\bInvalid Host: |\bblocked by CORS policy\b|\b[Ii]nvalid [Oo]rigin\b|^Misdirected Request$/i,
];

const SESSION = [
  /\b(?:[Ss]ession (?:ID )?(?:was )?not found|[Nn]o valid session(?: ID)?|(?:[Ii]nvalid|[Mm]issing)(?: or missing)? (?:MCP )?[Ss]ession ?I[Dd]\b|[Uu]nknown (?:session(?: ID)?|Mcp-Session-Id)|[Ss]ession ID (?:is )?required|Mcp-Session-Id header is (?:required|missing)|[Ss]erver (?:is )?already initialized|[Nn]o transport found for session\w*|[Ss]ession (?:has )?(?:expired|terminated)|[Ss]ession with ID .{1,80} (?:could not be|was not|not) found|(?:[Cc]ould not|[Cc]annot) find session)\b|\bBad Request: Server not initialized\b|\bOnly one SSE stream is allowed per session\b/,
];

/** What `mcp-remote` says once it has reached its server. */
const BRIDGED = /\b(?:Local STDIO server running|Proxy established successfully)\b/;

const FLOW =
  /\b(?:oauth(?!-protected| (?:authentication |authorization |login |sign-?in )?(?:is )?required)|client registration|authorization (?:code|server|flow|url)|invalid_(?:grant|client)|token (?:exchange|endpoint)|refresh(?:ing)? token|auth code|Initializing auth)\b/i;
