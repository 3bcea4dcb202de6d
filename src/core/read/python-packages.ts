import { captured } from '../text';
import { firstSaid, stderrEvidence, stderrMatches, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Matched } from './lines';
import type { Safe } from '../text';

export type PythonPackagesFact =
  | Told<'pypi-name-refused', { name: Safe; wantedBy: 'user' | 'package' | 'unknown' }>
  /** The folder in which uv keeps what it has fetched may not be written. */
  | Told<'uv-cache-denied'>
  /** What was fetched could not be linked to where it belongs. */
  | Told<'uv-link-refused'>
  /** What a package needs cannot be had together: one of its dependencies is not there in such a version. */
  | Told<'pypi-unsatisfiable', { name: Safe | null }>
  /** The interpreter that was chosen is not one that the package takes. `wanted`: as the package says it. */
  | Told<'python-version-refused', { version: Safe | null; wanted: Safe | null }>
  /** A package has no build for this machine, and building it here failed; npm's words for it, too. */
  | Told<'build-failed', { name: Safe | null }>
  /** A package is fetched by git, and there is none. */
  | Told<'git-missing'>
  /** git has asked for it, and did not get it. */
  | Told<'git-refused'>
  /** The package is a library: there is nothing in it to run. */
  | Told<'pypi-no-executables', { name: Safe }>
  /** No index answered, or it refused. */
  | Told<'pypi-unreachable'>
  /** The package is installed and has no executable of the name asked for. */
  | Told<'uv-no-executable', { name: Safe | null; wanted: Safe; provided: readonly Safe[] }>;

/** uv, pip and pipx: the index has no such name. uv wraps its sentence. */
export function read(start: Said): readonly PythonPackagesFact[] {
  // Offline, or with versions for other Pythons only, pip ends in the same words.
  const wasReallyAbsent = !start.stderr.some(({ text }) => /\bRetrying\b|Ignored the following versions/.test(text));
  const fromPip = (wasReallyAbsent ? stderrMatches(start, PIP) : []).flatMap(({ groups: [, name], evidence }) =>
    name ? [{ kind: 'pypi-name-refused' as const, name, wantedBy: 'unknown' as const, evidence }] : [],
  );
  const fromUv = start.stderr.flatMap((line): PythonPackagesFact[] => {
    const name = captured(line.text, UV_NAME)?.[1];
    const { sentence } = line;
    if (!name || !sentence.includes('was not found in the package registry')) return [];
    const wantedBy = sentence.includes(`you require ${name}`)
      ? 'user'
      : / depends on /.test(sentence)
        ? 'package'
        : 'unknown';
    return [{ kind: 'pypi-name-refused', name, wantedBy, evidence: stderrEvidence(line) }];
  });
  return [...[...fromUv, ...fromPip].slice(0, 1), ...noExecutable(start), ...refusals(start)];
}

function refusals(start: Said): readonly PythonPackagesFact[] {
  const version = firstSaid(start, VERSION_REFUSED) ?? matchStatement(start);
  const unreached = firstSaid(start, [UNREACHED]);
  // Where the name itself is unknown, no Python fits, or no index answered, that is the reason.
  const hasReason = version ?? unreached ?? start.stderr.find(({ sentence }) => NOT_THERE.test(sentence));
  const unsatisfiable = hasReason ? undefined : firstSaid(start, UNSATISFIABLE);
  const otherPython = version ? [] : toldByPeople('python-version-refused', start, OTHER_PYTHON);
  return [
    ...told('pypi-unreachable', unreached),
    ...told('uv-cache-denied', firstSaid(start, [CACHE_DENIED])),
    ...told('uv-link-refused', firstSaid(start, [LINK_REFUSED])),
    ...told('python-version-refused', version, ([, seen = null, wanted = null]) => ({ version: seen, wanted })),
    ...otherPython.map((fact) => ({ ...fact, version: null, wanted: null })),
    ...told('pypi-unsatisfiable', unsatisfiable, ([, name = null]) => ({ name })),
    ...told('build-failed', firstSaid(start, BUILD_FAILED), ([, name = null]) => ({ name })),
    ...told('git-missing', firstSaid(start, NO_GIT)),
    ...told('git-refused', firstSaid(start, GIT_REFUSED)),
    ...told('pypi-no-executables', firstSaid(start, [A_LIBRARY]), ([, ofUv, name = ofUv]) => (name ? { name } : null)),
  ];
}

