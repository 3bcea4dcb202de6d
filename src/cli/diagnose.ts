import { writeFile } from 'node:fs/promises';
import { delimiter } from 'node:path';
import { version } from '../../package.json';
import { check } from '../core/check';
import { clean } from '../core/clean';
import { clients, workspaceFolderOf } from '../core/clients';
import { errorCode } from '../core/error-code';
import { HumanError } from '../core/human-error';
import { fileInJson, fileToJson, reportsToJson, serverToJson } from '../core/json';
import { recordOf } from '../core/record/keep';
import { recordToJson } from '../core/record/written';
import { guiEnvironment } from '../core/launch/base-environment';
import { diagnoseFile } from '../node/diagnose';
import { loginShellFolders } from '../node/login-shell';
import { planningWorld } from '../node/own-process';
import { answersOf } from './answers';
import { readConfigFiles } from './config-files';
import { terminalConsents } from './consent';
import { didYouMean } from './nearest';
import { print, printJson, say } from './print';
import { terminalProgress } from './progress';
import { fileText } from './render';
import { whatNext } from './what-next';
import { EXIT } from './exit-codes';
import { exitCodeOf } from './verdict';
import type { Base } from '../core/launch/base-environment';
import type { FileInJson } from '../core/json';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { RecordedFile } from '../core/record/recorded';
import type { FileReport } from '../core/report';
import type { DiagnosisEvent } from '../node/diagnose';
import type { CommandLine } from './command';
import type { ReadFile } from './config-files';

/** `diagnose`: starts the servers and says why those that fail do. */
export async function runDiagnose(line: CommandLine, signal: AbortSignal): Promise<number> {
  const reports: FileReport[] = [];
  const records: RecordedFile[] = [];
  for await (const { report, world } of diagnoseFiles(line, await readConfigFiles(line.words), signal)) {
    if (line.save !== null) records.push(recordOf(report, world, line.client));
    if (line.format === 'text') print(fileText(report));
    if (line.format === 'jsonl') print(JSON.stringify({ event: 'file', file: fileToJson(report) }));
    reports.push(report);
  }
  if (line.format === 'json') printJson(reportsToJson(reports), line.format);
  const next = whatNext(reports, 'diagnose');
  if (line.format === 'text' && next !== null) print(`Next: ${next}`);
  const isSaved = line.save === null || (await saveRecord(line.save, records));
  return isSaved ? exitCodeOf(reports) : EXIT.ownFailure;
}

/** Whether the record could be written; where not, it is said. */
async function saveRecord(name: string, records: readonly RecordedFile[]): Promise<boolean> {
  try {
    await writeFile(name, `${JSON.stringify(recordToJson(records, version), null, 2)}\n`, { mode: 0o600 });
    return true;
  } catch (error) {
    say(
      `mcp-handshake: the record cannot be written to ${clean(name)} (${errorCode(error) ?? 'for no known reason'}).`,
    );
    return false;
  }
}

/** What came of one file, and of what it was planned. */
interface Diagnosed {
  readonly report: FileReport;
  readonly world: PlanningWorld;
}

/** Diagnoses files one after the other, telling what happens as the format wants it. */
export async function* diagnoseFiles(
  line: CommandLine,
  files: readonly ReadFile[],
  signal: AbortSignal,
): AsyncGenerator<Diagnosed> {
  refuseUnknownNames(line, files);
  const consents = terminalConsents(line.agrees, signal);
  const answers = await answersOf(line);
  const basedOn = await baseOf(line.base, signal);
  for (const { path, text } of files) {
    const own = planningWorld({ workspaceFolder: workspaceFolderOf(path), baseIsExactFor: null, answers });
    const world = { ...own, base: basedOn(own), baseIs: line.base };
    let inJson: FileInJson | undefined; // made once: it reads the whole file
    const progress = line.format === 'text' && process.stderr.isTTY ? terminalProgress() : null;
    const onEvent = (event: DiagnosisEvent): void => {
      progress?.onEvent(event);
      if (line.format === 'jsonl') print(JSON.stringify(eventToJson(event, (inJson ??= fileInJson(path, text)))));
    };
    const { server, client, withTrials, patienceMs } = line;
    const options = { server, client, isExplicit: true, withTrials, patienceMs, world, consents, onEvent };
    const report = await diagnoseFile(path, text, options, signal).finally(() => progress?.dispose());
    yield { report, world };
  }
}

/** How the environment of the client is made of that of this process. Asks the login shell where that is wanted. */
async function baseOf(base: Base, signal: AbortSignal): Promise<(world: PlanningWorld) => PlanningWorld['base']> {
  switch (base) {
    case 'process':
      return (world) => world.base;
    case 'gui':
      return (world) => guiEnvironment(world.base, world.platform);
    case 'login-shell': {
      const folders = await loginShellFolders(() => true, signal);
      if (folders.length === 0) throw new HumanError('your login shell does not say which PATH it has.');
      return (world) => ({ ...world.base, PATH: folders.join(delimiter) });
    }
    default:
      return base satisfies never;
  }
}

/** A name that is nowhere is a slip of the pen, and no file without faults. */
function refuseUnknownNames({ server, client }: CommandLine, files: readonly ReadFile[]): void {
  const names = files.flatMap(({ path, text }) => check(path, text).servers.map(({ name }) => String(name)));
  if (server !== null && !names.includes(server))
    throw new HumanError(
      `there is no server "${server}" here.${didYouMean(server, names)} Servers: ${names.join(', ') || 'none'}.`,
    );
  const ids = clients.map(({ id }) => id);
  if (client !== null && !ids.includes(client))
    throw new HumanError(`there is no client "${client}".${didYouMean(client, ids)} Clients: ${ids.join(', ')}.`);
}

function eventToJson(event: DiagnosisEvent, file: FileInJson): unknown {
  const { path } = file;
  switch (event.event) {
    case 'plan': {
      const { client, environment, shown, probeClass } = event.plan;
      return { event: 'plan', path, server: event.server, client: client.id, environment, ...shown, probeClass };
    }
    case 'started':
    case 'line':
      return { path, ...event };
    case 'trial':
      return { event: 'trial', path, server: event.server, fix: event.fix.id, trial: event.fix.trial };
    case 'settled':
      return { event: 'settled', path, server: serverToJson(event.report, file) };
    default:
      return event satisfies never;
  }
}
