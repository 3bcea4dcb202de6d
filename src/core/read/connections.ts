import { safe } from '../text';
import { unlessGoesOn } from './goes-on';
import { firstSaid } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type ConnectionsFact =
  /** Somebody was called over the network, and there was no connection. `to`: host and port as far as they are said. */
  | Told<'connection-failed', { how: 'refused' | 'no-such-host' | 'timed-out' | 'broken' | 'unsaid'; to: Safe | null }>
  /** The one who was called showed a certificate that nobody here vouches for. */
  | Told<'certificate-refused'>
  /** The two did not agree on TLS itself, before any certificate. */
  | Told<'tls-refused'>;

/** The network as runtimes and drivers speak of it: Node.js, Python, Go, Rust, Java, and what databases make of that. */
export function read(start: Said): readonly ConnectionsFact[] {
  // A host by such a name was made of a setting that is not there.
  if (firstSaid(start, [/\b(?:ENOTFOUND|EAI_AGAIN) (?:undefined|null)\b/])) return [];
  const certificate = firstSaid(start, CERTIFICATE);
  if (certificate) return [{ kind: 'certificate-refused', evidence: certificate.evidence }];
  const tls = unlessGoesOn(firstSaid(start, TLS));
  if (tls) return [{ kind: 'tls-refused', evidence: tls.evidence }];
  for (const [how, forms] of FAILED) {
    const said = unlessGoesOn(firstSaid(start, forms));
    if (!said) continue;
    const to = said.groups.slice(1).find((group) => group !== undefined) ?? null;
    return [{ kind: 'connection-failed', how, to: to === safe('') ? null : to, evidence: said.evidence }];
  }
  return [];
}

/** Whether a code is OpenSSL's for a certificate that it does not trust. */
export function isCertificateCode(code: string): boolean {
  return CERTIFICATE_CODE.test(code);
}

