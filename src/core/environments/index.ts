import { fullInherit } from './full-inherit';
import { pathOnly } from './path-only';
import { sdkWhitelist } from './sdk-whitelist';
import { vscodePolicy } from './vscode';
import type { EnvironmentPolicy } from './environment';

export { variable } from './environment';
export type { Environment, EnvironmentPolicy } from './environment';

export type PolicyId = 'vscode' | 'full-inherit' | 'sdk-whitelist' | 'path-only' | 'unknown';

export const policies = {
  vscode: vscodePolicy,
  'full-inherit': fullInherit,
  'sdk-whitelist': sdkWhitelist,
  'path-only': pathOnly,
  // A client that does not say is taken as one that passes everything on, and every verdict says "estimated".
  unknown: fullInherit,
} as const satisfies Record<PolicyId, EnvironmentPolicy>;
