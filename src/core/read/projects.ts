import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type ProjectsFact =
  /** A package client looked for a project in the folder in which it was started, and found none. */
  | Told<'project-missing'>
  /** The project is there, and what has to be done once before it runs is not. `what`: what is missing for that. */
  | Told<'project-unprepared', { lacks: 'dependencies' | 'build'; what: Safe | null }>;

/** npm, uv, Poetry, Cargo, .NET: each by the file that makes a folder a project for it. */
export function read(start: Said): readonly ProjectsFact[] {
  return [...told('project-missing', firstSaid(start, FORMS)), ...unprepared(start)];
}

function unprepared(start: Said): readonly ProjectsFact[] {
  // What was installed is nobody's project.
  if (start.stderr.some(({ text }) => INSTALLED.test(text))) return [];
  return UNPREPARED.flatMap(([lacks, forms]) =>
    told('project-unprepared', firstSaid(start, forms), (groups) => ({
      lacks,
      what: groups.slice(1).find((group) => group !== undefined) ?? null,
    })),
  ).slice(0, 1);
}

/** The places of installed packages, and the words of somebody who speaks of a release. */
const INSTALLED =
  /[/\\](?:node_modules|site-packages|_npx|archive-v\d)[/\\]|\b(?:published|tarball|release)\b(?![/\\])/;

/** What installs the dependencies of a project, and what builds it, as it is typed. */
const INSTALLS =
  '(?:npm|pnpm|yarn|bun|composer|bundle|poetry|uv|deno|pip|go) (?:install|ci|sync|i|mod (?:tidy|download))';
const BUILDS =
  '(?:(?:npm|pnpm|yarn|bun) (?:run )?(?:build|compile)|(?:cargo|go|dotnet|swift) build|mvn (?:clean )?(?:package|install)|gradlew? \\w{0,20}[Bb]uild|make(?: \\w{1,12})?|tsc)';
/** Where compilers put what they make, below the folder of the project. */
const COMPILED =
  '(?<![\\w./\\\\:~-])[\\w./\\\\:~-]{0,300}(?:target/(?:release|debug)|bin[/\\\\](?:Debug|Release)|\\.build/(?:release|debug)|build/libs|target)[/\\\\][\\w./\\\\-]{1,200}';
const SCRIPT = '(?<![\\w./\\\\:~-])[\\w./\\\\:~-]{0,300}\\b(?:dist|build|out)[/\\\\][\\w./\\\\-]{1,200}\\.[cm]?js';

