import { only, overlay, variable } from './environment';
import { policy as sdkWhitelist } from './sdk-whitelist';
import type { EnvironmentPolicy } from './environment';

/** Continue: five names besides the SDK's list, the entry's own, and its own PATH over any that the entry sets. */
export const policy: EnvironmentPolicy = {
  pathRule: 'ignored',
  apply(ingredients) {
    const { base, platform } = ingredients;
    const more = only(base, ['HOME', 'USER', 'USERPROFILE', 'LOGNAME', 'USERNAME'], platform);
    const path = variable(base, 'PATH', platform);
    return overlay({ ...more, ...sdkWhitelist.apply(ingredients) }, path === undefined ? {} : { PATH: path });
  },
};
