// Written by scripts/index.mjs from the files of this folder.
import { policy as ofCodex } from './codex';
import { policy as ofContinue } from './continue';
import { policy as ofFullInherit } from './full-inherit';
import { policy as ofGoose } from './goose';
import { policy as ofPathOnly } from './path-only';
import { policy as ofSdkWhitelist } from './sdk-whitelist';
import { policy as ofUnknown } from './unknown';
import { policy as ofVscode } from './vscode';
import type { EnvironmentPolicy } from './environment';

export type PolicyId =
  | 'codex'
  | 'continue'
  | 'full-inherit'
  | 'goose'
  | 'path-only'
  | 'sdk-whitelist'
  | 'unknown'
  | 'vscode';

export const policies: Readonly<Record<PolicyId, EnvironmentPolicy>> = {
  codex: ofCodex,
  continue: ofContinue,
  'full-inherit': ofFullInherit,
  goose: ofGoose,
  'path-only': ofPathOnly,
  'sdk-whitelist': ofSdkWhitelist,
  unknown: ofUnknown,
  vscode: ofVscode,
};
