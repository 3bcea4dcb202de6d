import { fill } from '../text';
import { firstSaid, stderrMatches, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Matched } from './lines';
import type { Said } from './statements';
import type { Safe } from '../text';

export type NpmFact =
  /** npm or npx has run, and said anything. */
  | Told<'npm-speaks'>
  /** `wantedBy`: whether it is the name that was asked for, or one that another package needs. */
  | Told<'npm-name-refused', { name: Safe; wantedBy: 'user' | 'package'; isMirror: boolean }>
  | Told<'npm-version-refused', { name: Safe; version: Safe }>
  | Told<'npm-no-executable'>
  /** npm ended with a code of its own or of the system (`E404`, `EACCES`); in one line there may be all that it says. */
  | Told<'npm-refused', { code: Safe }>
  /** It says of the registry that it was not reached, and no code beside it. */
  | Told<'npm-unreached'>
  /** A file of npm's own cache may not be read or written. */
  | Told<'cache-denied', { path: Safe | null }>
  /** npm could not put a folder in the place of another one, or met one that is not whole. */
  | Told<'npm-not-empty', { path: Safe | null }>
  /** A release depends on a package by a protocol that only its authors' workspace has. */
  | Told<'workspace-refused'>
  /** The folder for global programs, which npm looks into before anything else, is not there. */
  | Told<'npm-prefix-missing', { folder: Safe }>
  /** A script that a package runs while it is installed. */
  | Told<'npm-script-failed', { command: Safe }>
  /** Two that install into the same place met: a file is in use by another process. */
  | Told<'install-collided'>;

/** npm and npx, from version 6 (`npm ERR!`) to 11 (`npm error`); pnpm, yarn and bun where they say the same. */
export function read(start: Said): readonly NpmFact[] {
  const spoke = stderrMatches(start, SPEAKS).slice(0, 1);
  return [
    ...spoke.map(({ evidence }): NpmFact => ({ kind: 'npm-speaks', evidence })),
    ...refusedName(start),
    ...refusedVersion(start),
    ...notEmpty(start),
    ...cacheDenied(start),
    ...told(
      'workspace-refused',
      firstSaid(start, [
        /\b(?:Cannot find package|No matching version found for|Unsupported URL Type) .{0,120}\b(?:workspace|catalog|link|portal):|\b404\b.{0,200}@workspace:/,
      ]),
    ),
    ...told('npm-script-failed', firstSaid(start, [SCRIPT]), ([, command]) => (command ? { command } : null)),
    ...told('npm-prefix-missing', firstSaid(start, NO_PREFIX), ([, folder]) => (folder ? { folder } : null)),
    ...told('install-collided', firstSaid(start, COLLIDED) ?? heldOpen(start)),
    ...toldByPeople('install-collided', start, [MET]),
    ...stderrMatches(start, CODE).flatMap(({ groups: [, ...codes], evidence }): NpmFact[] => {
      const code = codes.find((each) => each !== undefined);
      return code ? [{ kind: 'npm-refused', code, evidence }] : [];
    }),
    ...stderrMatches(start, ANSWERED).flatMap(({ groups: [, status], evidence }): NpmFact[] =>
      status ? [{ kind: 'npm-refused', code: fill('E{status}', { status }), evidence }] : [],
    ),
    ...told('npm-unreached', firstSaid(start, [UNREACHED])),
    ...told('npm-no-executable', firstSaid(start, NO_EXECUTABLE)),
  ];
}

/**
 * The registry has no such name. The sentence names it; the address of the request does so only where the sentence is
 * missing, since a mirror has a path of its own. A person asks for a name alone or for one version, a package for a range.
 */
function refusedName(start: Said): readonly NpmFact[] {
  const named = stderrMatches(start, NOT_IN_REGISTRY);
  const short = stderrMatches(start, NOT_FOUND_IN_SHORT).map(({ groups: [, ...found], evidence }) => {
    const at = found.findIndex((group, index) => index % 2 === 1 && group !== undefined);
    return { groups: [undefined, found[at - 1], found[at]], evidence };
  });
  const refused = stderrMatches(start, REFUSED_AT).map(({ groups: [, scope, bare, otherScope, other], evidence }) => ({
    groups: [undefined, scope ?? otherScope, bare ?? other],
    evidence,
  }));
  const asked = [named, stderrMatches(start, NOT_FOUND_AT), short, refused].find(({ length }) => length > 0) ?? [];
  return asked.slice(0, 1).flatMap(({ groups: [, scope, bare, spec = ''], evidence }): NpmFact[] => {
    if (!bare) return [];
    const name = scope ? fill('{scope}/{name}', { scope, name: bare }) : bare;
    const wantedBy = RANGE.test(spec) ? 'package' : 'user';
    return [{ kind: 'npm-name-refused', name, wantedBy, isMirror: stderrMatches(start, MIRROR).length > 0, evidence }];
  });
}

