import { captured } from '../text';
import { firstSaid, stderrEvidence, told } from './lines';
import type { Told } from '../facts';
import type { Matched } from './lines';
import type { Said } from './statements';
import type { Safe } from '../text';

export type OauthFact =
  /** A step of OAuth failed: `what` is the error's name, or the words for it. */
  Told<'oauth-failed', { what: Safe }>;

/** The sign-in to a remote server: OAuth's own errors, and what SDKs and bridges say of its steps. */
export function read(start: Said): readonly OauthFact[] {
  return told('oauth-failed', firstSaid(start, OAUTH) ?? waiting(start), (groups) => {
    const what = groups.slice(1).find((group) => group !== undefined);
    return what ? { what } : null;
  });
}

/** The last that a bridge has said: it waits for a login that nobody has finished. */
function waiting({ stderr }: Said): Matched | undefined {
  const last = stderr.findLast(({ role, text }) => role !== 'blank' && !OF_BROWSER.test(text));
  const what = last && captured(last.text, WAITING)?.[1];
  return last && what ? { groups: [what, what], evidence: stderrEvidence(last) } : undefined;
}

/** What it says besides, of the window in which that is to happen. */
const OF_BROWSER = /\bBrowser opened automatically\b|\b[Cc]ould not open browser\b/;

const WAITING =
  /\b(Waiting for auth(?:orization|entication)|Another instance is handling authentication|Please authorize this client)\b/;

/** The address to which a sign-in leads back, and that it is another than the registered one. */
const WAY_BACK = String.raw`redirect[_ -]?UR[IL]s?|callback UR[IL]s?`;

const NOT_THAT = String.raw`mismatch\w*|invalid|refus\w*|reject\w*|(?:must|ha(?:s|ve) to) be (?:an? )?(?:https?|localhost|loopback|absolute|valid|exact|one of)|(?:not|n't|no|any) (?:\w{1,12} ){0,2}(?:match\w*|allowed|permitted|registered|valid|accepted)`;

/**
 * OAuth's own errors (RFC 6749, RFC 7591) with the names that the SDKs give them, and the sentences in which helpers and
 * SDKs give up on a step: the discovery, the registration, the way back, the exchange.
 */
