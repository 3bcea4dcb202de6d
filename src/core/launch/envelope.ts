import { decidesCode } from './code-deciding';
import { isHarmlessSwitch } from './harmless-switches';
import { programName } from './program-name';
import type { StdioPlan } from './launch-plan';

/**
 * Whether a cured plan stays inside what the user agreed to for the plan as written: the same program by name, found
 * outside the workspace by an absolute path, the same args and cwd, and no change of the environment but to PATH and
 * by switches that only quieten it.
 */
export function isInsideEnvelope(written: StdioPlan, cured: StdioPlan): boolean {
  const after = cured.env.reveal();
  const isInside = (name: string): boolean => isPath(name) || isHarmlessSwitch(name, after[name]);
  return runsTheSame(written, cured) && changedNames(written, cured).every(isInside);
}

/**
 * Whether an edit that we have made leaves a server what the user agreed to: the same program, as in a trial, with more
 * or other settings, of which none but PATH decides which code runs.
 */
export function isOwnEdit(written: StdioPlan, edited: StdioPlan): boolean {
  const after = edited.env.reveal();
  const isHarmless = (name: string): boolean =>
    isPath(name) || !decidesCode(name) || isHarmlessSwitch(name, after[name]);
  return (
    runsTheSame(written, edited) &&
    envFileOf(written) === envFileOf(edited) &&
    changedNames(written, edited).every(isHarmless)
  );
}

function envFileOf({ envFile }: StdioPlan): string {
  return JSON.stringify(envFile && [envFile.path, envFile.kind === 'read' ? envFile.text.reveal() : envFile.kind]);
}

function isPath(name: string): boolean {
  return name.toUpperCase() === 'PATH';
}

function runsTheSame(written: StdioPlan, cured: StdioPlan): boolean {
  const command = cured.command.reveal();
  return (
    programName(command) === programName(written.command.reveal()) &&
    (command === written.command.reveal() || isOutside(command, written.workspaceFolder)) &&
    JSON.stringify(cured.args.reveal()) === JSON.stringify(written.args.reveal()) &&
    cured.cwd === written.cwd
  );
}

/** Whether an absolute path lies outside a folder, with no way back into it. */
export function isOutside(path: string, folder: string | null): boolean {
  const isAbsolute = /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
  const isWithin = folder !== null && `${plain(path)}/`.startsWith(`${plain(folder)}/`);
  return isAbsolute && !isWithin && !path.split(/[/\\]/).includes('..');
}

/** One spelling of a path: slashes, none twice, no `/./`; without case where there is a drive. */
function plain(path: string): string {
  const slashed = path
    .replaceAll('\\', '/')
    .replace(/\/(?:\.?\/)+/g, '/')
    .replace(/\/+$/, '');
  return /^[A-Za-z]:/.test(slashed) ? slashed.toLowerCase() : slashed;
}

function changedNames(written: StdioPlan, cured: StdioPlan): readonly string[] {
  const before = written.env.reveal();
  const after = cured.env.reveal();
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => before[name] !== after[name]);
}
