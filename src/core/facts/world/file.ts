import type { Safe } from '../../text';

/** What a path leads to, as the server that would be started sees it. */
export interface Question {
  readonly kind: 'file';
  readonly path: Safe;
}

export interface Answer extends Question {
  /** `program`: a file that may be executed; `file`: one that may not. */
  readonly is: 'program' | 'file' | 'folder' | 'nothing' | 'unknown';
}