/** The statement that Python 3.10 has brought, shown by an older one that does not know it. */
function matchStatement({ stderr }: Said): Matched | undefined {
  const at = stderr.findIndex(({ text }) => /^\s*match [\w.()[\]'"]{1,60}:$/.test(text));
  const error =
    at < 0 ? undefined : stderr.slice(at + 1, at + 4).find(({ text }) => /^SyntaxError: invalid syntax$/.test(text));
  return error && { groups: [], evidence: stderrEvidence(error) };
}

const A_LIBRARY =
  /\b(?:[Pp]ackage `?([\w.-]{1,128})`? does not provide any executables|No apps associated with package ([\w.-]{1,128}))/;
const NOT_THERE = /was not found in the package registry|there (?:are|is) no versions? of/;
const CACHE_DENIED =
  /\b[Ff]ailed to (?:initialize cache|open file|create (?:directory|file)|write)\b(?!.*\bNo such file\b).{0,200}(?:\.cache|[/\\]uv[/\\]cache|UV_CACHE_DIR)/;
const LINK_REFUSED =
  /\bfailed to (?:hardlink|hard link|reflink|clone) files? from .{1,700}\(os error (?![23]\))\d{1,4}\)/i;
const UNSATISFIABLE = [
  /\bwe can conclude that ([A-Za-z0-9][\w.-]{0,100})(?:==\S{1,40})? cannot be used/,
  /\b([A-Za-z0-9][\w.-]{0,100})(?:==[\w.]{1,30})? depends on [\w.-]{1,100}\S{0,40}(?: and|,|$)/,
  /\bDistribution `?([A-Za-z0-9][\w.-]{0,100})(?:==\S{1,40})? @ .{1,200}`? can't be installed because it doesn't have a source distribution or wheel\b/,
  /\bPackageNotFoundError: No package metadata was found for ([\w.-]{1,100})/,
  /\bDistribution not found at: file:()/,
  /\bResolutionImpossible\b|\bNo solution found when resolving\b/,
];
/** Somebody has seen which Python was taken, and which one is wanted. */
const OTHER_PYTHON = [
  /\brequires-python\b.{0,24}\bbut (?:the )?(?:interpreter|Python)\b|\bPython requirement \([^)]{1,40}\) is not compatible\b/,
  /需要 ?Python ?3\.\d{1,2}|Python ?版本.{0,8}(?:太低|过低|太高|不对|不支持|不兼容)/i,
  /\b(?:picks?|takes?|uses?|chooses?|defaults? to|runs? (?:on|with|under)|installs?|installation of|results? in) (?:the )?[Pp]ython 3\.\d{1,2}\b.{0,60}\b(?:although|but|while|not (?:fully )?(?:supported|compatible)|instead|requires?|needs?)\b/,
  /\b(?:lacks?|misses|missing|without|no) [`'"]?--python\b|\bno (?:pre-?built )?wheels? (?:for|on) Python 3\.\d{1,2}\b|\bwheels? (?:is |are )?not available for Python 3\.\d{1,2}\b/,
  /\b(?:needs?|requires?) (?:a )?Python (?:version )?(?:above|newer than|at least|>=?|from) ?3\.\d{1,2}\b|\b(?:with|on|under) Python 3\.\d{1,2}\b.{0,40}\bvia uvx\b|\bdefault Python is 3\.\d{1,2}\b/,
  /\badd(?:ing|ed)? [`'"]?--python[ =]3\.\d{1,2}[`'"]?.{0,60}\b(?:fix\w*|help\w*|solv\w*|work\w*)\b/,
];

/** uv's in its several forms, then pip's. */
const VERSION_REFUSED = [
  /\bthe (?:current|requested) Python version \((?:>=)?([\d.]{1,12})(?:,[^)]{1,20})?\) does not satisfy Python([<>=!~\d.,a-z]{1,30})/,
  /\brequested interpreter resolved to Python ([\d.]{1,12}), which is incompatible with .{0,80}?`?([<>=!~][<>=!~\d.,]{1,30})/,
  /\brequires a different Python: ([\d.]{1,12}) not in '?([<>=!~\d.,]{1,30})/,
  /\bNo interpreter found for ()executable name `?([\w.-]{1,60})`? in managed installations\b/,
  /\bNo suitable Python runtime found()()/,
  /\bNo interpreter found for ()Python ([<>=!~\d.,]{1,30})/,
  /\bIgnored the following versions that require a different python version: .{0,80}?()Requires-Python ([<>=!~][<>=!~\d.,]{1,30})/,
  /\bTypeError: '(?:type|ABCMeta)' object is not subscriptable\b/,
  // What older ones do not have: unions by `|`, and names of their own library; and what newer ones have lost.
  /\bTypeError: unsupported operand type\(s\) for \|: '(?:type|\w*GenericAlias|ABCMeta|NoneType|_\w+)' and '/,
  /\bcannot import name '\w{1,60}' from '(?:typing|enum|datetime|collections|asyncio|types|inspect|itertools|dataclasses|importlib\.\w{1,40})'/,
  /\bAttributeError: module '(?:pkgutil|collections|inspect|asyncio|ast|typing|string|time|fractions|unittest|ssl|locale|importlib(?:\.\w+)?|imp|types|datetime|enum|itertools|functools|logging)' has no attribute\b/,
  /\bNo module named '(?:tomllib|zoneinfo|graphlib|distutils|imp|asyncore|asynchat|cgi|telnetlib|pipes)'/,
  // Poetry, hatch, conda and servers, each in its own order.
  /\b[Pp]ython version ([\d.]{1,12}) is not supported by the project \(([^)]{1,30})\)/,
  /\brequires Python ['"]?()([<>=!~^][<>=!~^\d.,* ]{1,30}?)['"]?(?: but\b|,|;|\.?$)/,
  /\b[Rr]equires? (?:at least )?()[Pp]ython ?((?:>=? ?)?3\.\d{1,2}\+?)(?: or (?:higher|newer|later|above|greater))?\b/,
  /^(?:\w{0,30}Error: )?()[Pp]ython (3\.\d{1,2}\+?)(?: or (?:higher|newer|later|above|greater))? (?:is |or )?(?:required|needed)\b/,
  /\binterpreter version \(([\d.]{1,8})\) is newer than .{0,40}maximum supported version \(([\d.]{1,8})\)/,
  /\b[Rr]equested Python ()([\d.]{1,8}) but only [\d.]{1,8} found\b|\bisn't compatible with Python ([\d.]{1,8})\b/,
  /\bwith a matching Python (?:ABI|version) tag\b|\bno wheels? .{0,60}\b(?:cp3\d{1,2}|abi3)\b|\bno (?:cp3\d{1,2}|abi3) wheels?\b|\bNo download found for request: c?python-3\.\d/,
  /^Requires-Python ()([<>=!~][<>=!~\d.,]{1,30})$|\b[Uu]nsupported Python version\b/,
  // Python 2, and what was not yet a word.
  /\bSyntaxError: (?:Missing parentheses in call to 'print'|f-string: expecting '}|multiple exception types must be parenthesized)/,
  /\bThe Python request from `?()\S{1,60}`? resolved to Python .{0,80}incompatible/,
];
const BUILD_FAILED = [
  /\b[Ff]ailed to build `?([A-Za-z0-9][\w.-]{0,100}?)(?:==[\w.]{1,30})?`?$/,
  /\bFailed building wheel for ([\w.-]{1,100})/,
  /\bCall to `?[\w.]{1,60}\.build_(?:wheel|editable|sdist)`? failed\b()/,
  /\bGetting requirements to build wheel did not run successfully\b()|\berror: subprocess-exited-with-error\b/,
  /\b(?:maturin|cmake|meson|cargo) (?:build |metadata )?failed\b()/i,
  /\b[Bb]uild backend returned an error\b()|\b\w{2,12} must be installed to build\b()|\bpg_config executable not found\b()|\bfatal error: [\w./-]{1,80}\.h(?:pp)?: No such file\b()/,
  /\b(?:Python\.h: No such file|CMake Error\b|can't find Rust compiler|ld: library not found for|(?:pkg-config|meson|ninja|cmake|make|gcc|g\+\+|cc)\b.{0,20}: (?:command )?not found|pkg-config not found|invalid active developer path)()/,
  /\bCould not build wheels for ([\w.-]{1,100})/,
  /\b(?:does|do|did|will) not (?:compile|build) (?:against|on|with|for|under) (?:Node|Python)\b()|\bnative (?:module|addon|extension)s?(?:'s)? (?:build|compilation) (?:fails|failed)\b()/,
  /\bNo prebuilt binaries found\b()|\bgyp (?:ERR!|verb|info)\b.{0,40}\b(?:could not find (?:Python|a version)|not found: make)\b()/,
  /\berror: command '[^']{1,200}' failed\b()/,
  /\bfailed to run custom build command for `?([\w.-]{1,80})/,
  /\berror: linker `?[^`]{1,80}`? not found\b()/,
  /\berror: could not compile `?([\w.-]{1,80})`?/,
  /\bMicrosoft Visual C\+\+ [\d.]{1,6} or greater is required\b()/,
  /\bgyp ERR! (?:build error|find (?:VS|Python)|stack Error|not ok)\b()|\bnpm (?:error|ERR!) command .{0,40}\b(?:node-gyp|prebuild-install|node-pre-gyp|cmake-js)\b/,
  /^\s*hint: (?:Build failures usually indicate|This usually indicates a problem with the package or the build)\b()/,
  /^(?:make|ninja): (?:g\+\+|gcc|cc|c\+\+|clang): No such file\b()|\berror: metadata-generation-failed\b/,
];
const NO_GIT = [
  /\bGit executable not found\b/,
  /\bnpm (?:error|ERR!) (?:syscall spawn git|.{0,80}\bspawn git ENOENT)/,
  /\bERROR: Cannot find command 'git'/,
  /\bnpm (?:error|ERR!) .{0,40}\bsyscall spawn git\b|\bnpm (?:error|ERR!) enoent An unknown git error/,
];
/** git's own words, and npm's for any of them. */
const GIT_REFUSED = [
  /^(?:npm (?:error|ERR!) )?(?:fatal: (?:repository '[^']{1,300}' not found|[Cc]ould not read from remote repository|[Aa]uthentication failed for|unable to access ')|remote: Repository not found|An unknown git error occurred)|\bGit operation failed\b|\bfatal: (?:could not read Username for|[Cc]ouldn't find remote ref)\b|^npm (?:error|ERR!) command git .{0,40}\b(?:ls-remote|clone|fetch)\b|\bgit ls-remote .{1,80}: exit status \d/,
  /^(?:npm (?:error|ERR!) )?(?:git@\S{1,100}: )?Permission denied \(publickey\b/,
];
/** uv quotes the address; pip warns at each attempt, and names the error of the connection. */
const UNREACHED =
  /\b(?:outbound|network|internet) access\b.{0,60}\b(?:prevent|block|stop)\w*\b.{0,60}\b(?:download|fetch|install)|\bFailed to fetch: `?https?:|\berror sending request for url \([^)]{1,300}(?:\/simple\/|\.whl|\.tar\.gz|\/json|\.zip)|^WARNING: Retrying \(|\bHTTP error [45]\d\d while getting https?:|\bpip\._vendor\.urllib3\.exceptions\.\w{1,40}TimeoutError\b|Could not fetch URL https?:|\b[Rr]equest failed after \d{1,2} retries\b|\bNetwork connectivity is disabled\b|\b(?:unavailable because|since) the network (?:was|is) disabled\b|\b[Ff]ailed to download distribution due to network timeout\b|^\s*╰─▶ operation timed out$/;
const UV_NAME = /\bBecause ([A-Za-z0-9][\w.-]{0,213}) was\b/;
/** pip's, in its two lines. */
const PIP =
  /(?:Could not find a version that satisfies the requirement|No matching distribution found for) ([A-Za-z0-9][\w.-]{0,213})(?:[[=<>~!;@]\S{0,100})?(?: \(from (?!versions)\S[^()]{0,120}(?:\(line \d{1,5}\))?\))?(?: \(from versions: none\))?(?:$| and you require\b)/;

/** uvx: the package is there, and has no program of that name; the lines behind it list those that it has. */
function noExecutable(start: Said): readonly PythonPackagesFact[] {
  const [said] = [
    ...stderrMatches(start, NOT_PROVIDED),
    ...stderrMatches(start, NOT_AVAILABLE),
    ...stderrMatches(start, NOT_IN_PACKAGE),
    ...stderrMatches(start, NOT_SPAWNED),
  ];
  const [, wanted, name = null] = said?.groups ?? [];
  if (!said || !wanted) return [];
  const at = start.stderr.findIndex(({ number }) => number === said.evidence.line);
  const listed = start.stderr.slice(at + 1, at + MOST_LISTED).flatMap(({ text }) => captured(text, LISTED)?.[1] ?? []);
  return [{ kind: 'uv-no-executable', name, wanted, provided: listed, evidence: said.evidence }];
}

const MOST_LISTED = 20;
const NOT_AVAILABLE = /^The executable `?([^`]{1,128})`? was not found()(?:\.|$)/;
const NOT_PROVIDED = /An executable named `?([^`]{1,128})`? is not provided by package `?([^`]{1,128})`?/;
/** pipx names the program first, and the package behind it. */
const NOT_IN_PACKAGE = /^'([\w.-]{1,128})' executable script not found in package '([\w.-]{1,128})'/;
const NOT_SPAWNED = /^(?:error: )?Failed to spawn: `?([^`/\\\s]{1,128})`?(?:$| Caused by: )/;
const LISTED = /^\s*- ([\w.-]{1,128}?)(?:\.exe)?(?: \(.*\))?$/;
