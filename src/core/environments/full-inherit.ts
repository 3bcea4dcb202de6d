import { overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/** Everything the client has, then the entry's own: Claude Code, opencode, Zed. */
export const fullInherit: EnvironmentPolicy = {
  id: 'full-inherit',
  pathRule: 'replace',
  apply: ({ base, envFile, env }) => overlay(overlay(base, envFile), env),
};

/** A client that does not say: taken as one that passes everything on, and every verdict says "estimated". */
export const unknownPolicy: EnvironmentPolicy = { ...fullInherit, id: 'unknown' };
