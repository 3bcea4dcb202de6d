import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** A package client looked for a project in the folder in which it was started, and found none. */
export type ProjectsFact = Told<'project-missing'>;

/** npm, uv, Poetry, Cargo, .NET: each by the file that makes a folder a project for it. */
export function read(start: Said): readonly ProjectsFact[] {
  return told('project-missing', firstSaid(start, FORMS));
}

const FORMS: readonly RegExp[] = [
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
  /\bthere is no POM in this directory\b|\bdoes not contain a Gradle build\b/,
  /\bError while finding module specification for '[^']{1,120}'/,
];
