import type { Safe } from '../../text';
import type { Known } from '../evidence';

/** Whether the directory in which the server is started is there. */
export interface Question {
  readonly kind: 'cwd';
}

export interface Answer extends Question {
  readonly path: Safe;
  readonly exists: Known;
}
