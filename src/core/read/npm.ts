import { fill } from '../text';
import { firstSaid, stderrEvidence, stderrMatches, told, toldByPeople } from './lines';
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
  /** Somebody has seen that a release was published without a part of it. */
  | Told<'release-told'>
  /** A script that a package runs while it is installed. */
  | Told<'npm-script-failed', { command: Safe }>
  /** The package client itself has a fault, or lacks a part of its own. */
  | Told<'runner-failed'>
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
    ...toldByPeople('release-told', start, RELEASE).filter(({ evidence }) => !OF_ALL_SERVERS.test(evidence.text)),
    ...toldByPeople('release-told', start, TWO_VERSIONS).filter(({ evidence }) => !OF_ANOTHER.test(evidence.text)),
    ...told('release-told', firstSaid(start, [/\bcoroutine 'main' was never awaited\b/])),
    ...onlyPapers(start),
    ...told('npm-script-failed', firstSaid(start, [SCRIPT]), ([, command]) => (command ? { command } : null)),
    ...told('npm-prefix-missing', firstSaid(start, NO_PREFIX), ([, folder]) => (folder ? { folder } : null)),
    ...told('runner-failed', firstSaid(start, OWN_FAULT) ?? faultOfSix(start) ?? ownCrash(start)),
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

/** npm lists what a release holds, and there is no code among it. */
function onlyPapers({ stderr }: Said): readonly NpmFact[] {
  const files = stderr.filter(({ text }) => LISTED_FILE.test(text));
  const described = files.find(({ text }) => text.endsWith(' package.json'));
  return described && files.every(({ text }) => PAPER.test(text))
    ? [{ kind: 'release-told', evidence: stderrEvidence(described) }]
    : [];
}

const LISTED_FILE = /^npm notice [\d.]{1,8} ?[kMG]?B {1,8}\S{1,200}$/;
const PAPER = / (?:package\.json|(?:LICEN[CS]E|README|CHANGELOG|CHANGES|NOTICE|AUTHORS)(?:\.\w{2,8})?)$/i;

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
const VERSION = String.raw`\bv?\d{1,4}\.\d{1,4}(?:\.\d{1,4})?\b(?!\.\d)`;
const IS_WELL = String.raw`\b(?:works?|worked|fine|ok|starts?|started|runs|ran|good|well)\b`;
const IS_ILL = String.raw`\b(?:broken|broke|breaks|fails?|failed|crash\w*|dies|stops|stopped|hangs|(?:does|did|do|will|is|was|no longer|not) ?(?:not|n't|n’t)? ?(?:work|start|run|connect|load|working|starting)\w*)\b`;
const WITHIN = String.raw`(?:(?!\. [A-Z]\w* [a-z]).){0,60}?`;
const AT = '(?:in|with|on|at|since|from) ';
/** Two versions, of which the one is well and the other is not. */
const TWO_VERSIONS: readonly RegExp[] = [
  new RegExp(`${VERSION}${WITHIN}${IS_WELL}${WITHIN}${VERSION}${WITHIN}${IS_ILL}`, 'i'),
  new RegExp(`${VERSION}${WITHIN}${IS_ILL}${WITHIN}${VERSION}${WITHIN}${IS_WELL}`, 'i'),
  new RegExp(`${IS_WELL} (?:fine )?${AT}${VERSION}${WITHIN}${IS_ILL}.{0,20} ${AT}${VERSION}`, 'i'),
  new RegExp(`${IS_ILL}.{0,12} ${AT}${VERSION}${WITHIN}${IS_WELL} (?:fine )?${AT}${VERSION}`, 'i'),
];
/** Whose versions those may be instead: what asks the server, or what runs it. */
const OF_ANOTHER =
  /\b(?:node(?:\.?js)?|python|npm|npx|uv|java|bun|deno|docker|windows|ubuntu|macos|ruby|dotnet|claude|vs ?code|desktop|cursor|windsurf|codex|gemini|copilot|cline|zed|goose|opencode|kiro|inspector|client|IDE|editor)\b/i;
