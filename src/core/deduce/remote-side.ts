import type { Value } from '../config/config-file';
import type { Evidence } from '../facts';
import type { Subject } from '../rules/rule';

/**
 * Whether what failed over the network is the MCP server itself: the entry gives its address, be it to a bridge that
 * carries a remote server over stdio (`mcp-remote`, `mcp-proxy`), or the words are those of a client's transport. Else it
 * is somebody whom a local server has called.
 */
export function isAboutRemote({ entry }: Pick<Subject, 'entry'>, words: string): boolean {
  if (!entry) return TRANSPORT.test(words);
  if (entry.transport === 'http' || entry.transport === 'sse' || entry.url !== null) return true;
  return entry.args.some(({ safe }) => /^https?:\/\//.test(safe)) && bridges(entry.args.map(({ safe }) => safe));
}

/**
 * Whose words these are: of the remote server itself, of somebody else, or `open`, where no entry is there to tell. Then
 * both are possible.
 */
export function sideOf(
  subject: Subject<'ended'>,
  said: { readonly evidence: Evidence; readonly isTransport?: boolean },
): 'remote' | 'open' | 'other' {
  if (said.isTransport === true || isAboutRemote(subject, said.evidence.text)) return 'remote';
  // What had an exit code was a process here, and what stands behind other words is about what they say.
  const isLocal = subject.entry !== null || Boolean(subject.facts.first('ended')?.exit);
  return isLocal || (said.isTransport !== undefined && !STATUS_ALONE.test(said.evidence.text)) ? 'other' : 'open';
}

/** Whether a server that is started has said it: of the service behind it, which it calls itself. */
export function isOfService(subject: Pick<Subject, 'entry'>, { evidence }: { readonly evidence: Evidence }): boolean {
  return subject.entry !== null && !isAboutRemote(subject, '') && evidence.kind === 'stderr';
}

/** Whether a server of that address is one that somebody has to start on this machine. */
export function isOfThisMachine({ safe: address }: Value): boolean {
  return /^https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?=[:/]|$)/i.test(address);
}

function bridges(words: readonly string[]): boolean {
  return words.some((word) => BRIDGE.test(word));
}

const BRIDGE = /(?:^|\/)(?:mcp-remote|supergateway|mcp-proxy|fastmcp)(?:@|$)/;
/** The status begins the sentence. */
const STATUS_ALONE =
  /^(?:Method Not Allowed|Not Acceptable|Bad Gateway|Not Found|Moved Permanently|[Ee]ndpoint not found)$|^(?:[Uu]nexpected )?(?:(?:HTTP|[Ee]rror|[Ss]tatus)\b[ :/\d.]*(?:code:? )?)?[345]\d\d\b/;
const TRANSPORT =
  /\bwhen send initialize request\b|\brmcp::transport::\w{0,40}(?:worker|streamable|sse)\w{0,20}\b|\b(?:ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED) mcp\.|\b(?:Access-Control-Allow-Origin|EventSource|NetworkError when|upstream connect error|incomplete chunked read|SSE stream|MCP endpoint|https?:\/\/\S{1,200}\/(?:mcp|sse)\b|sending message to https?:|SSE error|SSE connection failed|Streamable ?HTTP|sse client|points to a valid MCP server|reach (?:the |your )?MCP server\b|connect(?:ing)? to (?:remote |MCP )+server)/i;
