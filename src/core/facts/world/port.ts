import type { Safe } from '../../text';

/** Who listens on a port of this machine. */
export interface Question {
  readonly kind: 'port';
  readonly port: Safe;
}

export interface Answer extends Question {
  /** Null where nobody does, or it cannot be seen. */
  readonly owner: { readonly pid: number; readonly command: Safe } | null;
}
