import { errorCode } from './error-code';

/**
 * What went wrong in our own code, without a word of anybody else's: the message of an error may quote the file or the
 * server that it stumbled over, so it is left out. The kind of error, its code, and where it was thrown.
 */
export function ownFault(error: unknown): { readonly kind: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { kind: typeof error, at: [] };
  const code = errorCode(error);
  const kind = error.constructor.name || 'Error';
  return { kind: code === null ? kind : `${kind} ${code}`, at: framesOf(error) };
}

/** A stack begins with the message, which may have lines that look like frames. */
function framesOf({ message, stack = '' }: Error): readonly string[] {
  const behind = stack.indexOf(message);
  if (behind < 0) return [];
  return stack
    .slice(behind + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES);
}

const MOST_FRAMES = 8;
