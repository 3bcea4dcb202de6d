import { captured } from '../text';
import { firstSaid, stdoutEvidence, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A server says that it waits for HTTP. `address`: with scheme and port, or the port alone. */
export type ListeningFact = Told<'listens-on-http', { address: Safe }>;

/** Frameworks of servers, and the sentences that servers themselves have for it. */
export function read(start: Said): readonly ListeningFact[] {
  const spoken = start.spoken.filter(({ text }) => !BESIDE.test(text));
  const said = firstSaid({ ...start, spoken }, FORMS);
  const printed = told('listens-on-http', said, ([, address]) => (address ? { address } : null));
  return printed.length > 0 ? printed : onStdout(start);
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
const BESIDE = /\b(?:[Cc]allback|OAuth|[Dd]ashboard|[Dd]ebugger|DevTools|[Mm]etrics|[Hh]ealth|[Ww]eb ?UI)\b/;

const URL = '(https?://[\\w.:[\\]-]{1,100}(?:/[\\w./-]{0,80})?)';
const FORMS: readonly RegExp[] = [
  new RegExp(`\\bUvicorn running on ${URL}`),
  new RegExp(`\\b(?:[Ll]isten(?:s|ing)|[Rr]unning|[Ss]tarted|[Aa]vailable|[Ss]erving)\\b.{0,40}? ${URL}`),
  /\b(?:[Ll]isten(?:s|ing)|[Rr]unning|[Ss]tarted|[Ss]tarting)\b.{0,60}\bport:? (\d{2,5})\b/,
  /\b[Ll]istening on (?:[\w.]{0,60}):(\d{2,5})\b/,
  new RegExp(`\\bwith transport '(?:sse|http|streamable-http)' on ${URL}`),
  /\b[Ss]erving HTTP on \S{1,60} port (\d{2,5})\b/,
  /\b(?:HTTP|SSE) (?:server|endpoint) (?:started|running|available) (?:at|on) [\w.]{1,60}:(\d{2,5})\b/,
  new RegExp(`^\\s*(?:[-➜*] *)?(?:Local|Network|(?:SSE|HTTP|MCP) [Ee]ndpoint):\\s+${URL}`),
  new RegExp(`^\\s*(?:[Ee]ndpoint\\b.{0,20}\\s)?${URL}$`),
];
