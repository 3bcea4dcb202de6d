import type { Hello } from './client';

/** What a client built on the TypeScript SDK sends when it claims nothing: the least that every server must accept. */
export function sdkHello(name: string): Hello {
  return { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name, version: '1.0.0' }, accepts: ACCEPTED };
}

/** `SUPPORTED_PROTOCOL_VERSIONS` of the SDK 1.32.2: a client on it closes the connection at any other. */
const ACCEPTED = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05', '2024-10-07'];
