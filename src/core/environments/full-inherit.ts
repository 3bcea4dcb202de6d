import { overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/** Everything the client has, then the entry's own: Claude Code, opencode, Zed. */
export const policy: EnvironmentPolicy = {
  pathRule: 'replace',
  apply: ({ base, envFile, env }) => overlay(overlay(base, envFile), env),
};