/** By what each lacks: package clients of other languages, and servers that know how they are set up. */
const UNPREPARED: readonly (readonly ['dependencies' | 'build', readonly RegExp[]])[] = [
  [
    'build',
    [
      new RegExp(`(${COMPILED})['"\`]?(?::|,)? (?:No such file or directory|[Nn]ot found|does not exist|ENOENT)\\b`),
      new RegExp(
        `\\b(?:no such file or directory|[Uu]nable to access jarfile|does not exist)(?::| ) ?['"\`]?(${COMPILED})['"\`]?$|\\b[Cc]ould not find ['"\`]?(${COMPILED})['"\`]?$`,
      ),
      new RegExp(`(${SCRIPT})['"\`]? (?:does not exist|(?:was |is )?(?:not found|missing))\\b`),
      new RegExp(
        `\\b(?:[Nn]o such file|[Cc]annot find module|[Mm]issing|[Cc]ould not find)(?: or directory)?:? ['"\`]?(${SCRIPT})\\b.{0,20}(?:[Rr]un|[Dd]id you)`,
      ),
      new RegExp(`\\bcannot find module (${SCRIPT})$`),
      /\bCannot find module '(\.{1,2}\/(?:\.\.\/){0,4}(?:dist|build|out)\/[^']{1,200})'$/,
      new RegExp(
        `\\b(?:[Rr]un|execute|[Dd]id you (?:run|forget(?: to run)?)|[Yy]ou (?:must|need to|have to|should)(?: first)? run) ['"\`]?${BUILDS}\\b['"\`]? ?(?:first|before|to build|\\?)`,
      ),
      /\b(?:[Pp]roject|[Ss]erver|[Pp]ackage) (?:has )?not (?:been )?built(?: yet)?\b|\b[Pp]lease build (?:the |it |this )?(?:project|server|package|first)\b/,
    ],
  ],
  [
    'dependencies',
    [
      new RegExp(
        `\\b(?:[Dd]ependenc\\w{1,5}|node_modules|vendor|[Pp]ackages?|[Mm]odules?|requirements)\\b.{0,60}(?:\\b(?:not|missing|no)\\b|n't\\b|\\bnot find\\b).{0,60}\\b${INSTALLS}\\b`,
      ),
      new RegExp(
        `\\b(?:[Cc]ould not find|[Mm]issing|[Nn]o) .{0,30}\\b(?:dependencies|node_modules|packages)\\b.{0,60}\\b${INSTALLS}\\b`,
      ),
      new RegExp(
        `\\b[Rr]un ['"\`]?${INSTALLS}['"\`]? (?:first|before)\\b|\\b[Dd]id you (?:run|forget(?: to run)?) ['"\`]?${INSTALLS}\\b`,
      ),
      /\bdoesn't seem to have been installed\b|\bdoesn't seem to be present in your lockfile\b|\blockfile would have been modified by this install\b/,
      /\bNo virtual environment found; run\b/,
      /\bno required module provides package (?!\/.{1,300}\.go\b)([\w./-]{1,200})|\bcannot find package "([\w.-]{1,60}\.[\w./-]{1,200})" in any of:|\bmissing go\.sum entry for module providing package ([\w./-]{1,200})/,
      /\brequire(?:_once)?\([^)]{0,300}\b(vendor\/autoload\.php)\): [Ff]ailed to open stream\b/,
      /\bFailed opening required '[^']{0,300}(vendor\/autoload\.php)'|\bPHP Fatal error: .{0,40}\bClass "[^"]{1,100}" not found|\bnode_modules state file\b|\bmissing dependency\b.{0,20}\brun ['"`]?(?:npm|pnpm|yarn|bun|uv|pip|go) /,
      /\bModule not found "(?:npm:|jsr:)([^"]{1,200})"|\bbundler: command not found: ([\w.-]{1,60})/,
      // Deno's, Perl's, R's, Lua's and Elixir's, of what is imported.
      /\bImport "([^"]{1,200})" not a dependency\b|\b[Rr]elative import path "([^"./][^"]{0,200})" not prefixed with \//,
      /\bCan't locate ([\w/]{1,200})\.pm in @INC\b|\bthere is no package called [‘']([\w.]{1,100})[’']/,
      /\blua[\d.]{0,4}: .{1,300}: module '([\w.]{1,100})' not found:|\bUndefinedFunctionError\b.{0,200}\(module ([\w.]{1,200}) is not available\)/,
      /\berror TS2307: Cannot find module '((?!\.)[^']{1,200})'/,
    ],
  ],
];

const FORMS: readonly RegExp[] = [
  /^no configuration file provided: not found$/,
  /\bNo `?pyproject\.toml`? found in\b/,
  /\bcould not find a pyproject\.toml\b/i,
  /\bnpm (?:error|ERR!) (?:enoent )?(?:ENOENT: no such file or directory, open|path) '?(?!.{0,300}[/\\]_npx[/\\])[^']{0,300}[/\\]package\.json'?$/,
  /\bCould not read package\.json\b(?!.{0,300}[/\\]_npx[/\\])/,
  /\bcould not find `?Cargo\.toml`?/,
  /\bCouldn't find a project to run\b/,
  /\bNo `?project`? table found in\b/,
  /\bgo: (?:go\.mod file not found|cannot find main module)\b/,
  /\bERR_PNPM_NO_IMPORTER_MANIFEST_FOUND\b|\bCouldn't find a package\.json file in\b/,
  /\b[Nn]ot a git repository\b|\btsconfig\.json'?(?: (?:was )?not found\b|$)/,
  // Somebody looks at the root of the disk, or in Windows' own folder, where some clients start.
  /\b(?:not found|[Nn]o \w{1,20} found|[Cc]ould not find \S{1,80}|missing) (?:in|at) (?:\/|[A-Z]:\\(?:WINDOWS|Windows)\\[Ss]ystem32\\?)$/,
  /\b(?:cwd|[Ww]orking dir(?:ectory)?) (?:is|was|=) ['"]?(?:\/|[A-Z]:\\(?:WINDOWS|Windows)\\[Ss]ystem32\\?)['"]?(?:$|\s)/,
  /\bCould not locate Gemfile\b/,
  /\bUnable to find lockfile at\b|^make(?:\[\d\])?: \*\*\* No (?:rule to make target|targets specified)\b/,
  /\bthere is no POM in this directory\b|\bdoes not contain a Gradle build\b/,
  /\bError while finding module specification for '[^']{1,120}'/,
];
