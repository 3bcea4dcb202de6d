import type { Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';

/** A file with variables that the entry names, and its client reads. */
export interface EnvFileFact {
  readonly kind: 'env-file';
  readonly path: Safe;
  readonly where: Value;
  /** It is relative, and this client takes that from the folder of its own process. */
  readonly isRelative: boolean;
}

export function readEnvFile({ entry, reader }: Written): readonly EnvFileFact[] {
  const where = reader && !reader.location.ignores.includes('envFile') ? entry.envFile : null;
  if (!where || !reader) return [];
  const isRelative = reader.location.envFileFrom === 'process' && /^(?![/\\~$]|[A-Za-z]:)./.test(where.raw.reveal());
  return [{ kind: 'env-file', path: where.safe, where, isRelative }];
}
