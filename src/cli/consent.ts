import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import { say } from './print';
import type { ConsentRequest, Consents } from '../node/consent';

/** Consents of one run: `--yes` agrees to all, a terminal is asked, and otherwise nothing starts. */
export function terminalConsents(agrees: boolean, signal: AbortSignal): Consents {
  return {
    salt: randomUUID(),
    agreed: async (requests) => {
      if (agrees) return new Set(requests.map(({ unit }) => unit));
      if (!process.stdin.isTTY || !process.stderr.isTTY) {
        say('Nothing was started: starting servers needs your consent. Ask in a terminal, or give --yes.');
        return new Set();
      }
      return askAll(requests, signal);
    },
    // Nothing is kept beyond this run.
    extend: async () => {},
    forget: async () => {},
  };
}

async function askAll(requests: readonly ConsentRequest[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const agreed = new Set<string>();
  try {
    for (const { server, unit, lines } of requests) {
      say(`\nStart ${server}?\n${lines.map((line) => `  ${line}`).join('\n')}`);
      const given = terminal.question('[y/N] ', { signal }).catch(() => 'n');
      // Interrupted, or the input has ended: that is no consent.
      const answer = await Promise.race([given, once(terminal, 'close').then(() => 'n')]);
      if (/^y(es)?$/i.test(answer.trim())) agreed.add(unit);
    }
  } finally {
    terminal.close();
  }
  return agreed;
}
