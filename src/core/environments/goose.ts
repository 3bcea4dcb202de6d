import { overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/**
 * Goose: everything it has, then the entry's own without the names that decide which code runs, PATH among them. Its own
 * PATH has more folders in front; those are not modelled.
 */
export const policy: EnvironmentPolicy = {
  pathRule: 'ignored',
  apply: ({ base, env }) => overlay(base, Object.fromEntries(Object.entries(env).filter(([name]) => !isRefused(name)))),
};

function isRefused(name: string): boolean {
  return /^(?:PATH|PATHEXT|SYSTEMROOT|NODE_OPTIONS|PYTHONPATH|PYTHONHOME|CLASSPATH|LD_.*|DYLD_.*|APPINIT_DLLS|COMSPEC)$/i.test(
    name,
  );
}
