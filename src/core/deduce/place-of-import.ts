import { innerCommand } from './inner-command';
import { isInstalled } from './installed';
import { isInterpreter, isRunner, isToldBySubcommand } from './interpreters';
import type { ServerEntry } from '../config/config-file';
import type { FactOf } from '../facts';

/**
 * Where the file lies that asks for a module which is not there: in what a package client has installed, or in a project
 * of the person's. Of a log that names no such file, the entry tells, since npx and its like run what they install; null
 * where nothing does, or where it is the program itself that was not found.
 */
export function placeOfImport(
  { specifier, importer, inCache }: FactOf<'module-missing'>,
  entry: ServerEntry | null,
): 'installed' | 'project' | 'either' | null {
  if (inCache || isInstalled(importer ?? '')) return 'installed';
  if (importer !== null && isAbsolute(importer) && !isCut(importer)) return 'project';
  const isFetched = entry !== null && fetches(entry);
  if (importer === null && isAbsolute(specifier) && !isCut(specifier))
    return isFetched && isInstalled(specifier) ? 'installed' : null;
  // A program that is called by its name alone was installed.
  const isBrought = entry !== null && importer !== null && isCut(importer) && isNamed(entry);
  if (isFetched || isBrought) return 'installed';
  const isUnplaced = importer === null ? /^\.\.?\//.test(specifier) : isCut(importer);
  if (entry === null && isUnplaced) return 'either';
  return importer !== null || (entry !== null && entry.command !== null) ? 'project' : null;
}

function isNamed({ command }: ServerEntry): boolean {
  const program = command?.safe ?? '/';
  return !/[/\\]/.test(program) && !isInterpreter(program) && !isRunner(program) && !isToldBySubcommand(program);
}

/** Whether it fetches a package of npm's, and a shell of its own starts what that brings. */
export function fetches(entry: ServerEntry): boolean {
  return /^(?:npx|bunx|pnpx)$/.test(innerCommand(entry).program);
}

function isAbsolute(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\]|file:)/.test(path);
}

/** Somebody has left out where it lies. */
export function isCut(path: string): boolean {
  return /^(?:file:\/\/)?(?:[/\\]|[A-Za-z]:\\)?…[/\\]/.test(path);
}

/** The description of the package itself, which npm puts into each: whoever looks for it elsewhere was published so. */
export function isOwnDescription(specifier: string): boolean {
  return /^\.\.?\/(?:.*\/)?package\.json$/.test(specifier);
}