function refusedVersion(start: Said): readonly NpmFact[] {
  const said = [
    ...stderrMatches(start, NO_VERSION).map(({ groups: [, name, version], evidence }) => ({ name, version, evidence })),
    ...stderrMatches(start, NO_BUN_VERSION).map(({ groups: [, version, name], evidence }) => ({
      name,
      version,
      evidence,
    })),
  ];
  return said
    .slice(0, 1)
    .flatMap(({ name, version, evidence }): NpmFact[] =>
      name && version ? [{ kind: 'npm-version-refused', name, version, evidence }] : [],
    );
}

/** The system's code, and the path that npm names in a line below it. */
function notEmpty(start: Said): readonly NpmFact[] {
  const [code] = [NOT_EMPTY, NOT_EMPTY_IN_LINE, ALONE].flatMap((form) => stderrMatches(start, form));
  const [, alone, inLine, ofSystem] = stderrMatches(start, PATH)[0]?.groups ?? [];
  const path = alone ?? inLine ?? ofSystem;
  // Only what npx has installed is renamed: of the other codes the path tells.
  const isRenaming = code !== undefined && /\b(?:ENOTEMPTY|EEXIST|EBUSY)\b/.test(code.evidence.text);
  return code && (path || isRenaming) ? [{ kind: 'npm-not-empty', path: path ?? null, evidence: code.evidence }] : [];
}

/** It says so, or it names the system's refusal and the path in lines of their own. */
function cacheDenied(start: Said): readonly NpmFact[] {
  const denied = stderrMatches(start, DENIED);
  const [said] = [...stderrMatches(start, CACHE_DENIED), ...denied.filter(({ evidence }) => CACHE.test(evidence.text))];
  const path = stderrMatches(start, PATH).find(({ groups: [, at] }) => at !== undefined && CACHE.test(at))?.groups[1];
  const [first] = said ? [said] : path ? denied : [];
  if (heldOpen(start)) return [];
  return first ? [{ kind: 'cache-denied', path: path ?? null, evidence: first.evidence }] : [];
}

/** Windows refuses to touch a file that a process has open with the words for a missing right. */
function heldOpen(start: Said): Matched | undefined {
  const path = stderrMatches(start, PATH).find(({ groups: [, at] }) => at !== undefined && NPX_ON_WINDOWS.test(at));
  return (path && stderrMatches(start, HELD)[0]) ?? firstSaid(start, [HELD_IN_LINE]);
}

/** The same as Node.js says it, of a file that is to make room. */
const HELD_IN_LINE =
  /\bE(?:PERM|BUSY): [\w ,]{5,60}, (?:unlink|rmdir|rename|symlink|copyfile|open) '[A-Za-z]:\\[^']{0,300}\\_npx\\/;

const HELD = /^npm (?:error|ERR!) code E(?:PERM|BUSY)$/;

const NPX_ON_WINDOWS = /^[A-Za-z]:\\.{0,300}\\_npx\\[^\\]{1,64}\\node_modules\\/;

const DENIED = /^npm (?:error|ERR!) (?:code E(?:ACCES|PERM|ROFS)$|.{0,1200}\b(?:EACCES|EPERM|EROFS): )/;

