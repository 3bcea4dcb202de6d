import type { Hello } from './client';

/** What a client built on the TypeScript SDK sends when it claims nothing: the least that every server must accept. */
export function sdkHello(name: string): Hello {
  return { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name, version: '1.0.0' } };
}
