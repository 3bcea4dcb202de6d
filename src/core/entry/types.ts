import { hideShapes } from '../secrets/mask';
import type { EntryForm } from '../clients';
import type { Field } from '../config/config-file';
import type { Safe } from '../text';

/** What the type of an entry, and what it is of, show together. */
export type TypeFact =
  /** The client drops an entry of such a type, or one without. `right` is its own word for what is meant. */
  | {
      readonly kind: 'type-not-taken';
      readonly type: Field | null;
      readonly right: Safe | null;
      readonly taken: readonly Safe[];
    }
  /** The type says the one kind of server, and what is there is of the other. */
  | {
      readonly kind: 'type-contradicts';
      readonly type: Field;
      readonly has: 'command' | 'address';
      readonly right: Safe;
    }
  | { readonly kind: 'remote-not-taken'; readonly address: Field }
  | { readonly kind: 'command-and-address'; readonly address: Field };

/** What each type is called by some client, by what is meant. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  local: ['stdio', 'local', 'command'],
  http: [
    'http',
    'streamable-http',
    'streamableHttp',
    'streamable_http',
    'remote',
    'https',
    'streamable',
    'streaming-http',
    'http-stream',
  ],
  sse: ['sse'],
  ws: ['ws', 'websocket'],
};

/** What this client makes of the type, or of there being none. */
export function judgeType(
  { local, remote, others, isNeeded }: NonNullable<EntryForm['types']>,
  type: Field | undefined,
  hasCommand: boolean,
  address: Field | undefined,
): TypeFact | null {
  const own = (meaning: string): string | undefined =>
    [...local, ...remote].find((word) => TYPES[meaning]?.includes(word));
  const taken = [...local, ...remote].map((word) => hideShapes(word));
  const byContent = hasCommand ? 'local' : /\/sse\/?(?:$|\?)/.test(address?.value?.raw.reveal() ?? '') ? 'sse' : 'http';
  const right = own(byContent) ?? own(hasCommand ? 'local' : 'http') ?? remote[0];
  const safeRight = right === undefined ? null : hideShapes(right);
  if (!type)
    return isNeeded === 'always' || (isNeeded === 'remote' && !hasCommand)
      ? { kind: 'type-not-taken', type: null, right: safeRight, taken }
      : null;
  const word = type.is === 'text' ? (type.value?.raw.reveal() ?? '') : '';
  const isLocal = local.includes(word);
  if (isLocal || remote.includes(word)) {
    if (safeRight === null || (isLocal ? hasCommand : address !== undefined)) return null;
    return { kind: 'type-contradicts', type, has: hasCommand ? 'command' : 'address', right: safeRight };
  }
  if (others === 'guessed') return null;
  const meaning = Object.keys(TYPES).find((each) => TYPES[each]?.includes(word)) ?? byContent;
  const same = own(meaning) ?? right;
  return { kind: 'type-not-taken', type, right: same === undefined ? null : hideShapes(same), taken };
}
