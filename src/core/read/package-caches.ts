import { goesOn } from './goes-on';
import { firstSaid, firstWhere, stderrEvidence, told } from './lines';
import { isInVain } from './what-helped';
import type { Told } from '../facts';
import type { Matched } from './lines';
import type { Said } from './statements';

/** What a package client keeps for the next time is not what it was: a file is cut short, gone, or another one. */
export type PackageCachesFact = Told<'cache-damaged'>;

/** npm, pnpm, bun, uv and pip by their words; all of them by a place of theirs and what is wrong there, in one line. */
export function read(start: Said): readonly PackageCachesFact[] {
  // People speak of it in what is pasted, and not in what a start of ours has printed.
  const isPasted = start.from.via === 'log';
  const holds = (text: string): boolean => isBrokenPlace(text) || (isPasted && isToldBroken(text));
  // uv ends its tree with what it was that kept it from the rest of an archive.
  if (firstSaid(start, [CUT_BY_NETWORK])) return [];
  const found = firstSaid(start, WORDS) ?? firstWhere(start, holds);
  return told('cache-damaged', found ?? cutShort(start));
}

const CUT_BY_NETWORK =
  /\bFailed to download distribution due to network timeout\b|\bcaused by: (?:operation timed out|connection (?:reset|closed))\b/i;

/** Where package clients keep what they have fetched and installed. */
const PLACE =
  /[/\\](?:_npx|_cacache|\.?cache[/\\](?:uv|pip|pnpm|yarn)|archive-v\d|dlx|bunx-\d{1,9}-|\.bun[/\\]install[/\\]cache)[/\\-]/;
