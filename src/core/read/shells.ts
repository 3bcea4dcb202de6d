import { captured, safe } from '../text';
import { isRunner } from '../deduce/interpreters';
import { stderrEvidence, stderrMatches, told, wrappedMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type ShellsFact =
  /** `speaker`: the shell, or the script that it was running. */
  | Told<'command-not-found', { program: Safe; speaker: Safe | null }>
  /** A shell took a whole line for the name of one program. */
  | Told<'line-not-found', { line: Safe }>
  /** A shell stands in the place of the server, and takes what the client sends for commands. */
  | Told<'shell-obeys'>
  | Told<'interpreter-not-found', { interpreter: Safe }>
  | Told<'not-executable', { path: Safe }>;

/** Shells, and `env` as it stands in a script's first line: what they did not find. */
export function read(start: Said): readonly ShellsFact[] {
  const interpreters = NO_INTERPRETER.flatMap((pattern) =>
    stderrMatches(start, pattern).flatMap(({ groups: [, interpreter], evidence }) =>
      interpreter && !isRunner(interpreter) ? [{ kind: 'interpreter-not-found' as const, interpreter, evidence }] : [],
    ),
  );
  const commands = NO_COMMAND.flatMap((pattern) =>
    stderrMatches(start, pattern).flatMap(({ groups: [, speaker, program], evidence }) =>
      program && !BUILT_IN.has(program) && !A_LINE.test(program)
        ? [{ kind: 'command-not-found' as const, program, speaker: speaker ?? null, evidence }]
        : [],
    ),
  );
  const forbidden = NOT_EXECUTABLE.flatMap((pattern) =>
    [...stderrMatches(start, pattern), ...wrappedMatches(start, pattern)].flatMap(
      ({ groups: [, one, path = one], evidence }) =>
        path ? [{ kind: 'not-executable' as const, path, evidence }] : [],
    ),
  );
  const lines = NO_LINE.flatMap((form) => stderrMatches(start, form)).flatMap(({ groups: [, line], evidence }) =>
    line ? [{ kind: 'line-not-found' as const, line, evidence }] : [],
  );
  const scripts = READ_AS_SHELL.flatMap((form) => stderrMatches(start, form)).map(({ evidence }) => ({
    kind: 'command-not-found' as const,
    program: safe('import'),
    speaker: null,
    evidence,
  }));
  return [
    ...interpreters,
    ...scripts.slice(0, 1),
    ...commands,
    ...inOtherLetters(start),
    ...lines.slice(0, 1),
    ...told('shell-obeys', stderrMatches(start, OBEYED)[0]),
    ...forbidden.slice(0, 1),
  ];
}

/** cmd in a language whose letters nobody has decoded: the name alone in its line, and what it says of it in the next. */
function inOtherLetters({ stderr }: Said): readonly ShellsFact[] {
  const at = stderr.findIndex(
    ({ text }, index) => /^'[\w.-]{1,60}'$/.test(text) && /[^\x00-\x7F]{8}/.test(stderr[index + 1]?.text ?? ''),
  );
  const line = stderr[at];
  const program = line && captured(line.text, /^'([\w.-]{1,60})'$/)?.[1];
  return program ? [{ kind: 'command-not-found', program, speaker: null, evidence: stderrEvidence(line) }] : [];
}

/** `Permission denied` in the languages that shells speak. */
const DENIED_ELSEWHERE =
  '(?:Permission denied|Keine Berechtigung|Permission non accordée|Permiso denegado|Permissão negada|Permesso negato|Toegang geweigerd|Odmowa dostępu|Отказано в доступе|权限不够|權限不夠|許可がありません|허가 거부)';

/** `env: ‘node’: No such file or directory`, with or without quotes, from GNU, BSD and BusyBox. */
const NO_INTERPRETER = [
  /^(?:\/\S{1,200}\/)?env: (?:can't execute )?['‘"`]?([^'’"`:\s]{1,128}(?: -[^'’"`:]{1,80})?)['’"`]?: No such file or directory/,
  // A shell reads the first line of a script itself.
  /: ([^:]{1,256}): bad interpreter: [Nn]o such file or directory$/,
  /^(?:\S{1,60}: (?:line \d+: )?)?(\/(?!\S*\/(?:npx|npm|uvx?|node|python[\d.]*|bunx?):)\S{1,300}): cannot execute: required file not found$/,
  /\b[Ff]ile (?:'[^'\n]{1,300}' )?specified the interpreter '([^'\s]{1,256})', which is not an executable command\b/,
  // What uv writes in the place of such a line.
  /^\S{1,400}\/bin\/(?!(?:npx|npm|uvx?|pipx?|poetry):)[^\s:/]{1,100}: line \d+: (?:exec: )?(\/\S{1,300}\/(?:python[\d.]*|node|ruby)): No such file or directory$/,
  // What npm puts beside the programs of a package.
  /^\/[^:]{1,300}\/\.bin\/[\w.-]{1,100}: (?:line )?\d+: (?:exec: )?(node|python[\d.]*|bun|deno|ruby): (?:command )?not found$/,
  /(?:^|: )bad interpreter: ([^\s:]{1,256}): [Nn]o such file or directory$/,
];

/** dash, bash, zsh, fish, then cmd and PowerShell: who speaks, and what was not found. */
const NO_COMMAND = [
  /^(?:\/\S{1,200}\/)?(sh|dash|ash): (?:\d+: |line \d+: )?([^\s:]{1,128}): (?:command )?not found$/,
  // A script of Windows, which a shell of Linux runs.
  /^(\/mnt\/[a-z]\/[^:]{1,200}): (?:line )?\d+: (?:exec: )?([\w.-]{1,60}): (?:command )?not found$/,
  /^([^\s:]{0,256}|\/[^:]{1,300}): (?:line \d+: )?([^\s:]{1,128}): command not found$/,
  /^(?:([^\s:]{0,256})(?::\d+)?: )?command not found: ([^\s:]{1,128}?)(?:$|\. [A-Z])/,
  /^()([\w.-]{1,60}): command not found$/,
  /^()(tsx|tsc|ts-node|husky|rimraf|vite|esbuild|tsup|prisma|patch-package|node-gyp): not found$/,
  /\b()(uvx?|npx|npm|node|docker|bunx?|deno|pipx)(?:\.js)? is not installed\b(?! (?:in|on|for) the (?:container|image))/i,
  /(?:\bterm )?()(?:['"«]|['"]")([^'"«»]{1,256})(?:['"»]|"['"]) (?:is not recognized(?: as|\.?$)|n.{1,3}est pas reconnu|non .{1,8}riconosciut|no se reconoce|n.{1,3}o .{1,4}reconhecido|wird nicht als|ist entweder falsch geschrieben|nie jest rozpoznawan|is niet herkend|k.{1,3}nns inte igen|не является|не є внутрішн|不是内部或外部命令|不是內部或外部命令|は、内部コマンド|은\(는\) 내부 또는)/,
  /^()(?!.*(?:\d|\bline\b)).{1,60}: (npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx): command not found$/,
  /^(\/[^:]{1,300}): (?:line )?\d+: (npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx): not found$/,
  /^()[Uu]nknown command: (npx|npm|uvx?|bunx?|deno|docker|podman|python3?|pipx)$/,
  /^(?:\S{1,200}: (?:line )?\d+: )?(exec): ([\w.-]{1,60}): not found$/,
  /^(fish): Unknown command:? '?([^\s:']{1,128})/,
  // BusyBox says no name of its own; of what else may be missing this is not said.
  /^()(npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet): not found$/,
  // A shell in another language: of a program by its bare name it has nothing else to say, but for its rights.
  new RegExp(
    String.raw`^(?:/\S{1,200}/)?(sh|dash|ash|bash): (?:\S{1,12} ?\d+: |\d+: )?(npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet): (?!${DENIED_ELSEWHERE}|.*(?:\d|\berror\b|\bcannot\b))[^:]{4,60}$`,
  ),
  // A shell in another language, of which only what it says is left.
  new RegExp(
    String.raw`^()(npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet): (?=.{4,60}$)(?:[Bb]efehl nicht gefunden|[Cc]ommande introuvable|(?:orden|comando) no encontrad[oa]|comando não encontrado|comando non trovato|команда не найдена|opdracht niet gevonden|nie znaleziono polecenia|未找到命令|找不到命令|コマンドが見つかりません|명령어를 찾을 수 없음)`,
  ),
  // cmd in any other language, or in a code page that nobody has decoded: the name in quotes begins what it says.
  /^()['"]{1,2}([\w.-]{1,60})['"]{1,2} ?(?=.{0,40}[^\x00-\x7F])(?=.{8})(?!.*: )/,
];

/** A program and more behind a blank, or the text of a configuration. */
const LINE = String.raw`(?:npx|npm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet|cmd|bash|sh)(?:\.exe|\.cmd)? [^'"]{1,300}|\{[^']{0,300}`;
const A_LINE = new RegExp(`^(?:${LINE})$`);

/** With blanks in it that belong to no path: shells, Windows, Python. */
const NO_LINE = [
  /^(?:\/\S{1,200}\/)?(?:sh|dash|ash|bash|zsh): (?:line )?(?:\d+: )?([^:]{1,300}\s(?:&&|-{1,2}\w)[^:]{1,300}): (?:No such file or directory|(?:command )?not found)$/,
  // Of an interpreter it is the first line of a script that says so.
  /^(?:\/usr\/bin\/)?env: [‘'"]?((?:npx|uvx?|bunx|pipx|docker) [^'"’]{1,300})[’'"]?: No such file or directory$/,
  new RegExp(`^(?:\\w{1,8}(?::\\d+)?: )?(?:command not found|no such file or directory): (${LINE})$`),
  new RegExp(`^(?:/bin/)?(?:sh|dash|ash|bash|zsh): (?:line )?(?:\\d+: )?(${LINE}): (?:command )?not found$`),
  new RegExp(
    `^'(${LINE})' (?:is not recognized|n.{1,3}est pas|non .{1,8}riconosciut|no se reconoce|ist entweder|不是)`,
  ),
  new RegExp(`\\b(?:No such file or directory|[Tt]he system cannot find the file specified): '(${LINE})'`),
];

/** A key of a message with its value: what is left of one when a shell has expanded its braces. */
const OBEYED =
  /^(?:\S{1,60}: (?:line )?\d{1,6}: )?['"]?\{?"?(?:jsonrpc|method|params|id)"?:\S{1,80}: (?:command )?not found$|^(?:zsh: )?command not found: \{?"?(?:jsonrpc|method|params|id)"?:/;

/** dash, bash and `env`, then zsh: the file that they were to execute. */
const NOT_EXECUTABLE = [
  new RegExp(
    String.raw`^(?:/\S{1,200}/)?(?:sh|dash|ash|bash): (?:\S{1,12} ?\d+: |\d+: )?([^:]{1,512}): ${DENIED_ELSEWHERE}$`,
  ),
  /^(?:\/\S{1,200}\/)?(?:sh|dash|ash|bash|env): (?:(?:line )?\d+: )?['‘]?([^:'’]{1,512})['’]?: Permission denied$/,
  /^zsh(?::\d+)?: permission denied: (\S{1,512})$/,
  /^(?:Error: )?exec: "([^"]{1,512})": permission denied\b|^exec:? (\/\S{1,300}): [Pp]ermission denied$/,
  /^-(?:bash|sh|zsh): ([^:]{1,512}): Permission denied$/,
  /\bFailed to spawn: `?([^`:]{1,300}?)`? Caused by: Permission denied\b/,
  /^(\/[^:]{0,400}(?:\/bin\/[^\s:/]{1,100}|\.sh)): Permission denied$/,
];

/** A shell that reads JavaScript or Python stumbles over its marks, or starts ImageMagick and mail for its first words. */
const READ_AS_SHELL = [
  /^((?:\.\/)?(?:dist|build|lib|bin)[/\\]\S{1,100}\.[cm]?js): (?:line )?\d+: syntax error\b/,
  /^([^:]{1,512}[/\\](?:node_modules|\.bin|bin)[/\\]\S{1,200}): (?:line )?\d+: syntax error\b/,
  /^([^:]{1,512}[/\\](?:node_modules|\.bin)[/\\]\S{1,200}): (?:line )?\d+: (?:Syntax error: |\/\/: |[*({])/,
  /^([^:]{1,512}[/\\](?:node_modules|\.bin)[/\\]\S{1,200}): \d{1,4}: (?:import|const|export|async|\/\w{1,20}|\/\*{1,2}): (?:not found|Permission denied)$/,
  /^([^:]{1,512}[/\\](?:node_modules[/\\])?\.bin[/\\]\S{1,200}): \d{1,4}: (?!(?:node|python[\d.]*|bun|deno|ruby|exec):)\S{1,60}: not found$/,
  /^(import)(?:-im6\S{0,8})?: unable to (?:open X server|grab mouse)/,
  /^(?:\S{1,60}: )?(\S{1,300}\.[cm]?js): (?:line )?\d+: (?:import|const|export|async): (?:command )?not found$/,
  /^(import): (?:command )?not found$/,
  /^(from): can't read \/var\/mail\//,
  /^\S{0,512}: (?:line )?\d{0,6}:? ?(use strict): (?:command )?not found/,
];

/** Words of the shells themselves: one shell missing another one's word is no missing program. */
const BUILT_IN = new Set<string>('source export set unset alias eval exec cd setlocal shopt pushd declare'.split(' '));
