/** Node's code of an error (`ENOENT`, `EACCES`, …); null for what has none. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