/** Not there, in the way, or cut short. */
const WRONG = [
  /\b(?:[Nn]o such file|ENOENT|ENOTDIR|ENOTEMPTY|EEXIST|cannot find the (?:file|path)|[Nn]ot found|does not exist)\b/,
  /\b(?:[Dd]irectory not empty|[Ff]ile already exists|os error (?:39|66|145))\b/,
  /\b(?:[Ff]ile too short|[Tt]runcated|[Cc]orrupt(?:ed)?|[Ii]ncomplete|(?:ERR_)?MODULE_NOT_FOUND|cannot find \.\.?[/\\])/,
];
/** A file that the person has to put there; what loaders ask for, what a shell does not find, what the system starts. */
const OF_OTHERS =
  /(?:credential|oauth|token|secret|keys?|config|settings|account|\.env)(?![\w.-]{0,40}\.(?:[cm]?js|wasm|node|py|pyd|so)\b)[\w.-]{0,40}['"`]?(?:$|[\s,:])|\bCannot find (?:module|package) ['"]|\bspawn\b|: command not found\b|: \d{1,4}: \S{1,200}: not found\b/i;

/** Somebody’s own words: whose cache, and what is wrong with it. */
function isToldBroken(text: string): boolean {
  return (
    !goesOn(text) &&
    !ENDED_EARLY.test(text) &&
    OF_CLIENT.test(text) &&
    KEPT.test(text) &&
    (DAMAGED.test(text) || HELPED.test(text)) &&
    !isInVain(text)
  );
}

/** That of a start which was over too soon: it is made anew. */
const ENDED_EARLY = /\bdiscards?\b.{0,30}\bpartial install/i;
const OF_CLIENT = /(?<![\w-])(?:np[mx]|pnpm|yarn|bunx?|uvx?|pip)\b|\b_npx\b/i;
/** What was done about it, and that this was it. */
const HELPED =
  /(?:需要|得|要)先?(?:删除|清(?:理|除|空)|清)掉? ?(?:np[mx]|uvx?|pip)? ?(?:的)?缓存|(?:删除|删掉|清(?:理|除|空)).{0,80}(?:_npx|npm-cache|缓存).{0,30}(?:就好|正常|解决|可以|成功)|キャッシュ.{0,8}(?:削除|クリア).{0,16}(?:直り|解決|動)|\b_npx\b.{0,40}\b(?:is|are|was|were) (?:broken|stale|incomplete)\b|\buntil .{0,40}\bcache\b.{0,20}\b(?:clear|delet|remov|empt|wip|purg)|\buntil .{0,60}(?:\bcache (?:clean|clear|prune)|\brm -rf? \S{0,80}_npx)\b|\b(?:rm -rf?|rmdir|Remove-Item)\b.{0,80}\b(?:_npx|cache)\b.{0,80}\b(?:fix|help|solv|resolv|work)|\bcache (?:clean|clear|purge|prune)\b.{0,60}\b(?:fix|help|solv|resolv|work)|\b(?:clear|delet|remov|wip|purg|clean)(?:ed|ing|e|s)?\b.{0,60}\b(?:_npx|cache)\b.{0,60}\b(?:fix|help|solv|resolv|work|start(?:s|ed) again)|\b(?:fix|help|solv|resolv|work)\w*\b.{0,30}\b(?:rm -rf?|delet\w*|clear\w*|remov\w*)\b.{0,60}\b(?:_npx|cache)\b/i;
const KEPT = /缓存|キャッシュ|\b(?:npm-cache|cached?|node_modules|install(?:ation|ed)?|packages?|_npx)\b/i;
const DAMAGED =
  /(?:残留|残缺|损坏|不完整).{0,4}(?:的)?缓存|缓存.{0,8}(?:残缺|损坏|不完整)|\b(?:corrupt(?:ed|ion)?|damaged|incomplete|stale|old(?: broken)? version|bad cached state|interrupted (?:install\w*|download\w*|extract\w*)|(?:is|was) empty|half[- ](?:finished|written|installed)|checksum mismatch|(?:cannot|can't|could not) find (?:the |a |some )?files? in|files? (?:that |which )?(?:cannot|can't|could not|couldn't) be found (?:in|under|below)|partial(?:ly)?(?: install\w*| extract\w*| download\w*)?)\b|\bbroken (?:np[mx]|pnpm|yarn|bunx?|uvx?|pip|_npx)? ?(?:package )?cache\b|\bcache is broken\b/i;

/** What a package holds besides its code: that a release leaves out, and an installation hardly loses alone. */
const DATA =
  /[/\\](?:node_modules|site-packages)[/\\].{1,300}[/\\](?!package(?:-lock)?\.json)[^/\\'"`]{1,100}\.(?!(?:[cm]?js|node|wasm|py|so|pyd)\b)\w{1,8}\b/;

function isBrokenPlace(text: string): boolean {
  return PLACE.test(text) && WRONG.some((form) => form.test(text)) && !OF_OTHERS.test(text) && !DATA.test(text);
}

/** npm's and bun's words for an archive that is another one, then Node.js' and uv's for one that is not whole. */
const WORDS = [
  /\bnpm (?:error|ERR!) code EINTEGRITY\b|^(?:Error: )?EINTEGRITY\b|\bIntegrity check failed\b|\bintegrity checksum failed when using sha\d|\bTracker "idealTree" already exists\b|\bERR_PNPM_TARBALL_INTEGRITY\b/,
  // npm's tree of what it has installed, with a hole in it.
  /\bnpm (?:error|ERR!) (?:Cannot read propert(?:y|ies) (?:of|'\w+' of) (?:null|undefined)\b|Cannot destructure property '\w{1,40}' of '[\w.]{1,60}' as it is (?:null|undefined)\b|Cannot set properties of (?:null|undefined)\b|Invalid Version: *$)|^(?:\d+ )?verbose stack TypeError: Invalid Version: *$/,
  /\b_npx[/\\].{1,200}package\.json\b.{0,80}\b(?:Unexpected|JSON)|\b(?:Error parsing|JSON)\b.{0,120}[/\\]_npx[/\\]/,
  /\bERR_INVALID_PACKAGE_CONFIG\b|\bInvalid package config .{1,300}_npx\b/,
  // What is left of a file of Python, or of what it was compiled to.
  /\bEOFError: marshal data too short\b|\bsource code (?:string )?cannot contain null bytes\b|\bbad magic number in '/,
  /\bThe wheel is invalid\b|\bMissing \.dist-info directory\b|\b[Ff]ailed to read metadata from:? \S{1,300}\barchive-v\d/,
  /\bTAR_(?:ENTRY_ERROR|BAD_ARCHIVE)\b|\bZ_(?:DATA|BUF)_ERROR\b|\bzlib: (?:unexpected end of file|incorrect (?:data|header) check)\b/,
  /\b[Ff]ailed to (?:unzip|extract) .{1,200}\.(?:whl|tar\.gz|zip)\b|\b(?:[Ii]nvalid|[Bb]ad) [Zz]ip (?:archive|file)\b|\bBadZipFile\b/,
  /\b[Ff]ailed to (?:read|parse|deserialize) .{0,80}\b(?:uv|cache)\b.{0,80}\b(?:RECORD|METADATA|cache entry|archive|invalid|corrupt\w*)\b/,
  // What was fetched is not what the index or a lock file says of it.
  /\b[Hh]ash mismatch for `?|\bDO NOT MATCH THE HASHES\b|\b[Ii]ncorrect integrity when fetching\b|\bERR_PNPM_(?:ENOTEMPTY|UNEXPECTED_PKG_CONTENT_IN_STORE)\b/,
  /\bUnexpected end of data\b.{0,40}\bzip\b|\bcache entry is missing\b|\bnpm (?:error|ERR!) (?:must provide string spec|Invalid package, must have name and version|code E(?:BADF|TXTBSY)\b)/,
  /\bnpm (?:error|ERR!) Unexpected end of JSON input\b|\b[Ff]ailed to (?:extract|unpack)(?: the)? archive\b|\bfrom the (?:npm|pnpm|bun|uv) cache$/,
  /\bInvalid tar header\b|\bFailed to parse: `?[^`]{1,300}[/\\]archive-v\d|\btarball data for \S.{0,200} seems to be corrupted\b|\bzlib\.error: Error -[35]\b|\b[Ff]ailed to deserialize cache entry\b/,
  /\bnp[mx]: ENOTEMPTY\b|\b(?:FileNotFound|error) extracting tarball\b|\bfailed to link package: EEXIST\b|\bIntegrityCheckFailed\b|\b[Ff]ailed to read metadata from installed package\b|\bBroken environment: no pyvenv\b|\bdue to missing RECORD file\b|\bInvalidLockfile\b|\bNtSetInformationFile\b|\bnpm (?:error|ERR!) Cannot set property '\w{1,40}' of (?:undefined|null)\b|\bfailed to read from the distribution cache\b/,
];

/** A file of what npx has installed ends too early for Node.js, which shows the file some lines above. */
function cutShort({ stderr }: Said): Matched | undefined {
  const end = stderr.findIndex(({ text }) => CUT.test(text));
  const last = stderr[end];
  const around = stderr.slice(Math.max(0, end - MOST_SHOWN), Math.max(0, end + 2));
  const isInCache = around.some(({ text }) => IN_NPX.test(text));
  return last && isInCache ? { groups: [], evidence: stderrEvidence(last) } : undefined;
}

const MOST_SHOWN = 8;
const CUT = /^SyntaxError: Unexpected end of (?:JSON )?input$/;
const IN_NPX = /[/\\]_npx[/\\].{1,400}:\d{1,6}$/;
