import { fill } from '../text';
import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type NpmFact =
  /** npm or npx has run, and said anything. */
  | Told<'npm-speaks'>
  /** `wantedBy`: whether it is the name that was asked for, or one that another package needs. */
  | Told<'npm-name-refused', { name: Safe; wantedBy: 'user' | 'package' }>
  | Told<'npm-version-refused', { name: Safe; version: Safe }>
  | Told<'npm-no-executable'>
  /** npm ended with a code of its own or of the system (`E404`, `EACCES`); in one line there may be all that it says. */
  | Told<'npm-refused', { code: Safe }>
  /** A file of npm's own cache may not be read or written. */
  | Told<'cache-denied', { path: Safe | null }>
  /** npm could not put a folder in the place of another one, or met one that is not whole. */
  | Told<'npm-not-empty', { path: Safe }>;

/** npm and npx, from version 6 (`npm ERR!`) to 11 (`npm error`). */
export function read(start: Said): readonly NpmFact[] {
  const spoke = stderrMatches(start, SPEAKS).slice(0, 1);
  return [
    ...spoke.map(({ evidence }): NpmFact => ({ kind: 'npm-speaks', evidence })),
    ...refusedName(start),
    ...refusedVersion(start),
    ...notEmpty(start),
    ...cacheDenied(start),
    ...stderrMatches(start, CODE).flatMap(({ groups: [, code], evidence }): NpmFact[] =>
      code ? [{ kind: 'npm-refused', code, evidence }] : [],
    ),
    ...stderrMatches(start, NO_EXECUTABLE)
      .slice(0, 1)
      .map(({ evidence }): NpmFact => ({ kind: 'npm-no-executable', evidence })),
  ];
}

/**
 * The registry has no such name. The sentence names it; the address of the request does so only where the sentence is
 * missing, since a mirror has a path of its own. A person asks for a name alone or for one version, a package for a range.
 */
function refusedName(start: Said): readonly NpmFact[] {
  const named = stderrMatches(start, NOT_IN_REGISTRY);
  const asked = named.length > 0 ? named : stderrMatches(start, NOT_FOUND_AT);
  return asked.slice(0, 1).flatMap(({ groups: [, scope, bare, spec = ''], evidence }): NpmFact[] => {
    if (!bare) return [];
    const name = scope ? fill('{scope}/{name}', { scope, name: bare }) : bare;
    return [{ kind: 'npm-name-refused', name, wantedBy: RANGE.test(spec) ? 'package' : 'user', evidence }];
  });
}

function refusedVersion(start: Said): readonly NpmFact[] {
  return stderrMatches(start, NO_VERSION)
    .slice(0, 1)
    .flatMap(({ groups: [, name, version], evidence }): NpmFact[] =>
      name && version ? [{ kind: 'npm-version-refused', name, version, evidence }] : [],
    );
}

/** The system's code, and the path that npm names in a line below it. */
function notEmpty(start: Said): readonly NpmFact[] {
  const [code] = stderrMatches(start, NOT_EMPTY);
  const [, alone, inLine, ofSystem] = stderrMatches(start, PATH)[0]?.groups ?? [];
  const path = alone ?? inLine ?? ofSystem;
  return code && path ? [{ kind: 'npm-not-empty', path, evidence: code.evidence }] : [];
}

/** It says so, or it names the system's refusal and the path in lines of their own. */
function cacheDenied(start: Said): readonly NpmFact[] {
  const denied = stderrMatches(start, DENIED);
  const [said] = [...stderrMatches(start, CACHE_DENIED), ...denied.filter(({ evidence }) => CACHE.test(evidence.text))];
  const path = stderrMatches(start, PATH).find(({ groups: [, at] }) => at !== undefined && CACHE.test(at))?.groups[1];
  const [first] = said ? [said] : path ? denied : [];
  return first ? [{ kind: 'cache-denied', path: path ?? null, evidence: first.evidence }] : [];
}

const DENIED = /^npm (?:error|ERR!) (?:code E(?:ACCES|PERM|ROFS)$|.{0,1200}\b(?:EACCES|EPERM|EROFS): )/;
const CACHE_DENIED = /\bYour cache folder contains root-owned files\b/;
const CACHE = /[/\\](?:_cacache|_npx|_logs|\.npm|npm-cache)(?:[/\\]|['"]?$)/;
const CODE = /^npm (?:error|ERR!) code ([A-Z][A-Z0-9_]{2,40})\b/;
const NOT_EMPTY = /^npm (?:error|ERR!) code (?:ENOTEMPTY|EEXIST|EBUSY|ENOENT|ENOTDIR)\b/;
const PATH =
  /^npm (?:error|ERR!) path (.{1,512})$|\bnpm (?:error|ERR!) path (\S{1,512}) npm\b|\b(?:ENOTEMPTY|EEXIST|EBUSY|ENOENT): [\w ,]{5,60} '([^']{1,400}[/\\]_npx[/\\][^']{1,200})'/;
const SPEAKS = /(?:^|\s)npm (?:warn|WARN|error|ERR!|notice|http)\b/;
/** pnpm's, yarn's and bun's words; npm's: `'a@*' is not in this registry.` until npm 11.5, `The requested resource 'a@*' could not be found …` since. */
const NOT_IN_REGISTRY =
  /(?:'|^|error (?:Couldn't find )?package ")(?:(@[^'"\s/]{1,214})\/)?([^'"\s@/]{1,214})(?:@([^'"]{0,64}))?['"]? (?:is not in (?:this|the npm) registry|could not be found|on the "npm" registry|not found registry\.)/;
const NOT_FOUND_AT =
  /404 Not Found - GET (?!\S{0,512}\/-\/)\S{1,512}\/(?:(@[^/\s%]{1,214})(?:%2f|\/))?([^/\s]{1,214}) - /i;
const NO_EXECUTABLE = /\bcould not determine executable to run\b/;
const RANGE = /[\^~<>|]|\.x\b/;
const NO_VERSION = /No matching version found for ((?:@[^@\s/]{1,214}\/)?[^@\s/]{1,214})@(\S{1,64}?)\.?$/;
