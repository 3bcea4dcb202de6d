import { clientMatches, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/**
 * A server answered with a status of HTTP. `isTransport`: it is the MCP server that did, as the words of a transport
 * tell; else it may be any that the speaker has asked. `isFlow`: whoever says it has begun to authorise by
 * OAuth, so that the refusal is a step of that.
 */
export type HttpFact = Told<'http-refused', { status: number; isTransport: boolean; isFlow: boolean }>;

/** The HTTP transports of the SDKs and of clients. A server's own requests to somebody else have other words. */
export function read(start: Said): readonly HttpFact[] {
  const isFlow = [...clientMatches(start, FLOW), ...stderrMatches(start, FLOW)].length > 0;
  const matching = (form: RegExp) => [...clientMatches(start, form), ...stderrMatches(start, form)];
  const ofTransport = FORMS.flatMap(matching);
  return [...ofTransport, ...matching(ANY)].slice(0, 1).map(({ groups: [, status], evidence }) => ({
    kind: 'http-refused',
    status: Number(status),
    isTransport: ofTransport.length > 0,
    isFlow,
    evidence,
  }));
}

/** The TypeScript SDK's, with and without its class; VS Code's; the Python SDK's; Go's and Rust's. */
const FORMS = [
  /\bError POSTing to endpoint(?: \(HTTP|:?) ?(4\d\d|5\d\d)\)?:? ?(.{0,200})/,
  /\b(?:SSE error: )?Non-200 status code \((4\d\d|5\d\d)\)/,
  /^(4\d\d|5\d\d) status (?:sending message to|connecting to) \S{1,512}?(?: as SSE)?: ?(.{0,200})/,
  /\b(?:Client error|Server error) '(4\d\d|5\d\d) [A-Za-z ]{2,40}' for url '[^']{0,512}(?:mcp|sse)\b[^']{0,200}'/,
];

const ANY = /\b(401|403) (?:Unauthorized|Forbidden)\b/i;

const FLOW =
  /\b(?:oauth|client registration|authorization (?:code|server|flow|url)|invalid_(?:grant|client|token)|token (?:exchange|endpoint)|refresh(?:ing)? token|auth code|Initializing auth)\b/i;