const OAUTH = [
  /\b(?:[Aa]fter|[Oo]nce|[Ww]hen) .{0,20}\b(?:log(?:ging|ged)?[- ]?in|sign(?:ing|ed)? in|authoriz\w+|approving)\b.{0,60}\b((?:blank|white|empty) (?:\w{1,12} )?page)\b/,
  /\b([Ff]ailed to fetch (?:resource|authorization server|protected resource) metadata)\b/,
  /"error": ?"(invalid client|invalid grant|unauthorized client)"|\b(invalid_client(?:_metadata)?|invalid_grant|unauthorized_client|invalid_redirect_uri|redirect_uri_mismatch|unsupported_grant_type|invalid_scope|access_denied)\b|\b([Ii]nvalid client[_ ]?[Ii][Dd]|client_id (?:is )?(?:not found|invalid|unknown|empty)|(?:[Ee]mpty|[Uu]nknown) client_id)\b/,
  /\b((?:InvalidGrant|InvalidClient(?:Metadata)?|UnauthorizedClient|UnsupportedGrantType|InvalidScope|OAuth\w{0,20})Error)\b/,
  /\b(does not support dynamic client registration|(?:[Dd]ynamic )?[Cc]lient registration (?:failed|is not supported|rejected)|[Rr]egistration endpoint (?:is )?(?:not found|missing))\b/,
  /\b(OAuth (?:(?:client )?registration|authorization|authentication|discovery|flow|callback|login|token \w+|state)[\w ]{0,30}(?:failed|denied|mismatch|timed out|error))\b/i,
  /\b((?:failed|unable) to (?:dynamically )?register (?:an? |the )?(?:OAuth )?client)\b/i,
  /\b((?:[Ff]ailed|[Uu]nable|[Tt]rying) to (?:refresh|exchange|obtain|discover|load|fetch|create|get)[\w -]{0,40} (?:token|authorization code|OAuth\w*|auth\w* (?:server )?metadata)(?: metadata)?)\b/,
  /\b[Nn]o (OAuth (?:state|session|code verifier|client information))\b.{0,20}\b(?:saved|stored|found)\b/,
  /\b([Pp]rotected [Rr]esource [Mm]etadata)\b.{0,80}\b(?:different|mismatch\w*|(?:does|do) not match|wrong|another)\b|(\/register)\b[`'"]?.{0,60}\b(?:404|does not exist)/,
  /^(OAuth (?:failed|error)|[Dd]ynamic client registration)\b/,
  /\b((?:[Aa]uthori[sz]ation )?[Cc]ode exchange) (?:returned|failed|was refused|error)/,
  /\b([Tt]oken (?:refresh|exchange) failed|oauth2?: cannot fetch token|(?:[Ii]nvalid|[Ee]xpired|[Rr]evoked) refresh token)\b/,
  new RegExp(`\\b(${WAY_BACK})\\b(?:$|.{0,120}\\b(?:${NOT_THAT})\\b)`, 'i'),
  new RegExp(
    `\\b(?:invalid|no valid|unknown|unregistered|mismatch\\w*|wrong|unsupported|disallowed) (?:an? |the )?(${WAY_BACK})\\b`,
    'i',
  ),
  /\b((?:[Cc]ouldn't|[Cc]ould not|[Ff]ailed to|[Uu]nable to|[Cc]annot) register with)\b.{0,60}\b(?:sign-in|login|auth\w*|OAuth|connector)\b|\b(\w{0,20}token_exchange_failed)\b|\b(Authorization with the MCP server failed)\b/,
  /\b(OAuth registrations?|OAuth clients?|DCR)\b.{0,60}\b(?:empty|no) [`'"]?access_?[Tt]oken\b/,
  /\b(PKCE|code[_ ](?:verifier|challenge))\b.{0,60}\b(?:fail\w*|mismatch|does not match|missing|invalid|required|not supported)\b|\bmissing ("S256"|PKCE\b)/,
  /\b((?:[Ii]nvalid )?state (?:parameter )?mismatch|[Ii]nvalid (?:or expired )?state parameter|[Ii]ssuer mismatch|[Cc]lient ID mismatch)\b/,
  /\b([Pp]rotected resource \S{1,300} does not match)\b/,
  /\b((?:[Nn]o|[Mm]issing) tokens? .{0,30}after .{0,40}(?:OAuth|auth\w*|sign-?in|login)|returned 40[13] after successful authentication)\b/,
  /\b(does not support PKCE)\b|\b(user denied (?:access|the request|authorization))\b/i,
  /\b(OAuth client information) is required\b|\b(?:[Cc]ould not|[Cc]annot|[Ff]ailed to|[Uu]nable to) (?:find|discover|read) (?:the )?([Aa]uthorization server)\b|\b([Aa]uthorization server metadata)\b.{0,40}\b(?:missing|not found|fail\w*|lacks)\b|\b([Aa]uthentication already attempted)\b/,
  /\b(AADSTS\d{4,7})\b|\b(Authorization with .{1,60} failed)\b/,
  /\b([Gg]ot new credentials, but reconnecting|SDK auth error|[Nn]o client info(?:rmation)? found)\b|\b([Aa]uth(?:entication|orization) successful\b.{0,80}\b(?:[Nn]eeds auth(?:entication)?|unauthenticated|not authenticated))\b/,
  /\b(OAuth callback)\b.{0,30}\btime(?:out|d out)\b|\b[Tt]imed? ?out (?:while )?waiting for (?:the |an )?(OAuth|[Aa]uthori[sz]ation|authentication|auth code)\b|^([Ss]tate mismatch)\b|\b([Aa]uthorization code) (?:has )?expired\b|^(insufficient_scope)\b|\b[Rr]esource (metadata) not found\b|\b[Nn]o (token endpoint|authorization endpoint|registration endpoint)\b|\b([Rr]efresh token) (?:has |is |was )?(?:expired|invalid|revoked)\b|\b(resource parameter) (?:does not match|is (?:missing|required|invalid))\b|\b([Uu]nsupported grant type)\b|\b(Invalid OAuth error response)\b|\b([Aa]uth(?:entication|orization) timed out)\b.{0,60}\bbrowser\b/,
  /\b(no browser (?:window |tab )?(?:is opened|opens?|opened|appears?|came up))\b/i,
  // The SDK's own steps, in the stack of what one of them met.
  /^\s*at (?:async )?(registerClient|exchangeAuthorization|refreshAuthorization|startAuthorization|discoverOAuth\w{0,40}) \(/,
  /\b((?:[Cc]ould not|[Cc]annot|[Ff]ailed to|[Uu]nable to) open (?:the |a )?browser|[Aa]uthori[sz]ation (?:timed out|was denied|window was closed)|browser (?:never|did not|didn't) open\w*)\b/,
];
