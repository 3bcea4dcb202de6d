import type { Safe } from '../../text';

/** The project that a file of a server belongs to, by what lies in the folders above it. */
export interface Question {
  readonly kind: 'project';
  readonly file: Safe;
}

export interface Answer extends Question {
  /** The folder with the project's own description; null where none is found, or nobody could look. */
  readonly folder: Safe | null;
  /** The line that installs what it needs, as its lock file has it. */
  readonly install: Safe | null;
  /** The Python of the virtual environment in it. */
  readonly python: Safe | null;
}
