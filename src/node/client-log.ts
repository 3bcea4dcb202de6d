import { open } from 'node:fs/promises';
import { startsIn } from '../core/log';
import { LIMITS } from '../core/limits';
import type { Start } from '../core/start';
import type { Mask } from '../core/text';

/** A start that a client has logged, and when it began, in milliseconds since 1970. */
export interface LoggedStart {
  readonly start: Start;
  readonly at: number;
}

/** The last start in the log that a client keeps of one server; null where there is none, or none with its time. */
export async function lastStartIn(path: string, mask: Mask): Promise<LoggedStart | null> {
  const log = await endOf(path, LIMITS.logTailBytes);
  const start = log === null ? undefined : startsIn(log, mask).at(-1);
  const at = Date.parse(start?.from.at?.replace(' ', 'T') ?? '');
  return start && !Number.isNaN(at) ? { start, at } : null;
}

/** The end of a file; null where there is none. */
async function endOf(path: string, longest: number): Promise<string | null> {
  const file = await open(path).catch(() => null);
  if (!file) return null;
  try {
    const { size } = await file.stat();
    const from = Math.max(0, size - longest);
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - from), position: from });
    const text = buffer.toString('utf8', 0, bytesRead);
    // The first line of an end is the end of a line.
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
