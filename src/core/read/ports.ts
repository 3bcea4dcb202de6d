import { takesAnother } from './goes-on';
import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A server wanted to listen where somebody listens already. `port`: where the words name it. */
export type PortsFact = Told<'port-taken', { port: Safe | null }>;

/** Node's, Python's, Go's, Rust's, Java's and .NET's words for it. */
export function read(start: Said): readonly PortsFact[] {
  const taken = stderrMatches(start, TAKEN).find(({ evidence }) => !takesAnother(evidence.text));
  if (!taken) return [];
  // The port may stand in the line that an object is written out in.
  const [named] = [...stderrMatches(start, PORT_IN_WORDS), ...stderrMatches(start, PORT_FIELD)];
  const [, inWords, behindPort] = named?.groups ?? [];
  return [{ kind: 'port-taken', port: inWords ?? behindPort ?? null, evidence: taken.evidence }];
}

const TAKEN =
  /\bport conflicts? between\b|\b(?:bind|listen)\w*\b.{0,20}\bport\b.{0,40}\bconflicts?\b|\bblock(?:s|ed|ing)? (?:the |that |its )?(?:\d{2,5} port|port \d{2,5})\b|\bport\b.{0,20}\b(?:used|taken|occupied|held) by (?:the )?(?:first|other|another|an?other)\b|\b(?:program|process|application|service|server|instance) is (?:already )?using port\b|\bEADDRINUSE\b|\baddress (?:is )?(?:already )?in use\b|\bonly one usage of each socket address\b|\bport:? \d{2,5}\b.{0,20}\b(?:in use|occupied|allocated|taken)\b|\bport is already allocated\b|\bport (?:is )?(?:already )?in use\b|\bPorts are not available: exposing port\b|\bbind: An attempt was made to access a socket\b|\b(?:could not|cannot|unable to|failed to) (?:bind|listen)\b.{0,60}(?:\bport\b|:\d{2,5}\b)|\bERR_SERVER_ALREADY_LISTEN\b|\bport:? \d{2,5} (?:is )?(?:not available|unavailable|being used|already used|busy)\b|\balready (?:running|listening) on (?:port\b|\d{2,5}\b)|\bport:? \d{2,5} is already being used\b|\b(?:no|not find an?) (?:available|free|open) port\b|\blisten EACCES: permission denied [\d.:[\]]{0,40}:\d{4,5}\b|(?:端口|ポート|포트) ?\d{2,5} ?(?:.{0,4}(?:被)?占用|は.{0,10}使用中|.{0,6}사용)|\bпорт \d{2,5} .{0,20}занят|\bpuerto \d{2,5} .{0,20}(?:en uso|ocupado)|\bport \d{2,5} .{0,20}(?:déjà utilisé|belegt|bereits)|\[(?:Errno (?:48|98)|WinError 10048)\]|\bos error (?:48|98|10048)\b/i;
const PORT_IN_WORDS =
  /(?:address already in use|EADDRINUSE|in use|bind on address|listen(?:ing)? (?:tcp|on))\b.{0,60}?[:\s](\d{2,5})(?![.\d])|\b[Pp]ort (\d{2,5})\b/;
const PORT_FIELD = /^\s*port: (\d{2,5}),?$/;
