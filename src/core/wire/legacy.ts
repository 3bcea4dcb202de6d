import type { Hello } from '../clients';

// The greeting of protocol versions up to 2025-11-25: the client asks `initialize`, the server answers with a version of
// its own choice, the client says that it is ready.

/** What the client asks first. */
export function greeting({ protocolVersion, capabilities, clientInfo }: Hello) {
  return { method: 'initialize', params: { protocolVersion, capabilities, clientInfo } } as const;
}

/** What it says once it has the answer. */
export const GREETED = 'notifications/initialized';

/** Whether a client goes on with the version that the server has chosen; on another it ends the connection. */
export function accepts({ accepts: versions }: Hello, version: string): boolean {
  return versions === null || versions.includes(version);
}
