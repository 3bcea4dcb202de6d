/** What the editor may show or log of an error of ours: its message may quote the file. */
export function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** What a person is told of it. */
export function ownFault(error: unknown): string {
  return `MCP Handshake failed on this: ${kindOf(error)}. This is a fault of its own.`;
}
