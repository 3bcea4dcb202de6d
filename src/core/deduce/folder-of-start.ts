import { innerCommand } from './inner-command';
import type { ServerEntry, Value } from '../config/config-file';

/** The file that an entry runs, by a path that begins in whichever folder the client starts. */
export function relativeScript(entry: ServerEntry): Value | undefined {
  const { command, args, transport } = entry;
  if (transport !== 'stdio' || args.some(({ safe: arg }) => NAMES_FOLDER.test(arg))) return undefined;
  if (command && /^\.{1,2}[/\\]/.test(command.safe)) return command;
  if (IS_ELSEWHERE.test(entry.program)) return undefined;
  const inner = innerCommand(entry);
  const at = inner.args.findIndex(({ safe: arg }) => A_SCRIPT.test(arg));
  const before = [inner.program, ...inner.args.slice(0, Math.max(0, at)).map(({ safe: arg }) => arg)];
  const script = before.some((word) => RUNS_FILES.test(word)) ? inner.args[at] : undefined;
  return script && isRelative(script.safe) ? script : undefined;
}

/** The word with which an entry runs the project of the folder in which the client starts. */
export function projectOfFolder(entry: ServerEntry): Value | undefined {
  const isNamed = entry.args.some(({ safe: arg }) => NAMES_FOLDER.test(arg));
  const { program, args } = innerCommand(entry);
  const [first, second] = args;
  if (isNamed || entry.transport !== 'stdio' || !first) return undefined;
  if (program === 'python' && first.safe === '-m' && second?.safe.startsWith('src.') === true) return second;
  const runs = RUNS_PROJECTS.get(program);
  return runs?.test(args.map(({ safe: arg }) => arg).join(' ')) === true ? first : undefined;
}

const NAMES_FOLDER = /^--(?:directory|project|prefix|cwd|dir|manifest-path)\b|^-C$/;
/** What is run there is not looked for here. */
const IS_ELSEWHERE = /^(?:docker|podman|nerdctl|wsl|ssh|kubectl)$/;
const RUNS_FILES =
  /^(?:node|python[\d.]*|py|uv|bun|deno|tsx|ts-node|nodemon|fastmcp|ruby|php|java|go|poetry|pipenv|bash|sh)(?:@[\w.]+)?$/;
const RUNS_PROJECTS: ReadonlyMap<string, RegExp> = new Map([
  ['dotnet', /^run(?: --no-\w+)*$/],
  ['cargo', /^run(?: --release| -q| --quiet)*$/],
  ['go', /^run \.$/],
]);
const A_SCRIPT = /^(?!-)(?!\$)[^\s]{1,200}\.(?:py|[cm]?[jt]s|rb|php|jar|sh|go)$/;

/** A path that begins in whichever folder the client starts. */
export const LEADS_ANYWHERE = /^(?![/\\~$%]|[A-Za-z]:[/\\]|file:|https?:)/;

/** Relative, or relative and looked for at the root of the disk or in Windows' own folder, where some clients start. */
export function isRelative(path: string): boolean {
  return (
    LEADS_ANYWHERE.test(path) ||
    /^\/\/?[\w.-]{1,60}(?:\/[\w.-]{1,60})?\.\w{1,5}$/.test(path) ||
    /^[A-Za-z]:\\(?:WINDOWS|Windows)\\[Ss]ystem32\\/.test(path)
  );
}
