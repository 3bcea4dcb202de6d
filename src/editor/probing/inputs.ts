import * as vscode from 'vscode';
import { parseConfig } from '../../core/config/parse';
import { declaredInput, inputIds } from '../../core/config/variables';
import { plainText } from '../plain-text';
import type { ServerEntry } from '../../core/config/config-file';

/** Values given in this session, by file and id: asked once, and kept nowhere. */
const given = new Map<string, string>();

/** Forgets what was given: one of the values may have been wrong. */
export function forgetAnswers(): void {
  given.clear();
}

/**
 * Asks for the inputs that the chosen servers use. An input left open leaves its server waiting; undefined when the
 * person turned away.
 */
export async function askForInputs(
  document: vscode.TextDocument,
  server: string | null,
): Promise<Record<string, string> | undefined> {
  const file = parseConfig(document.uri.path, document.getText());
  const entries = file.maps
    .filter((map) => map.readers[0]?.location.ignores.includes('inputs') === false)
    .flatMap(({ servers }) => servers)
    .filter(({ name }) => server === null || name === server);
  const answers: Record<string, string> = {};
  for (const id of new Set(entries.flatMap(inputsOf))) {
    const user = entries.find((entry) => inputsOf(entry).includes(id))?.name ?? '';
    const key = `${document.uri.toString()} ${id}`;
    const { password, description } = declaredInput(id, file.inputs);
    const answer = given.get(key) ?? (await ask({ id, password, description }, user));
    if (answer === undefined) return server === null ? answers : undefined;
    given.set(key, answer);
    answers[id] = answer;
  }
  return answers;
}

function inputsOf({ command, args, cwd, env, envFile, sandboxed }: ServerEntry): string[] {
  const values = [command, ...args, cwd, envFile, ...env.map(({ value }) => value)];
  return sandboxed ? [] : values.flatMap((value) => (value ? inputIds(value.raw.reveal()) : []));
}

function ask(
  { id, password, description }: { id: string; password: boolean; description: string | null },
  server: string,
): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: plainText(`${server} needs a value to start`),
    prompt: plainText(
      `${description ?? id}. It is given to this server, kept until this window closes, and saved nowhere.`,
    ),
    placeHolder: plainText(id),
    password,
    ignoreFocusOut: true,
  });
}
