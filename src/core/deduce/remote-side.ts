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

function bridges(words: readonly string[]): boolean {
  return words.some((word) => BRIDGE.test(word));
}

const BRIDGE = /(?:^|\/)(?:mcp-remote|supergateway|mcp-proxy|fastmcp)(?:@|$)/;
const TRANSPORT =
  /\b(?:sending message to https?:|SSE error|Streamable ?HTTP|sse client|connect(?:ing)? to (?:remote |MCP )+server)/i;
