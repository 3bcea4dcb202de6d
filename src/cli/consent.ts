import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Interface } from 'node:readline/promises';
import { say } from './print';
import type { Faithful } from '../core/faithful';
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
    keep: async () => {},
    codeOf: () => null,
    forget: async () => {},
  };
}

async function askAll(requests: readonly ConsentRequest[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const agreed = new Set<string>();
  try {
    for (const { unit, question } of requests) {
      const { server, short, everything } = question();
      say(`\nStart ${server}?\n${indented(short)}`);
      let answer = await ask(terminal, '[y/N, a for all values] ', signal);
      if (/^a(ll)?$/i.test(answer)) {
        say(indented(everything));
        answer = await ask(terminal, '[y/N] ', signal);
      }
      if (/^y(es)?$/i.test(answer)) agreed.add(unit);
    }
  } finally {
    terminal.close();
  }
  return agreed;
}

async function ask(terminal: Interface, prompt: string, signal: AbortSignal): Promise<string> {
  const given = terminal.question(prompt, { signal }).catch(() => 'n');
  // Interrupted, or the input has ended: that is no consent.
  const answer = await Promise.race([given, once(terminal, 'close').then(() => 'n')]);
  return answer.trim();
}

function indented(lines: readonly Faithful[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}
