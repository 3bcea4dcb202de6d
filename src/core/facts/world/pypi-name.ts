import type { Safe } from '../../text';
import type { Known } from '../evidence';

/** Whether PyPI has a package of this name, and which published names are like it. */
export interface Question {
  readonly kind: 'pypi-name';
  readonly name: Safe;
}

export interface Answer extends Question {
  readonly exists: Known;
  readonly similar: readonly Safe[];
}
