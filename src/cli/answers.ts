import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { inputId } from '../core/config/input-id';
import { HumanError } from '../core/human-error';
import { ownEnvironment } from '../node/own-process';
import type { CommandLine } from './command';

/**
 * The values of `--set`, by the name given and by the id that our fix gives to an input of that name. Without a value
 * it is taken from the environment, or asked for unseen, so that it is not in the list of processes.
 */
export async function answersOf({ set }: CommandLine): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const { name, value } of set) {
    const answer = value ?? ownEnvironment()[name] ?? (await askUnseen(name));
    answers[name] = answer;
    answers[inputId(name)] = answer;
  }
  return answers;
}

async function askUnseen(name: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new HumanError(`--set ${name} has no value, and there is no terminal to ask for one.`);
  process.stderr.write(`${name}: `);
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: unseen, terminal: true });
  const answer = await new Promise<string | null>((resolve) => {
    terminal.question('', resolve);
    terminal.once('close', () => resolve(null)); // interrupted, or the input has ended
  });
  terminal.close();
  process.stderr.write('\n');
  if (answer === null) throw new HumanError(`no value was given for ${name}.`);
  return answer;
}
