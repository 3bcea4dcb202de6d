import type { Safe } from '../../text';
import type { Known } from '../evidence';

/** Whether a program is on the PATH that the server gets, and where else it is. */
export interface Question {
  readonly kind: 'program';
  readonly name: Safe;
}

export interface Answer extends Question {
  readonly onPath: Known;
  readonly places: readonly Place[];
}

/** A copy of a program that is not on the PATH in question. */
export interface Place {
  /** An existing path is never a secret. */
  readonly path: Safe;
  /** Who put it there: `nvm`, `Homebrew`, …; null for a plain folder of the PATH that we have ourselves. */
  readonly tool: Safe | null;
  /** A script names its interpreter. `folder` holds one that fits, next to the script where there is one. */
  readonly interpreter: { readonly onPath: boolean; readonly folder: Safe | null } | null;
}
