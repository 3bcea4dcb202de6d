import { CLIENT } from './client-names';
import { firstSaid, stderrEvidence, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

export type ReleasesFact =
  /** Somebody has seen that a release was published without a part of it. */
  Told<'release-told'>;

/** What people, a list of its files and Python tell of a release: that it lacks a part, or that another version works. */
export function read(start: Said): readonly ReleasesFact[] {
  return [
    ...toldByPeople('release-told', start, RELEASE).filter(
      ({ evidence: { text } }) => !OF_ALL_SERVERS.test(text) && !OF_A_CLIENT.test(text),
    ),
    ...toldByPeople('release-told', start, TWO_VERSIONS).filter(({ evidence }) => !OF_ANOTHER.test(evidence.text)),
    ...told('release-told', firstSaid(start, [/\bcoroutine 'main' was never awaited\b/])),
    ...onlyPapers(start),
  ];
}

/** npm lists what a release holds, and there is no code among it. */
function onlyPapers({ stderr }: Said): readonly ReleasesFact[] {
  const files = stderr.filter(({ text }) => LISTED_FILE.test(text));
  const described = files.find(({ text }) => text.endsWith(' package.json'));
  return described && files.every(({ text }) => PAPER.test(text))
    ? [{ kind: 'release-told', evidence: stderrEvidence(described) }]
    : [];
}

const LISTED_FILE = /^npm notice [\d.]{1,8} ?[kMG]?B {1,8}\S{1,200}$/;

const PAPER = / (?:package\.json|(?:LICEN[CS]E|README|CHANGELOG|CHANGES|NOTICE|AUTHORS)(?:\.\w{2,8})?)$/i;

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

/** The version is one of a client. */
const OF_A_CLIENT = new RegExp(`\\b${CLIENT} v?\\d+\\.\\d`, 'i');

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
