import { fill, safe } from '../text';
import { isCertificateCode } from './connections';
import type { Evidence, Told } from '../facts';
import type { HttpAnswer } from '../start';
import type { Safe } from '../text';
import type { ConnectionsFact } from './connections';
import type { HttpFact } from './http';
import type { Said } from './statements';

export type RemoteFact =
  /** A remote server refused us, and this is known of it besides. */
  | Told<'remote-refused', { status: number; hasCredentials: boolean; metadata: HttpAnswer['metadata'] }>
  /** It is the proxy that was not reached, or that did not let the call through. */
  | Told<'proxy-failed', { proxy: Safe; code: Safe }>;

/** A remote server that was called: what came back, or why nothing did, as the same facts that a log would give. */
export function read({ http }: Said): readonly (RemoteFact | HttpFact | ConnectionsFact)[] {
  if (!http) return [];
  return http.failure ? failed(http, http.failure) : answered(http);
}

function failed({ method, address }: HttpAnswer, { code, at, to }: NonNullable<HttpAnswer['failure']>) {
  const text = fill('{method} {address}: {code}', { method: METHODS[method], address, code });
  const evidence: Evidence = { kind: 'http', line: null, text };
  if (at === 'proxy') return [{ kind: 'proxy-failed', proxy: to, code, evidence } as const];
  if (isCertificateCode(code)) return [{ kind: 'certificate-refused', evidence } as const];
  return [{ kind: 'connection-failed', how: HOW.get(code) ?? 'unsaid', to, evidence } as const];
}

function answered(http: HttpAnswer): readonly (RemoteFact | HttpFact)[] {
  const { method, address, status, type, hasCredentials, metadata } = http;
  if (status === null) return [];
  const evidence: Evidence = {
    kind: 'http',
    line: null,
    text: fill('{method} {address}: HTTP {status}', { method: METHODS[method], address, status }),
  };
  if (status > 299)
    return [
      { kind: 'http-refused', status, isTransport: true, isFlow: false, isAlone: false, isAbsent: false, evidence },
      { kind: 'remote-refused', status, hasCredentials, metadata, evidence },
    ];
  return type !== null && !/^(?:application\/json|text\/event-stream)$/.test(type)
    ? [{ kind: 'http-other-content', type, evidence }]
    : [];
}

const METHODS = { GET: safe('GET'), POST: safe('POST') } as const;

/** The system's codes. */
const HOW: ReadonlyMap<string, Extract<ConnectionsFact, { how: unknown }>['how']> = new Map([
  ['ECONNREFUSED', 'refused'],
  ['ENOTFOUND', 'no-such-host'],
  ['EAI_AGAIN', 'no-such-host'],
  ['ETIMEDOUT', 'timed-out'],
  ['EHOSTUNREACH', 'timed-out'],
  ['ENETUNREACH', 'timed-out'],
  ['ECONNRESET', 'broken'],
  ['EPIPE', 'broken'],
]);
