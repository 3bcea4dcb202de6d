import { applyFix, diagnose, forgetConsents, recheck } from './commands';
import { typeCommand } from './terminal';

/** The half that starts servers. Loaded in a trusted workspace only, when a configuration is open or a command is run. */
export { probeInBackground } from './background';
export const commands = { diagnose, recheck, applyFix, typeCommand, forgetConsents };
export type { Desk } from './desk';
