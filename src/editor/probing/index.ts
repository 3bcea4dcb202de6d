import { applyFix, diagnose, forgetConsents, recheck } from './commands';

/** The half that starts servers. Loaded in a trusted workspace only, when a configuration is open or a command is run. */
export { probeInBackground } from './background';
export const commands = { diagnose, recheck, applyFix, forgetConsents };
export type { Desk } from './desk';