const CACHE_DENIED =
  /\bYour cache folder contains root-owned files\b|\b(?:EACCES|EROFS): .{1,60}'\/[^']{0,200}\/?\.npm(?:\/|')|^npm (?:error|ERR!) (?:Error: )?(?:EACCES|EPERM|EROFS): .{1,60}'\/[^']{0,200}\/lib\/node_modules\b|^npm (?:error|ERR!) code EROFS\b|\b(?:[Cc]ould not|[Ff]ailed to) create .{1,80}\.bun\/install\/cache\b.{0,20}\bAccessDenied\b/;

const CACHE = /[/\\](?:_cacache|_npx|_logs|\.npm|npm-cache)(?:[/\\]|['"]?$)/;

const CODE =
  /^npm (?:error|ERR!) code ([A-Z][A-Z0-9_]{2,40})\b|\b(ERR_PNPM_(?:META_FETCH_FAIL|FETCH_\d{3}|NO_(?:MATURE_)?MATCHING_VERSION)|ECOMPROMISED)\b|^(E40[13])$/;

/** What the registry answered, where npm says no code of its own. */
const ANSWERED = /^npm (?:error|ERR!) (4(?!04)\d\d|5\d\d) [A-Z][A-Za-z' ]{3,30} - (?:GET|POST)\b/;

/** The registry, in npm's sentences without a code. */
const UNREACHED =
  /\b(?:proxy|firewall|VPN)\b.{0,40}\b(?:blocks?|denies|rejects|refuses)\b.{0,40}\b(?:registry|npm|PyPI)\b|^npm (?:error|ERR!) (?:network request to|network timeout at|fetch failed https?:|request to https?:\S{1,300} failed|network (?:This is a problem related to network|.{0,200}\breason: )|Invalid response body while trying to fetch (?!.*[/\\]_cacache[/\\])|Unable to authenticate, )|^ERR_SOCKET_TIMEOUT$|^npm (?:error|ERR!) (?:code )?(?:ETIMEDOUT|ECONNRESET|ENOTFOUND|EAI_AGAIN|ECONNREFUSED)$|\b(?:ConnectionRefused|ConnectionClosed|Timeout|FailedToOpenSocket|UnableToConnect) downloading (?:package manifest|tarball)\b|\b407 Proxy Authentication Required\b|\btunneling socket could not be established\b.{0,40}\b407\b/;

const NOT_EMPTY = /^npm (?:error|ERR!) (?:code|errno) (?:ENOTEMPTY|EEXIST|EBUSY|ENOENT|ENOTDIR)\b/;

/** What else of a start would have a folder in its way, or rename one, is not known. */
const ALONE =
  /^(?:Error: )?ENOTEMPTY$|^(?:npm (?:error|ERR!) )?(?:Error: )?(?:ENOTEMPTY: directory not empty|EBUSY: resource busy or locked, (?:rename|rmdir)|(?<=npm (?:error|ERR!) )EEXIST: file already exists)\b/;

const NOT_EMPTY_IN_LINE = /^npm (?:error|ERR!) (?:ENOTEMPTY|EEXIST|EBUSY|EPERM): .{1,80} '[^']{1,400}[/\\]_npx[/\\]/;

const PATH =
  /^npm (?:error|ERR!) path (.{1,512})$|\bnpm (?:error|ERR!) path (\S{1,512}) npm\b|\b(?:ENOTEMPTY|EEXIST|EBUSY|ENOENT): [\w ,]{5,60} '([^']{1,400}[/\\]_npx[/\\][^']{1,200})'/;

const SPEAKS = /(?:^|\s)npm (?:warn|WARN|error|ERR!|notice|http)\b/;

/** pnpm's, yarn's and bun's words; npm's: `'a@*' is not in this registry.` until npm 11.5, `The requested resource 'a@*' could not be found …` since. */
const NOT_IN_REGISTRY =
  /(?:'|^|\b[Pp]ackage ['"`]?|error (?:Couldn't find )?package ")(?:(@[^'"\s/]{1,214})\/)?([^'"\s@/]{1,214})(?:@([^'"]{0,64}))?['"]? (?:is not in (?:this|the npm) registry|(?:doesn't|does not) exist (?:in|on) (?:the )?npm\b|(?<=\bresource '.{0,300})could not be found|on the "npm" registry|not found registry\.)/;

/** bun's, and yarn's since version 2. */
const NOT_FOUND_IN_SHORT =
  /^(?:error: GET \S{1,300}\/(?:(@[^/\s%]{1,214})(?:%2f|\/))?([^/\s]{1,214}) - 404$|error: (?:package )?"(?:(@[^'"\s/]{1,214})\/)?([\w.-]{1,214})" (?:not found|failed to resolve)\b|error: (?:(@[^'"\s/@]{1,214})\/)?([\w.-]{1,214})@\S{1,64} failed to resolve\b|error: Could not find npm package '(?:(@[^'"\s/]{1,214})\/)?([\w.-]{1,214})'|.{0,12}YN0035: .{0,4}(?:(@[^'"\s/]{1,214})\/)?([^'"\s@/]{1,214})@(?:npm:\S{1,64}|unknown): Package not found)/i;

/** pnpm's; npm's for what is no name at all. */
const REFUSED_AT =
  /\bERR_PNPM_FETCH_404\b.{0,20}GET \S{1,512}\/(?:(@[^/\s%:]{1,214})(?:%2f|\/))?([^/\s:]{1,214}): Not Found|\bnpm (?:error|ERR!) Invalid package name "(?:(@[^"/]{1,100})\/)?([^"/]{1,214})"/i;

const NOT_FOUND_AT =
  /404 Not Found - GET (?!\S{0,512}\/-\/)\S{1,512}\/(?:(@[^/\s%]{1,214})(?:%2f|\/))?([^/\s]{1,214})(?: - |$)/i;

/** A registry that has its packages under a path is somebody's own, or stands for the public one. */
const MIRROR = /404 Not Found - GET https?:\/\/[^/\s]{1,253}\/[^@/\s%]{1,80}\/[^@/\s%]{1,80}\/\S/i;

/** npm's and bun's; pnpm's. */
const NO_EXECUTABLE = [/\bcould not determine executable to run\b/, /\bERR_PNPM_DLX_(?:NO_BIN|MULTIPLE_BINS)\b/];

const SCRIPT =
  /^npm (?:error|ERR!) (?:command \S{1,100} (?:-c|\/d \/s \/c) (?=\S)|sh: (?:\d{1,3}: )?(?=\S{1,60}: (?:command )?not found$))(.{1,120})$/;

/** On Windows beside the person's settings; elsewhere the `lib` of the prefix. What is a variable still is another cause. */
const NO_PREFIX = [
  /\bENOENT: no such file or directory, lstat '([^'$%{}]{1,300}(?:[/\\]Roaming[/\\]npm|[/\\]lib))'/,
  /^npm (?:error|ERR!) path ([^$%{}]{1,300}[/\\]Roaming[/\\]npm)$/,
];

