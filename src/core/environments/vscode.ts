import { overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/**
 * VS Code: everything the extension host has, then `envFile`, which replaces, then `env`, which replaces too, but for
 * PATH, which is appended under exactly the key as written. Read in the build of 1.139.1.
 */
export const policy: EnvironmentPolicy = {
  pathRule: 'append',
  apply({ base, envFile, env, platform }) {
    const before = overlay(base, envFile);
    const delimiter = platform === 'win32' ? ';' : ':';
    const changes = Object.entries(env).map(([name, value]) => {
      const old = before[name];
      const appends = name.toUpperCase() === 'PATH' && value !== null && old !== undefined;
      return [name, appends ? `${old}${delimiter}${value}` : value] as const;
    });
    return overlay(before, Object.fromEntries(changes));
  },
};
