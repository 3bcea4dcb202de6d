import { InitializeResultSchema } from '@modelcontextprotocol/core';

/** What we need of a server's answer to `initialize`. */
export interface InitializeAnswer {
  readonly protocolVersion: string;
  readonly capabilities: Readonly<Record<string, unknown>>;
  readonly serverInfo: { readonly name: string; readonly version: string };
}

/** The answer, checked against the protocol's own schema as SDK clients check it; or what is wrong with it. */
export function parseInitializeAnswer(result: unknown): InitializeAnswer | { readonly wrong: string } {
  const parsed = InitializeResultSchema.safeParse(result);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return { wrong: issue ? `${issue.path.join('.') || 'the result'}: ${issue.message}` : 'no valid result' };
}