/** People, of a version: what it was published without, that it is the one which fails, and what helps. */
const RELEASE: readonly RegExp[] = [
  /\b(?:shebang|hashbang|#! line)\b.{0,20}\b(?:is |was )?(?:missing|absent|not there)\b|\b(?:lacks?|without|no|missing) (?:a |the |its )?(?:shebang|hashbang)\b/i,
  /\bbin\b.{0,12} (?:pointed|points?|pointing) (?:at|to) .{1,80}\b(?:while|but|and)\b.{0,40}\bfiles\b.{0,20}\b(?:ship|list|includ|contain|has)/,
  /\b(?:the|this|npm|published|latest) (?:package|release|version)(?: on (?:npm|PyPI))? is (?:broken|incomplete|faulty)\b|\bwheel (?:does not contain|is missing)\b/i,
  /\b(?:fails?|broken|crash\w*|stopped working|does not (?:start|work))\b.{0,20}\bsince (?:the )?(?:(?:last|latest|new(?:est)?) (?:update|upgrade|release|version)|[\w-]{2,30} v?\d+\.\d)/i,
  /\b(?:rolled|rolling|went|going) back to (?:the )?(?:previous|older|last) version\b|\bpinning (?:the version |it )?(?:to )?v?\d.{0,30}\b(?:helps?|works?|fix\w*)/i,
  /\bworks with [\w.-]{2,40} ?(?:<=?|==) ?\d|\b(?:the )?new(?:est)? (?:(?:version|release) of )?[\w.-]{2,30} breaks (?:it|this|the server)\b|\bafter the new release of\b/i,
  /\bentry ?point\b.{0,20}\bnot found in (?:the )?(?:package|module)\b|^(?:postinstall|install|prepare) script (?:fails|failed)[.!]?$|\bwrong line endings\b/i,
  /最新版本?.{0,10}(?:有问题|有 ?bug|不行|报错)|(?:回退|降级|降到|退回).{0,10}\d+\.\d+/i,
  /\b(?:published|npm|latest) (?:package|version|tarball|release)\b.{0,60}\b(?:lacks|misses|is missing|missing|does not (?:contain|include)|without|is broken)\b/i,
  /\b(?:tarball|package|release|version|\d+\.\d+\.\d+)\b.{0,30}\b(?:published|shipped|uploaded|released|ships|went out) without\b/i,
  /\bdo(?:es)?(?: not|n't) exist in the (?:published |npm )?(?:package|tarball|release|wheel)\b/i,
  /\b(?:missed|missing|left out|omitted|absent) (?:from|in) (?:the |its |their )?(?:[`'"]?package\.json[`'"]? )?dependencies\b|\bmissing (?:required |some )?dependencies in (?:its |the |their )?[`'"]?package\.json/i,
  /\b\d+\.\d+\.\d+[\w.-]{0,20} on (?:npm|PyPI) is broken\b|\bno ["'`]?[\w./-]{3,80}["'`]? in (?:the )?(?:published|npm) (?:package|version|tarball|release)\b/i,
  /\b(?:missing|absent) (?:from|in) (?:the )?(?:published|npm) (?:package|version|tarball|release)\b/i,
  /\b(?:isn't|is not|wasn't|was not|not included|missing) (?:in|from) the (?:published )?(?:tarball|package)\b/i,
  /(?:\bneither|\bnone|\bnot|\bnever|n't) (?:\w{1,6} )?(?:is |was |been |were )?(?:published|uploaded|released|available) (?:to|on) (?:npm|PyPI|the (?:npm )?registry)\b/i,
  /\bimports?\b.{0,40}\b(?:files?|paths?|modules?)\b.{0,20}\b(?:that |which )?(?:does not|doesn't|do not|don't) exist\b|\b(?:imports?|requires?) an? (?:missing|non-?existent) (?:file|module|path)\b/i,
  /\bbreaking change (?:in|of) (?:the |its )?(?:[\w.@/-]{2,40} )?(?:library|package|dependency|SDK|framework|release|version)\b/i,
  /\b(?:bundle|package|tarball|extension|\.(?:mcpb|dxt))\b.{0,30}\b(?:only|merely) contain(?:s|ed)\b/i,
  /\bundeclared dependency\b|(?:\bnot|n't) (?:\w{1,12}ly )?(?:declared|listed) as an? (?:\w{1,12} ){0,2}(?:dependency|requirement)\b|\bnot (?:listed|declared)(?: as an? (?:\w{1,12} )?dependency)? in (?:its |the |their )?[`'"]?package\.json\b|\bpublished broken\b/i,
  /\b(?:down-?grad|roll(?:ing|ed)? back|revert|pinn?|going back)\w* (?:back )?(?:to )?(?:v|version |the (?:previous|older) )?\d[\w.-]{0,20}\b.{0,40}\b(?:fix|work|help|solv|resolv)/i,
  /\b(?:previous|older|earlier) (?:version|release)s? (?:is |was |were |are )?(?:fine|works?|worked|ok)\b/i,
  /\b[Ss]ince v?\d+\.\d+\.\d[\w.-]{0,20}\b.{0,60}\b(?:does not|doesn't|no longer|fails?|broken|crash\w*)\b/,
  /\b(?:yet|but|while|whereas|though|however)\b.{0,40}\bworks? (?:well |fine |again )?(?:at|in|on|with) (?:version |v)?[`'"]?\d+\.\d+\.\d/i,
  /\b(?:older|previous|earlier|last) (?:version|release)s?\b.{0,40}\b(?:does not|doesn't|do not|don't) (?:show|have|produce|give|fail)\b/i,
  /\b(?:tarball|package|wheel) (?:lacked|missed|was missing)\b|\b[`'"]?files[`'"]? (?:list|array|field|whitelist)\b.{0,60}\bpackage\.json\b/i,
  /\bversion \d[\w.-]{0,20} (?:is broken|crashes|fails)\b|\bregression in v?\d+\.\d+\.\d/i,
  /(?:[,;]|\b(?:but|while|and)) v?\d+\.\d+\.\d[\w.-]{0,20} (?:works|worked|is fine)\b/i,
  /\b["'`]?bin["'`]?\b.{0,30}\bpoints? (?:at|to) .{1,80}\b(?:not|n't|no|missing|absent)\b.{0,30}\b(?:tarball|package|release|published)\b/i,
  /\b[`'"]?files[`'"]?\b.{0,30}\bpackage\.json\b.{0,20}\b(?:does not|doesn't|do not|without|misses|lacks)\b/i,
  /\b(?:npx|uvx|bunx|npm exec|pnpm dlx) (?:-\S{1,20} ){0,3}\S{1,80}(?:@|==)\d[\w.]{0,20}\W{0,6}(?:works|worked|is fine|starts)\b/,
];
/** A release by which every server fails is one of the client. */
const OF_ALL_SERVERS =
  /\b(?:all|every) (?:(?:stdio|local|remote|npx|of my|my) )?(?:MCP )?servers?\b|\b(?:locally )?configured MCP servers\b/i;
const SCRIPT =
  /^npm (?:error|ERR!) (?:command \S{1,100} (?:-c|\/d \/s \/c) (?=\S)|sh: (?:\d{1,3}: )?(?=\S{1,60}: (?:command )?not found$))(.{1,120})$/;
/** On Windows beside the person's settings; elsewhere the `lib` of the prefix. What is a variable still is another cause. */
const NO_PREFIX = [
  /\bENOENT: no such file or directory, lstat '([^'$%{}]{1,300}(?:[/\\]Roaming[/\\]npm|[/\\]lib))'/,
  /^npm (?:error|ERR!) path ([^$%{}]{1,300}[/\\]Roaming[/\\]npm)$/,
];
/** A part of npm, or of corepack, that has failed itself. */
const OWN_FAULT = [
  /\bCannot find module '@npmcli\/|\buvx? trampoline failed\b|\bThis project is configured to use (?:npm|pnpm|yarn)\b/,
  /\bnpm (?:error|ERR!) (?:Error: )?(?:cb\(\) never called|Exit handler never called|This is an error with npm itself|Maximum call stack size exceeded)/,
  // A mistake in its own code, or a part of it that is gone.
  /^npm (?:error|ERR!) (?:[\w$.]{1,60} is not (?:a function|a constructor|defined|iterable)\b|Class extends value\b|Cannot find module\b)/,
  /\bCannot find module 'libnpx'/,
  /^ReferenceError: primordials is not defined$|^(?:uvx?|node|npm|bun): symbol lookup error: (?!\S{1,200}\.node\b)|\bis not compatible with the npm config\b|^corepack: /,
  /\bCannot find matching keyid\b|\bcorepack\.cjs:\d/,
  /\bCould not determine Node\.js install directory\b|\bLock compromised\b|\bcb\.apply is not a function\b|\b[Cc]annot find module .{0,80}\bnp[mx]-cli\.js\b/,
  // corepack, and a snap that may not see where it is.
  /^Usage Error: This project is configured to use (?:npm|pnpm|yarn)\b/,
  /\bcannot open path of the current working directory: Permission denied\b/,
  // What a launcher of Python was made for is gone; what npx itself takes in.
  /\buv trampoline failed to\b|\bFatal error in launcher: Unable to create process\b/,
  /\bCannot find module '[^']{1,200}'.{0,40}\b[Rr]equire stack:\s*-? ?\S{0,200}\/np[mx]$/,
  // Bun and uv of themselves; npm of an age that does not know what is asked of it.
  /\bBun has crashed\b|\bindicates a bug in Bun\b|\buv has panicked\b|\bpanicked at crates[/\\]uv/,
  /^npm (?:error|ERR!) Invalid dependency type requested\b/,
  // Somebody's own words.
  /\b(?:np[mx]|node|pnpm|bunx?|uvx?|python3?)\b.{0,40}\b(?:dangling|broken) (?:sym)?link\b|\b(?:np[mx]|node|uvx?) (?:shim|installation|install) (?:is|was) (?:corrupt|broken|damaged)/i,
  /(?<!\b(?:on|in|from|via|to) )\b(?:np[mx]|pnpm|yarn|bunx?|uvx?) (?:itself )?(?:is broken|broke|stopped working|refuses to run)\b/,
];

/** npx of npm 6 with a newer Node.js: it says its mistake without the type of the error, as no server would. */
function faultOfSix(start: Said): Matched | undefined {
  return stderrMatches(start, NO_PATH).find(({ evidence: { text } }) => !text.includes('TypeError'));
}

const NO_PATH =
  /^(?:npx: installed \d{1,5} in [\d.]{1,6}s )?(?:Path must be a string|The "path" argument must be of type string)\. Received (?:type )?undefined$/;

/** What a package client throws stands in a file of its own: the first frame below the error. */
function ownCrash({ stderr }: Said): Matched | undefined {
  const thrown = stderr.findIndex(({ text }) => THROWN.test(text));
  const last = stderr[thrown];
  const frame = stderr.slice(thrown + 1).find(({ role }) => role === 'frame');
  return last && frame && OWN_FILE.test(frame.text) ? { groups: [], evidence: stderrEvidence(last) } : undefined;
}

const THROWN = /^(?:TypeError|ReferenceError|SyntaxError|RangeError)(?: \[\w+\])?: /;
const OWN_FILE = /[/\\]node_modules[/\\](?:npm|npx|pnpm|yarn|corepack)[/\\](?!.*[/\\]_npx[/\\])/;

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
