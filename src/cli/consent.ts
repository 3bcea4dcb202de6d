import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import type { Interface } from 'node:readline/promises';
import { say } from './print';
import type { Faithful } from '../core/faithful';
import type { ConsentQuestion } from '../core/launch/consent';
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
      return askInTerminal(requests, signal);
    },
    // Nothing is kept beyond this run.
    keep: async () => {},
    codeOf: () => null,
    forget: async () => {},
  };
}

/** A request with its question, made once. */
interface Asked {
  readonly unit: string;
  readonly question: ConsentQuestion;
}

async function askInTerminal(requests: readonly ConsentRequest[], signal: AbortSignal): Promise<ReadonlySet<string>> {
  const asked = requests.map(({ unit, question }) => ({ unit, question: question() }));
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await (asked.length > 1 ? askForAll(terminal, asked, signal) : askForEach(terminal, asked, signal));
  } finally {
    terminal.close();
  }
}

/** One question for all, with the way to answer for each. */
async function askForAll(
  terminal: Interface,
  asked: readonly Asked[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  say(`\nStart these ${asked.length} servers?`);
  for (const { question } of asked) say(`\n${question.server}\n${indented(question.short)}`);
  for (const line of new Set(asked.flatMap(({ question }) => question.always))) say(`\n${line}`);
  let answer = await ask(terminal, '\n[a]ll, [s]ome of them, all [v]alues first, or [N]one? ', signal);
  if (/^v(alues)?$/i.test(answer)) {
    for (const { question } of asked) say(`\n${question.server}\n${indented(question.everything)}`);
    answer = await ask(terminal, '\n[a]ll, [s]ome of them, or [N]one? ', signal);
  }
  if (/^(a(ll)?|y(es)?)$/i.test(answer)) return new Set(asked.map(({ unit }) => unit));
  return /^s(ome)?$/i.test(answer) ? askForEach(terminal, asked, signal) : new Set();
}

async function askForEach(
  terminal: Interface,
  asked: readonly Asked[],
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const agreed = new Set<string>();
  for (const { unit, question } of asked) {
    const { server, short, everything, always } = question;
    say(`\nStart ${server}?\n${indented([...short, ...always])}`);
    let answer = await ask(terminal, '[y]es, all [v]alues first, or [N]o? ', signal);
    if (/^v(alues)?$/i.test(answer)) {
      say(indented(everything));
      answer = await ask(terminal, '[y]es or [N]o? ', signal);
    }
    if (/^y(es)?$/i.test(answer)) agreed.add(unit);
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
