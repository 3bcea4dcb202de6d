import { rename, stat, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseConfig } from '../core/config/parse';
import { check } from '../core/check';
import { applyEdits } from '../core/fixes/fix';
import { trialText } from '../core/trial-text';
import { HumanError } from '../core/human-error';
import { readConfigFiles } from './config-files';
import { diagnoseFiles } from './diagnose';
import { EXIT } from './exit-codes';
import { print } from './print';
import type { Finding, TriedFix } from '../core/findings';
import type { FileReport } from '../core/report';
import type { CommandLine } from './arguments';
import type { ReadFile } from './config-files';

/**
 * `fix`: makes one fix. What the file alone shows is fixed without starting anything; for the rest the server is
 * started, with consent, as `diagnose` does.
 */
export async function runFix(line: CommandLine, signal: AbortSignal): Promise<number> {
  const [name] = line.files;
  if (name === undefined) throw new HumanError('fix needs the FILE to change.');
  const [file] = await readConfigFiles([name]);
  if (!file) throw new HumanError(`${name} cannot be read.`);
  const found = chooseFix(check(file.path, file.text), line) ?? (await chooseAfterStart(file, line, signal));
  if (!found) {
    print('There is nothing to fix that an edit can cure.');
    return EXIT.errorFound;
  }
  const { finding, fix } = found;
  const changed = applyEdits(file.text, fix.edits);
  print(`${finding.message}\n${fix.title}\n`);
  const cameOfIt = trialText(fix.trial);
  if (cameOfIt !== null) print(`${cameOfIt}\n`);
  const { createTwoFilesPatch } = await import('diff');
  const shownName = relative('', file.path);
  // The lines around a change may hold the file's own secrets.
  const hide = parseConfig(file.path, changed).maps.flatMap(({ servers }) => servers.map(({ mask }) => mask));
  const patch = createTwoFilesPatch(shownName, shownName, file.text, changed);
  print(
    patch
      .split('\n')
      .map((text) => hide.reduce((shown, mask) => mask(shown), text))
      .join('\n'),
  );
  if (!line.isDryRun) await replaceFile(file, changed);
  return EXIT.fine;
}

interface Choice {
  readonly finding: Finding;
  readonly fix: TriedFix;
}

async function chooseAfterStart(file: ReadFile, line: CommandLine, signal: AbortSignal): Promise<Choice | null> {
  for await (const report of diagnoseFiles({ ...line, format: 'text' }, [file], signal)) return chooseFix(report, line);
  return null;
}

/** The fix asked for by `--rule` and `--fix`, else the preferred one of the first finding that has one. */
function chooseFix({ findings, servers }: FileReport, line: CommandLine): Choice | null {
  const ofServers = servers
    .filter(({ name }) => line.server === null || name === line.server)
    .flatMap((server) => server.findings);
  for (const finding of [...findings, ...ofServers]) {
    if (line.rule !== null && finding.rule !== line.rule) continue;
    const fix = finding.fixes.find(({ id, preferred }) => (line.fix === null ? preferred : id === line.fix));
    if (fix) return { finding, fix };
  }
  return null;
}

/** Written beside and renamed, so that a crash leaves the one text or the other; the file keeps its permissions. */
async function replaceFile({ path }: ReadFile, text: string): Promise<void> {
  const { mode } = await stat(path);
  const beside = `${path}.mcp-handshake-new`;
  await writeFile(beside, text, { mode });
  await rename(beside, path);
}
