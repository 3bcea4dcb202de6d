import type { Safe } from '../../text';
import type { Known } from '../evidence';

/** Whether a published release of npm has what the installed one lacks. */
export interface Question {
  readonly kind: 'npm-release';
  readonly name: Safe;
  /** The folder in which it is installed. */
  readonly folder: Safe;
  /** A file of it, relative to that folder; or the name of a package that it uses. */
  readonly lacks: Safe;
  readonly isFile: boolean;
}

export interface Answer extends Question {
  /** The published release has the file, or names the package among its dependencies. */
  readonly isPublished: Known;
}