const INSTALLED = '(?:_npx|node_modules|npm-cache|uv|site-packages|archive-v0|Scripts|\\.venv)';

const MET =
  /\bconcurrent\w*\b.{0,24}\b(?:npx|uvx|npm|installs?)\b.{0,60}\b(?:not (?:process-)?safe|break|corrupt|race|fail)\w*|\b(?:two|both|several|multiple) (?:windows|clients|instances|processes|starts)\b.{0,80}\b(?:install|npx|uvx|cache)\b.{0,80}\b(?:trips?|race|collide|conflict|clash|at once|same time|simultaneously|over (?:its|their) own)\b|\b(?:two|both|several|multiple) (?:windows|clients|instances|processes|starts)\b.{0,80}\b(?:trips?|race|collide|conflict|clash)\b.{0,80}\b(?:install|npx|uvx|cache)\b/i;

const COLLIDED = [
  // npm without its code, and uv without the path.
  /^npm (?:error|ERR!) (?:EBUSY: resource busy or locked|EEXIST: file already exists)\b|^EEXIST: file already exists, (?:symlink|mkdir|link)\b|^error: [Ff]ailed to (?:rename|persist|remove) (?:file|directory): .{0,120}\bos error (?:5|32)\b/,
  /\b(?:[Cc]ould not|[Ff]ailed to) acquire (?:the )?lock (?:on|for) (?:the )?(?:tool|cache|uv|distribution)\b/,
  /\b(?:[Tt]ext file busy|ETXTBSY)\b/,
  /\b[Ff]ailed to (?:rename|persist|remove) (?:file |directory )?[`'"]?.{0,300}[/\\]\.?venv[/\\].{1,300}\bos error (?:5|32|145)\b/,
  /\b[Ff]ailed to (?:rename|persist|remove) .{1,300}\buv\b.{1,300}\b(?:os error (?:5|32))\b/,
  new RegExp(`\\b${INSTALLED}[/\\\\].{0,300}(?:\\bos error 32\\b|\\bused by another process\\b|\\[WinError 32\\])`),
  new RegExp(`(?:\\bos error 32\\b|\\bused by another process\\b|\\[WinError 32\\]).{0,200}\\b${INSTALLED}[/\\\\]`),
];

const RANGE = /[\^~<>|]|\.x\b/;

/** bun names the version first, and calls the name a specifier. */
const NO_BUN_VERSION = /\bNo version matching "([^"]{1,64})" found for specifier "([^"]{1,214})"/;

const NO_VERSION =
  /No matching version found for ((?:@[^@\s/]{1,214}\/)?[^@\s/]{1,214})@(\S{1,64}?)\.?(?: with a date before .{1,40})?$/;
