import { captured } from '../text';
import { firstSaid, stdoutEvidence, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A server says that it waits for HTTP. `address`: with scheme and port, or the port alone. */
export type ListeningFact =
  | Told<'listens-on-http', { address: Safe }>
  /** It says that it does not speak stdio, or which other transport it has. */
  | Told<'stdio-not-spoken'>;

/** Frameworks of servers, and the sentences that servers themselves have for it. */
export function read(start: Said): readonly ListeningFact[] {
  const spoken = start.spoken.filter(({ text }) => !BESIDE.test(text));
  const said = firstSaid({ ...start, spoken }, FORMS);
  const printed = told('listens-on-http', said, ([, address]) => (address ? { address } : null));
  const served = printed.length > 0 ? printed : onStdout(start);
  return served.length > 0 ? served : told('stdio-not-spoken', firstSaid({ ...start, spoken }, NOT_STDIO));
}

/** Some say it where the messages should be. */
function onStdout({ noise }: Said): readonly ListeningFact[] {
  for (const line of noise.filter(({ text }) => !BESIDE.test(text)))
    for (const form of FORMS) {
      const address = captured(line.text, form)?.[1];
      if (address) return [{ kind: 'listens-on-http', address, evidence: stdoutEvidence(line) }];
    }
  return [];
}

/** What a server on stdio may have beside it: the way back of a login, pages for people, what others measure it by. */
const BESIDE =
  /\b(?:[Cc]allback|OAuth|[Dd]ashboard|[Dd]ebugger|(?<!MCP )[Ii]nspector|DevTools|[Mm]etrics|[Hh]ealth|[Ww]eb ?UI|WebSocket +(?:bridge|server)|(?:[Bb]rowser|[Ee]xtension) +bridge)\b/;

const HTTP = '(?:HTTP|http|SSE|sse|[Ss]treamable[- ]?(?:HTTP|http)|WebSocket)';
const NOT_STDIO: readonly RegExp[] = [
  /\b[Ss]tdio(?: (?:transport|mode|support))? (?:is |was )?(?:disabled|turned off)\b/,
  /\b[Ss]tdio\b(?: (?:transport|mode|support))? (?:is not|isn't|is no longer|was|has been|not) (?:supported|removed|available|implemented|dropped)\b/,
  /\b(?:[Dd]oes not|[Dd]oesn't|[Nn]o longer|[Cc]annot) (?:speaks?|supports?|works?|runs?)(?: with| over| on| in)? ['"`]?stdio\b/,
  new RegExp(`\\b(?:[Oo]nly (?:speaks|supports|serves|works over|listens on) |[Ss]upports only )(?:the )?${HTTP}\\b`),
  new RegExp(
    `\\b(?:[Ss]tart(?:ing|ed)|[Rr]unning|[Ll]aunch(?:ing|ed))\\b.{0,30} (?:in|with|over|using) ${HTTP} (?:mode|transport)\\b(?! (?:is|can be|may be|needs|requires)\\b)`,
  ),
  new RegExp(`^\\W{0,6}(?:[Uu]sing )?[Tt]ransport(?: mode| type)?\\W{1,4}${HTTP}(?=$|[\\s,;"'])`),
];

const URL = '(https?://[\\w.:[\\]-]{1,100}(?:/[\\w./-]{0,80})?)';
const FORMS: readonly RegExp[] = [
  new RegExp(`\\bUvicorn running on ${URL}`),
  new RegExp(
    `\\b(?<!\\b(?:[Nn]ot|isn't|[Nn]o) )(?:[Ll]isten(?:s|ing)|[Rr]unning|[Ss]tarted|[Aa]vailable|[Ss]erving)\\b.{0,40}? ${URL}`,
  ),
  /\b(?:[Ll]isten(?:s|ing)|[Rr]unning|[Ss]tarted|[Ss]tarting)\b.{0,60}\bport:? (\d{2,5})\b/,
  /\b(?:[Ll]istening|[Ss]erving)\b.{0,20} on (?:[\w.]{0,60}):(\d{2,5})\b/,
  /\b(?:[Ee]xpress|[Ww]eb|HTTP|SSE|MCP) (?:app|[Ss]erver) (?:is )?(?:started|running|listening|up) (?:on|at) :?(\d{4,5})$/,
  new RegExp(`\\bwith transport '(?:sse|http|streamable-http)' on ${URL}`),
  /\b[Ss]erving HTTP on \S{1,60} port (\d{2,5})\b/,
  /\b(?:HTTP|SSE) (?:server|endpoint) (?:started|running|available) (?:at|on) [\w.]{1,60}:(\d{2,5})\b/,
  new RegExp(`^\\s*(?:[-➜*] *)?(?:Local|Network|(?:[Ss]treamable )?(?:SSE|HTTP|MCP) [Ee]ndpoint):\\s+${URL}`),
  new RegExp(`^\\s*(?:[Ee]ndpoint\\b.{0,20}\\s)?${URL}$`),
];
