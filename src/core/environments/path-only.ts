import { only, overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/** Copilot CLI: PATH is inherited, everything else must stand in `env`. */
export const policy: EnvironmentPolicy = {
  pathRule: 'replace',
  apply: ({ base, env, platform }) => overlay({ ...only(base, ['PATH'], platform), PYTHONUNBUFFERED: '1' }, env),
};
