import { relative } from 'node:path';
import { clients } from '../core/clients';
import { parseConfig } from '../core/config/parse';
import { check } from '../core/check';
import { findingsOf } from '../core/report';
import { fixAll } from '../core/fixes/fix-all';
import { applyEdits } from '../core/fixes/fix';
import { trialText } from '../core/trial-text';
import { clean } from '../core/clean';
import { maskedText } from '../core/config/masked-text';
import { HumanError } from '../core/human-error';
import { readConfigFiles } from './config-files';
import { ruleNamed } from './rule';
import { diagnoseFiles } from './diagnose';
import { didYouMean } from './nearest';
import { replaceFile } from './replace-file';
import { exitCodeOf } from './verdict';
import { EXIT } from './exit-codes';
import { print } from './print';
import type { Finding, TriedFix } from '../core/findings';
import type { FileReport } from '../core/report';
import type { CommandLine } from './command';
import type { ReadFile } from './config-files';

/**
 * `fix`: makes one fix. What the file alone shows is fixed without starting anything; for the rest the server is
 * started, with consent, as `diagnose` does.
 */
export async function runFix(line: CommandLine, signal: AbortSignal): Promise<number> {
  const [name] = line.words;
  if (line.rule !== null) ruleNamed(line.rule);
  if (name === undefined) throw new HumanError('fix needs the FILE to change.');
  const [file] = await readConfigFiles([name]);
  if (!file) throw new HumanError(`${name} cannot be read.`);
  if (line.fixesAll) return fixEverything(name, file, line);
  const checked = check(file.path, file.text);
  const isOpen = chooseFix(checked, line) === null;
  // Whoever only wants to see what would be changed has not asked for a start.
  if (isOpen && line.isDryRun && !line.agrees) {
    print(
      'The file alone shows nothing that an edit can cure. With --yes the servers are started, to see what a start shows.',
    );
    return exitCodeOf([checked]);
  }
  const report = isOpen ? await diagnoseOne(file, line, signal) : checked;
  const choice = chooseFix(report, line);
  if (!choice) {
    refuseUnknownFix(report, line);
    const isChecked = report.servers.some(({ status }) => status === 'ready' || status === 'failed');
    print(
      isChecked
        ? 'There is nothing to fix that an edit can cure.'
        : 'The file alone shows nothing that an edit can cure, and no server was started.',
    );
    return exitCodeOf([report]);
  }
  const changed = applyEdits(file.text, choice.fix.edits);
  const cameOfIt = trialText(choice.fix.trial);
  print([choice.finding.message, choice.fix.title, ...(cameOfIt === null ? [] : [cameOfIt]), ''].join('\n'));
  print(await patchOf(file, changed));
  if (line.isDryRun) return EXIT.fine;
  await replaceFile(file.path, { before: file.text, after: changed });
  print(
    [`${clean(name)} was changed. Run \`mcp-handshake diagnose\` to see what is left.`, ...takingUp(report)].join('\n'),
  );
  return EXIT.fine;
}

/** `fix --all`: all that is safe, in one change of the file. */
async function fixEverything(name: string, file: ReadFile, { isDryRun }: CommandLine): Promise<number> {
  const { text, made } = fixAll(file.path, file.text);
  const left = check(file.path, text);
  if (made.length === 0) {
    print('There is nothing here that can be fixed safely and without a start.');
    return exitCodeOf([left]);
  }
  for (const { finding, fix } of made) print(`${finding.message}\n  ${fix.title}`);
  print(`\n${await patchOf(file, text)}`);
  if (isDryRun) return EXIT.fine;
  await replaceFile(file.path, { before: file.text, after: text });
  print([`${clean(name)} was changed. Run \`mcp-handshake check\` to see what is left.`, ...takingUp(left)].join('\n'));
  return EXIT.fine;
}

/** How the clients that read the file take the change up. */
function takingUp({ clients: ids }: FileReport): readonly string[] {
  return clients.filter(({ id }) => ids.includes(id)).flatMap(({ takesUp }) => takesUp ?? []);
}

interface Choice {
  readonly finding: Finding;
  readonly fix: TriedFix;
}

async function diagnoseOne(file: ReadFile, line: CommandLine, signal: AbortSignal): Promise<FileReport> {
  for await (const { report } of diagnoseFiles({ ...line, format: 'text' }, [file], signal)) return report;
  return check(file.path, file.text);
}

/** A fix that is not there, among others that are, is a slip of the pen. */
function refuseUnknownFix(report: FileReport, { fix }: CommandLine): void {
  const ids = findingsOf(report).flatMap(({ fixes }) => fixes.map(({ id }) => id));
  if (fix !== null && ids.length > 0)
    throw new HumanError(
      `there is no fix "${fix}" here.${didYouMean(fix, ids)} Fixes: ${[...new Set(ids)].join(', ')}.`,
    );
}

/** What changes, as a patch of what may be shown: the lines around a change hold the file's own secrets. */
async function patchOf({ path, text }: ReadFile, changed: string): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const name = clean(relative('', path));
  const [before, after] = [text, changed].map((each) => maskedText(parseConfig(path, each), 'tokens'));
  return before === after
    ? 'What changes is a value that is not shown.'
    : createTwoFilesPatch(name, name, before ?? '', after ?? '');
}

/** The fix asked for by `--rule` and `--fix`, else the preferred one of the first finding that has one. */
function chooseFix({ findings, servers }: FileReport, line: CommandLine): Choice | null {
  const ofServers = servers
    .filter(({ name }) => line.server === null || name === line.server)
    .flatMap((server) => server.findings);
  for (const finding of [...findings, ...ofServers]) {
    if (line.rule !== null && finding.rule !== line.rule) continue;
    const fix = finding.fixes.find(
      ({ id, preferred, edits }) => edits.length > 0 && (line.fix === null ? preferred : id === line.fix),
    );
    if (fix) return { finding, fix };
  }
  return null;
}
