import { goesOn } from './goes-on';
import { stderrMatches, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** A service refused the key, the password or the token that it was given. */
export type CredentialsFact = Told<'credentials-refused'>;

/** Services by their own words, databases by theirs, and a status of HTTP that says the same. */
export function read(start: Said): readonly CredentialsFact[] {
  const refused = [...FORMS, ...IN_SENTENCES]
    .flatMap((form) => stderrMatches(start, form))
    .find(({ evidence }) => !goesOn(evidence.text) && !UNCHOSEN.test(evidence.text));
  const status = () =>
    STATUS.flatMap((form) => stderrMatches(start, form)).find(
      ({ evidence }) => !saysAbsent(evidence.text) && !/\b(?:[Oo]rigin|[Hh]ost header)\b/.test(evidence.text),
    );
  return told('credentials-refused', refused ?? status());
}

/** Whether it is said that no credentials came at all: nothing was refused then. */
export function saysAbsent(text: string): boolean {
  return ABSENT.test(text) && !/\b(?:invalid|expired|wrong|bad|malformed)\b/i.test(text);
}

const CREDENTIALS =
  '(?:(?:API|access|auth\\w*|bearer|basic|security|personal|session)[ _-]?){0,3}(?:keys?|tokens?|credentials?|bearer|authori[sz]ation|authentication)';
const ABSENT = new RegExp(
  `\\b(?:missing|no|without|lacks?|lacking|absent|empty)[ _-](?:an? |any |the |required |valid )?${CREDENTIALS}\\b|\\b${CREDENTIALS}(?: header)? (?:is|are|was|were)? ?(?:missing|required|absent|empty|not (?:provided|found|sent|set|supplied|present))\\b`,
  'i',
);

/** SDKs that were given none of several, which they call by the same class. */
const UNCHOSEN = /\b[Cc]ould not resolve authentication method\b/;

const FORMS: readonly RegExp[] = [
  /(?<!\b(?:toml|TOML|yaml|YAML|JSON|json): )\b(?:[Ii]nvalid|[Ii]ncorrect|[Ee]xpired|[Rr]evoked|[Bb]ad|[Ww]rong|[Uu]nknown)[ _](?:API[ _-]?|api[ _-]?|access[ _-]?|auth(?:entication|ori[sz]ation)?[ _-]?|personal access[ _-]?|bearer[ _-]?)?(?:[Kk]ey|[Tt]oken|[Cc]redentials?|[Pp]assword|PAT|api_key|auth)\b(?! (?:format|type|name|file|path|mcp|mcpServers|servers)\b| [a-z]+_| ['"`]|: [Ee]xpected\b|: The access token is missing)/,
  /\b(?:invalid_auth|invalid_api_key|not_authed|token_(?:expired|revoked)|account_inactive|InvalidClientTokenId|ExpiredToken|UnrecognizedClientException|SignatureDoesNotMatch)\b/,
  /\b(?:API[ _-]?[Kk]ey|[Tt]oken|[Cc]redentials?|[Pp]assword) (?:is|are|was|were|has) (?:invalid|incorrect|expired|revoked|not valid|rejected|wrong)\b/,
  /(?<!\bfile\.|[/\\][\w.-]{1,100}: |\bkind: )\b(?:AccessDenied(?:Exception)?|UnauthorizedOperation|PermissionDenied|PERMISSION_DENIED|UNAUTHENTICATED)\b|\bis not authorized to perform\b/,
  /\b(?:[Kk]ey|[Tt]oken|[Cc]redentials?|[Pp]assword) (?:that )?(?:you|was|were|I) \w{1,12}(?: \w{1,12})? (?:is|are|was|were|has) (?:expired|invalid|incorrect|revoked|wrong)\b/,
  /\b(?:[Ss]ecurity |[Aa]ccess |[Ss]ession )?[Tt]oken included in the request is (?:expired|invalid)\b/,
  /\b(?:[Pp]assword authentication failed|Login failed for user|Access denied for user|[Aa]uthentication failed|(?:Auth|Authentication|Authorization|Login)(?:Error|Exception|Failure)|WRONGPASS|NOAUTH)\b/,
  /\b[Ff]ailed to authenticate (?:with|to|against) (?!.{0,20}\bMCP\b)|\b(?:JWT|jwt) (?:verification failed|expired|malformed)\b|\b(?:API[ _-]?[Kk]ey|[Tt]oken) not valid\b|\b[Ii]nvalid username(?:\/| or )password\b|\bcaller does not have permission\b|\bInvalid login: |\b[Uu]sername and [Pp]assword not accepted\b|\bResource not accessible by (?:personal access token|integration)\b|\b[Tt]oken (?:has been )?revoked\b|\blogon denied\b|\bbind failed: [Ii]nvalid credentials\b/,
];

/** What was shown to the service, and what it says of it, in whatever order. */
const SHOWN =
  '(?:(?:api|access|auth|bearer|refresh|session|personal access)[ _-]?)?(?:keys?|tokens?|passwords?|credentials?|secrets?|licen[cs]es?|pat)';
const IN_SENTENCES: readonly RegExp[] = [
  new RegExp(
    `(?<!\\bold +|\\b(?:params?|parameters?|arg(?:ument)?s?|flags?|options?)\\b.{0,40})\\b${SHOWN}\\b(?! (?:file|format|name|path|type|limit|count)\\b)(?:(?! (?:in|from|of) (?:the )?(?:cache|file)\\b)[\\w '"\`]){0,30} (?:has been |was |were |is |are |have been |got )?(?:revoked|expired|rejected|refused|disabled|suspended|not (?:accepted|authori[sz]ed|recogni[sz]ed|known))\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:${SHOWN}|account|user)\\b[\\w '"\`]{0,30} (?:has no|does not have|lacks|is missing|is without) (?:the |any |required |necessary |sufficient )*(?:access|permissions?|rights?|scopes?|privileges?)\\b`,
    'i',
  ),
  /\b(?:bad|wrong|incorrect|unknown) (?:user ?name|login|user|e-?mail)(?: or | and |\/)(?:the )?password\b/i,
  /\b40[13]\b.{0,60}\b(?:key|token|permissions?|scopes?|credentials?)\b.{0,30}\b(?:revoked|expired|invalid|insufficient|missing|denied|this key|this token)\b|\binsufficient (?:permissions?|scopes?|privileges|rights)\b(?!.{0,30}\b(?:file|directory|folder|write|read)\b)/i,
  // OpenSSL, Node.js, Java and SSH, of a key or a store that a password opens.
  /\bbad decrypt\b|_BAD_DECRYPT\b|\bmac verify failure\b|\b[Kk]eystore (?:was tampered with, or )?password was incorrect\b|\b(?:bad|wrong|incorrect|invalid) (?:pass ?phrase|decrypt\w*)\b(?! (?:length|format)\b)/i,
  // Elasticsearch, Neo4j, SSH, gRPC, Kubernetes.
  /\b(?:[Yy]ou (?:are|do) not|[Uu]ser is not|(?:[Aa]ccount|[Kk]ey|[Tt]oken) is not) (?:authori[sz]ed|permitted|entitled|have (?:access|permission)) to (?:access|use|call|this)\b/,
  /\bunable to authenticate (?:user|with provided credentials)\b|\bclient is unauthorized due to authentication failure\b|\bAll configured authentication methods failed\b/,
  /\bcode = Unauthenticated desc = (?!.*\b(?:missing|no)\b)|\bYou must be logged in to the server \((?:Unauthorized|the server has asked for the client to provide credentials)\)/,
  /\b(?:[Uu]nable|[Ff]ailed) to (?:log ?in|sign in|authenticate) (?:with|using) (?:the )?(?:supplied|provided|given|configured)\b/,
  /\bsignature (?:does not|did not) match\b|\b[Ll]og-?in (?:to .{1,30} )?(?:was |is )?(?:refused|rejected|denied)\b/,
];

/** No more than a status, of whatever was asked. */
const STATUS: readonly RegExp[] = [
  /^(?:[\w.]{1,40}: ){1,3}40[13] [A-Z][a-z]/,
  /\b(?:[Ss]tatus(?: code)?|HTTP(?: error)?|[Rr]esponse(?: code)?|code)[:=]? ?(?:401|403)\b/,
  /^(?!npm (?:error|ERR!)).*\b(?:401:? (?:Unauthorized|Client Error)|403:? (?:Forbidden|Client Error))\b/i,
];