/** OpenSSL's names, Rust's and Go's words, Python's, Java's. */
const CERTIFICATE_CODE =
  /\b(?:SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(?:_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE|CERT_HAS_EXPIRED|CERT_UNTRUSTED|ERR_TLS_CERT_ALTNAME_INVALID)\b/;
const CERTIFICATE = [
  /\bproblem confirming the ssl certificate\b/i,
  CERTIFICATE_CODE,
  /(?<!\b(?:using|with|generat\w{2,3}|creat\w{2,3}) (?:an? |the )?)\b(?:self[- ]signed certificate|unable to (?:get (?:local )?issuer certificate|verify the first certificate))\b/i,
  /\binvalid peer certificate\b|^UnknownIssuer$|\bcertificate verify failed\b/,
  /\bx509: certificate\b/,
  /\b(?:Zscaler|Netskope|Umbrella|FortiGate|Palo Alto|(?:corporate|company) (?:proxy|firewall|CA))\b.{0,80}\b(?:TLS|SSL|HTTPS|certificates?)\b/i,
  /\bCERTIFICATE_VERIFY_FAILED\b/,
  /\bPKIX path building failed\b/,
  // .NET's, curl's, Windows', browsers' and OpenSSL's.
  /\bremote certificate is invalid\b|\bSSL certificate problem\b|\bCERT_TRUST_IS_\w+|\bERR_CERT_\w+|\balert unknown ca\b|\bcertificate (?:has expired|is not yet valid)\b|\bself-signed cert\b|\bCRYPT_E_(?:NO_REVOCATION_CHECK|REVOCATION_OFFLINE)\b|\bdoes not match certificate's altnames\b/,
];

/** OpenSSL's, Node.js', .NET's, Go's and Java's. */
const TLS = [
  /\bwrong version number\b|\bpacket length too long\b|\bhttp: server gave HTTP response to HTTPS client\b|\bUnsupported or unrecognized SSL message\b/,
  /\bEPROTO\b|\bSSL routines:|\btlsv1 alert\b|\bssl3_(?:get_record|read_bytes)\b|\bERR_SSL_\w+|\bhandshake_failure\b|\bSSL_ERROR_(?:SYSCALL|SSL|ZERO_RETURN)\b|\bSSLV3_ALERT_\w+|\bexceptions\.SSLError\b|\breceived fatal alert: \w/i,
  /\bThe SSL connection could not be established\b|\bSSLHandshakeException\b|\btls: (?:first record does not look like a TLS handshake|handshake failure|protocol version not supported)\b/,
];

const AT = '([\\w.:[\\]-]{1,253}:\\d{2,5})';

/** What is surest first: a sentence that only says that nothing came of it is the last. */
const FAILED: readonly (readonly [ConnectionFailure, readonly RegExp[]])[] = [
  [
    'refused',
    [
      new RegExp(`\\bconnect ECONNREFUSED ${AT}`),
      new RegExp(`\\bdial tcp ${AT}: connect(?:ex)?: connection refused`),
      /\bconnection to server at "([^"]{1,253})".{0,60} failed: Connection refused/,
      /\bError 111 connecting to (\S{1,253}?)\.? /,
      /\bCan't connect to MySQL server on '([^']{1,253})'/,
      /\b(?:ECONNREFUSED|ERR_CONNECTION_REFUSED|ConnectionRefusedError|ConnectionRefused)\b/,
      /\b[Cc]onnection refused\b/,
      /\bNo connection could be made because the target machine actively refused it\b|\bWinError 10061\b/,
      /\b[Cc]onnection to ([\w.-]{1,253}:\d{2,5}) refused\b/,
    ],
  ],
  [
    'no-such-host',
    [
      /\bgetaddrinfo (?:ENOTFOUND|EAI_AGAIN) ([\w.-]{1,253})/,
      /^(?:.{0,60}: )?no such host: ([\w.-]{1,253})$/,
      /\blookup ([\w.-]{1,253})(?: on \S{1,60})?: no such host/,
      /\b(?:ENOTFOUND|EAI_AGAIN|ERR_NAME_NOT_RESOLVED)\b|\bUnknownHostException: ([\w.-]{1,253})/,
      /\b[Cc]ould not resolve host(?:name)?:? ([\w.-]{1,253})/,
      /\b(?:Name or service not known|nodename nor servname provided|Temporary failure in name resolution|getaddrinfo failed|failed to lookup address information)\b/,
    ],
  ],
  [
    'timed-out',
    [
      new RegExp(`\\bconnect (?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH) ${AT}`),
      /\b(?:ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|ERR_CONNECTION_TIMED_OUT)\b/,
      // The names that libraries have for it.
      /\b(?:Read|Connect|Connection|Socket|Pool|Write|ServerSelection)Timed?[Oo]ut(?:Error|Exception)\b|(?:^|\.)(?:Read|Connect|Socket|Pool|Write)Timeout(?:$|: (?!\d))|\bRead timed out\b|\bClient\.Timeout exceeded\b|\bWinError 10060\b|\bAxiosError: timeout of \d{1,7}ms exceeded\b/,
      /\btime(?:out|d out)\b.{0,30}\bconnect\w* to (?:the )?\w/,
      /\b[Cc]onnect(?:ion|ing)? timed out\b.{0,40}https?:|\bi\/o timeout\b|\b[Nn]o route to host\b|\b[Nn]etwork is unreachable\b/,
    ],
  ],
  [
    'broken',
    [
      /\b(?:ECONNRESET|ERR_CONNECTION_(?:RESET|CLOSED))\b|\bsocket hang up\b|\bother side closed\b|\b[Cc]onnection reset by peer\b|\bserver closed the connection unexpectedly\b/,
      /\b\w{0,30}(?:ServerDisconnected|RemoteProtocol|ConnectionReset|ConnectionAborted)(?:Error|Exception)\b|\bWinError 1005[34]\b|\bforcibly closed by the remote host\b|\(10054\)/,
      /^(?:\[cause\]: )?TypeError: terminated$|\bnetwork socket disconnected before\b|\bpeer closed connection without\b|\bincomplete chunked read\b|\bupstream connect error\b|\bSSE stream disconnected\b/,
    ],
  ],
  [
    'unsaid',
    [
      /\bSSE error: undefined\b|\bURL points to a valid MCP server\b/,
      /\bMax retries exceeded with url\b/,
      /\bNo(?:Brokers?|Hosts?|Servers?|Nodes?)Available\b|\b(?:AMQP|Broker|Cluster|Database|Socket|Client|WebSocket)Connect(?:ion|or)?(?:Error|Exception)\b|\bMaxRetriesPerRequestError\b|\bnetwork-related or instance-specific error\b/,
      /^TypeError: Load failed$|\bfetch failed\b|\b[Ff]ailed to fetch\.?$|\bNetworkError when attempting to fetch\b|\berror sending request for url\b/,
      /\btunneling socket could not be established\b|\b[Cc]ould not connect to (?:the )?proxy\b|\bAccess-Control-Allow-Origin\b/,
      /\bAll connection attempts failed\b|\b(?:[Gg]iving up|[Gg]ave up|[Aa]borting) after \d{1,4} (?:attempts|tries|retries)\b.{0,40}\bconnect/,
      // With a code of curl's.
      /\bconnection failed with (?:exit )?code (?:6|7|28|52|56)\b/,
      /\bcurl: \((?:6|7|28|52|56)\) |\b[Nn]o running (?:instance|session|process|copy) of [A-Z]\w+|\b[Nn]o (?:working|running|active|reachable) (?:\w+ ){0,2}(?:endpoint|instance|session)s? (?:is |was |are )?(?:available|found|running)\b/,
      /\b(?:[Cc]ould ?n[o']t|[Cc]annot|[Ff]ailed to) connect to (?:\w{1,30} (?:at|on) )?(?:https?:\/\/)?((?:localhost|[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}):\d{2,5})/,
      /\b(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Uu]nable to) (?:access|reach|open|get to) (?:https?:\/\/)?((?:localhost|[\w-]{1,60}(?:\.[\w-]{1,60}){0,5}):\d{2,5})/,
      /\bUnable to connect to the remote server\b|\bWebSocket\b.{0,60}\b(?:connection (?:failed|refused)|failed to connect)\b/i,
      /\b(?:server|endpoint) at https?:\/\/\S{1,200} (?:does not|doesn't|did not|is not) (?:answer|respond|reply|reachable)/i,
      /\bunless (?:the |its |a )?(?:database|DB|app|backend|server|service)\b.{0,20}\b(?:is|are) (?:reachable|running|up|there)\b/i,
      /\b(?:[Dd]atabase|[Cc]onnection) pool (?:must be initiali[sz]ed|is not (?:available|initiali[sz]ed)|not available)\b/,
      /\b(?:make sure|ensure|check) (?:that )?(?:the |its )?(?:\w{1,20} )?(?:plugin|add-?on|extension|app|bridge)\b.{0,20}\bis (?:connected|open|running|installed|active)\b/i,
      /\bMongo(?:ServerSelection|Network)Error\b|\bSequelizeConnection\w*Error\b|\bCommunications link failure\b|\bServiceUnavailable: Could not\b|^(?:FATAL: {1,2})?database "[\w.-]{1,60}" does not exist$|\bConnectionError: Connection error\b|\bconnection to the server \S{1,200} was refused\b/,
      // What a person has to open first.
      /^(?:\w{0,30}(?:Error|ERROR): )?(?!(?:The )?(?:MCP|Server|Docker|Podman|Process|Client|Extension|Language|Node)\b)[A-Z]\w{2,20}(?: [A-Z]\w{1,20}){0,4} is not (?:running\b|reachable\b|available\b(?=.{0,20}(?:[Pp]lugin|[Aa]dd-?on|enabled|installed|running|open)))|^[Nn]o running [A-Z]\w{2,20}(?: \w{2,20}){0,2} (?:was )?found\b|^[A-Z]\w{2,20}(?: [A-Z]\w{1,20}){0,2} (?:did not|does not|doesn't) answer at https?:/,
      /\b(?:[Ee]xtension|[Pp]lugin|[Aa]dd-?on|[Bb]ridge|[Dd]evice|WebSocket)s? (?:is |are )?not connected\b|\b[Nn]o (?:\w{2,20} ){0,2}(?:extension|plugin|add-?on|editor|browser)s? (?:is |are )?connected\b|\b[Nn]o (?:devices?|emulators?)(?:\/emulators)? (?:are )?(?:connected|found|attached)\b/,
      /^(?:\w{0,30}Error: )?[A-Z]\w{2,20}(?: (?:[A-Z]\w{1,20}|cluster|server|host|node|service|database)){0,2} (?:is )?unreachable\b|\b[Pp]lease (?:start|open|launch) (?:the )?(?!(?:new|MCP)\b)\w{2,20}(?: \w{2,20}){0,2} (?:first|before)\b/,
      /^(?!.*\b(?:MCP|docker)\b).*\b(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Uu]nable to|[Ff]ailed to) (?:connect|reach)\b(?! (?:to )?(?:(?:my|this|your|our)\b|plugin:)).{0,80}\b(?:API|DB|database|daemon|server|service|backend|host|socket|bridge|extension|app(?:lication)?|add-?on|plugin|device)\b/,
      /\b(?:[Ee]nsure|[Cc]heck|[Mm]ake sure)\b.{0,60}\bis (?:up and )?(?:running|started|loaded|reachable)\b/,
      // An application by its name, and what is to be done there.
      /\b(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Cc]ouldn't|[Uu]nable to|[Ff]ailed to) (?:connect to|reach) (?!(?:MCP|Docker|Podman|Server|Client|Node|Claude|Cursor|Windsurf)\b)[A-Z]\w{2,20}(?: [A-Z]\w{1,20}){0,2}(?: on port \d{2,5}\b|[.!] (?:Did you (?:run|start|open|enable|load)|(?:Please )?(?:[Mm]ake sure|[Ss]tart|[Oo]pen|[Ll]aunch|[Ee]nable))\b)/,
      /\b[Ii]s (?:it|the \w{1,30}|[A-Z]\w{1,30}) running(?:\?| (?:with|on|at) )/,
    ],
  ],
];

type ConnectionFailure = 'refused' | 'no-such-host' | 'timed-out' | 'broken' | 'unsaid';
