import { told, firstSaid, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** Somebody has seen that variables do not get from the client to the server. */
export type LostEnvironmentFact = Told<'env-dropped'>;

/**
 * What people say of an environment that does not arrive: the environment, or a part of it, and that it is not handed on,
 * or is taken away. A server that says so misses a setting, and says which.
 */
export function read(start: Said): readonly LostEnvironmentFact[] {
  if (start.from.via !== 'log') return [];
  const said = toldByPeople('env-dropped', start, [...LOST, ...OTHERWISE]).filter(
    // A program that compares files.
    ({ evidence }) => !/\.env\.example\b/.test(evidence.text),
  );
  return said.length > 0 ? said : told('env-dropped', firstSaid(start, DEFAULT_INSTEAD));
}

/** Variables, or the place where an entry has them. */
const VARIABLES = String.raw`(?:\benv_vars\b|\benv(?:ironment)?[\x60'"]?[- ]?(?:vars|variables|blocks?|section|map|object|values)\b|\b(?:the|this|that|my|each) (?:env(?:ironment)? )?variable\b|(?<!\b[Mm]issing |[Rr]equired )\b[Vv]ariables\b|\bone of the variables\b)`;
/** All of it; not the environment that a language has for its packages. */
const ENVIRONMENT = String.raw`(?<!\b(?:virtual|[Pp]ython|conda|node|development|production|runtime|isolated|managed|this|build) )\benv(?:ironment)?\b(?![- ](?:var|variable|file)\b)`;
/** Of a server that ends where it is not given it is no more than missing. */
const NAME = String.raw`(?<!\b(?:[Ww]hen|[Ii]f|[Uu]nless|[Ww]here) (?:the |an? )?)\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b`;

const NOT = String.raw`(?:\b(?:not|never|cannot|fails? to|failed to|failing to|no longer|without|stopped|instead of)\b|n't\b)`;
/** Up to the verb: an auxiliary, an adverb. */
const AUXILIARY = String.raw`(?: (?:be|been|being|get|gets|seem to|appear to|even|actually|always|automatically|\w{1,12}ly))*`;
/** From one process to another. */
const HANDED = String.raw` (?:inherit\w*|pass(?:ed|es|ing)?|handed|hand(?:s|ing)?|forward\w*|propagat\w*|reach\w*|receiv\w*|deliver\w*|inject\w*|transfer\w*|arriv\w*|export(?:ed|s|ing)?|visible|carr(?:y|ied|ies))\b`;
/** The same of many at once, as people put it. */
const SEEN = String.raw` (?:load\w*|pick(?:s|ed|ing)? up|recogni[sz]\w*|detect\w*|appl(?:y|ied|ies)|hono?u?r\w*|respect\w*|see|sees|seen|read|used?|available|have|get|gets|expos\w*|populat\w*|substitut\w*|make it|there|present)\b`;
const TAKEN = String.raw`\b(?:strip(?:s|ped|ping)?|drop(?:s|ped|ping)?|saniti[sz](?:es?|ed|ing)|clear(?:s|ed|ing)?|filter(?:s|ed|ing)?(?: out)?|discard(?:s|ed|ing)?|scrub(?:s|bed|bing)?|lost|loses?|ignor(?:es?|ed|ing)|wip(?:es?|ed|ing)|omit(?:s|ted|ting)?|swallow(?:s|ed|ing)?|redact(?:s|ed|ing)?)\b`;

const LOST: readonly RegExp[] = [
  new RegExp(`${VARIABLES}.{0,80}?${NOT}${AUXILIARY}(?:${HANDED}|${SEEN})(?!: (?:none|nothing|0)\\b)`, 'i'),
  new RegExp(`${NOT}${AUXILIARY}(?:${HANDED}|${SEEN})(?!:).{0,40}?${VARIABLES}`, 'i'),
  new RegExp(
    `(?:${VARIABLES}|${ENVIRONMENT}).{0,60}?\\b(?:is|are|was|were|gets?|being)(?: \\w{1,12}ly)? ${TAKEN}`,
    'i',
  ),
  new RegExp(
    `(?:${VARIABLES}|\\bPATH entries\\b).{0,120}?\\b(?:is|are)(?: \\w{1,12}ly)? (?:absent|gone|nowhere)\\b`,
    'i',
  ),
  new RegExp(`${TAKEN}.{0,30}?${VARIABLES}`, 'i'),
  // It has little of it, or nothing.
  new RegExp(
    `\\b(?:empty|minimal|bare|stripped(?:-down)?|reduced|saniti[sz]ed|restricted|crippled) ${ENVIRONMENT}`,
    'i',
  ),
  new RegExp(
    `\\b(?:lacks?|lacking|none of|nothing (?:of|from)) (?:the |my |its |all |any )?(?:${VARIABLES}|[\`'"]?env[\`'"]? (?:entries|values)\\b|config\\b|mcp\\.json\\b)`,
    'i',
  ),
  new RegExp(`${ENVIRONMENT}.{0,20}?\\bonly (?:contains?|has|holds|includes?)\\b`, 'i'),
  /\bprocess\.env\b.{0,60}?\b(?:are|is|were|was)(?: not|n't) (?:there|in it|present)\b/,
  new RegExp(`${ENVIRONMENT}.{0,60}?${NOT}${AUXILIARY}${HANDED}`),
  new RegExp(`${NOT}${AUXILIARY}${HANDED}.{0,60}?${ENVIRONMENT}`),
  new RegExp(
    `\\b(?:loses?|strip(?:s|ped)?|swallow(?:s|ed)?|wip(?:es?|ed)|eats|saniti[sz](?:es?|ed)|clear(?:s|ed)?|scrub(?:s|bed)?)(?:-down)? (?:down )?(?:the |its |my |all |this )?(?:\\w{1,14} )?${ENVIRONMENT}`,
  ),
  new RegExp(`${NAME}.{0,60}?${NOT}${AUXILIARY}${HANDED}`),
  new RegExp(`${NOT}${AUXILIARY}(?:${HANDED}| (?:see|contain|include|have)s?\\b).{0,24}?${NAME}`),
];

/** The same in other words: where it is there, and where it is not. */
const OTHERWISE: readonly RegExp[] = [
  /\b(?:fails?|failed|crashe[sd]|breaks?|broke|errors?|ENOENT)\b.{0,60}\b(?:when|once|if|as soon as|whenever) (?:an? |the |any )?[`'"]?env(?:ironment)?[`'"]?(?: (?:block|property|option|field|vars?|variables?))? (?:is|are) (?:set|given|provided|passed|specified|present|added|defined)\b/i,
  /\b(?:spawn|start|launch)(?:s|ed)? with (?:only|just|nothing but) (?:the )?env(?:ironment)?\b/i,
  /\b(?:isolat|prevent|keep|stop|block)\w*\b.{0,60}\bfrom (?:inheriting|seeing|reading|getting|receiving)\b.{0,40}\benv(?:ironment)?\b/i,
  /\b[Ee]ven though\b.{0,80}\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,40}\b(?:is|are) (?:set|defined|exported|there)\b/,
  /\b(?:restrict|limit|sanitiz|filter|strip|whitelist|clear)\w*\b.{0,24}\benv(?:ironment)?\b.{0,40}\b(?:child|server|sub-?process|stdio)\w*\b.{0,24}\b(?:inherit|receiv|get|see)\w*/i,
  // A client that hands on only what has a certain beginning.
  /\b(?:should (?:be|have been)|must be|has to be|needs? to be|had to be|renam\w+ (?:it )?to|prefix\w* with)\b.{0,24}\b(?:MCP|N8N)_(?=[A-Z_ ]|$)/,
  /\benv(?:ironment)? var(?:iable)?s?\b.{0,20}\b(?:not|never) (?:being )?(?:written|taken over|added|applied)\b/i,
  /\.env\b(?: file)?.{0,20}(?:\bnot|n't)(?: being)?(?: \w{1,12}ly)? (?:detected|loaded|picked up|found|read)\b.{0,20}\b(?:in [A-Z]\w+|by (?:the client|[A-Z]\w+)|when (?:started|launched|spawned|run) (?:by|from|via)|when (?:the )?(?:client|editor|app|IDE) (?:starts|launches|spawns))/,
  /\.(?:zshrc|bashrc|zprofile|bash_profile|profile|zshenv)\b.{0,40}\b(?:but|yet|and)\b.{0,40}(?:\bnot|n't|\bnever)\b.{0,12}\b(?:see|get|know|find|have)\b/,
  /\b(?:exported|set|defined) (?:in|on) (?:the |my |a )?(?:shell|terminal|host|machine|system)\b.{0,24}\b(?:but|yet)\b.{0,40}(?:\bnot|n't|\bnever)\b.{0,12}\b(?:see|get|know|find|have|in|set|there|defined)\b/i,
  /\b(?:set|configured|defined|given) (?:in|under) (?:the |my )?(?:config\w*|entry|mcp\.json|[`'"]?env)\b.{0,30}\b(?:still|but|yet)\b.{0,60}\b(?:missing|not set|required|undefined|not found)\b/i,
  /\bonly (?:[A-Z]{3,12}(?:, | and )){1,6}.{0,24}\b(?:reach|arrive|(?:is|are) (?:passed|inherited|handed|forwarded))/,
  /^(?:process\.env|os\.environ) is empty\b|\bworks? (?:when|if|once|after)\b.{0,20}\bhard-?cod\w*/i,
  new RegExp(`${NOT}${AUXILIARY} inherit\\w* (?:a |the |my )?(?:login )?shell\\b`),
  /\bthe env(?:ironment)? var(?:iable)? (?:is|was|stays) (?:empty|blank)\b/i,
  /^(?:the )?env(?:ironment|s)?(?: (?:block|section|values?|variables?|vars))? (?:is|are) (?:empty|ignored|dropped|lost|not (?:passed|inherited|there|used|read|applied))[.!]?$|^env (?:ignored|dropped|lost|not passed)[.!]?$/i,
  /\b(?:variables|env vars) (?:are|is) not (?:inherited|there|passed|seen)\b|\b(?:does not|doesn't|cannot|can't) (?:see|read|get) (?:the )?env(?:ironment)?[.!]?$|\b(?:os\.environ|process\.env) (?:does not|doesn't) (?:have|contain)\b/i,
  /\bmissing\b.{0,20}\b(?:although|even though|though|but|despite)\b.{0,30}\b(?:in [`'"]?env\b|configured\b|is set\b|are set\b|in the config\b)/i,
  /(?:\bnot|\bnever|n't) (?:get|see|receive|read)s? what is (?:under|in) [`'"]?env(?:ironment)?\b/,
  /(?:环境变量|(?<!\.)\benv\b).{0,16}(?:不生效|[没未]有?生效|无效|[没未]有?传|传不|读取?不到|获取不到|拿不到|丢失)/,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,80}\b(?:(?:not|n't) (?:take|have|show)(?: any)?|no|without) effect\b/i,
  /\bempty\b.{0,60}\b(?:although|even though|though|but|despite)\b.{0,60}\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,40}\b(?:set|defined|configured|there)\b/,
  /\b(?:starts?|started|launched|runs?|spawned) without (?:the |any |my |its )?env(?:ironment)? (?:vars?|variables?)\b/i,
  /\b(?:env(?:ironment)? (?:vars?|section|block)|variables?)\b.{0,60}(?:\bnot|n't) (?:visible|available|used|seen) (?:to|in|by|for)\b/i,
  /\b(?:child|process|server)\b.{0,12} (?:starts|started|runs|is (?:started|spawned|launched)) with (?:a|an) (?:clean|fresh|own) environment\b/i,
  /\bPATH (?:inside|in|of) (?:the )?server\b.{0,40}\b(?:lacks|misses|is missing|does not (?:contain|include|have))\b/,
  /(?:\bnot|\bnever|n't) (?:get|see|receive|expose|pass|inject)(?:s|ed)? .{0,30}\bas env(?:ironment)? (?:vars?|variables?)\b/i,
  /\b(?:printenv|`env`|env output)\b.{0,60}(?:\bnot|n't) (?:list|show|print|contain|have|include)\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,60}\bunknown (?:to|in) (?:the |its )?(?:server|child|spawned|started)\b/,
  /\b(?:printenv|`env`|env output)\b.{0,60}\b(?:none of|no) (?:the |my |its )?(?:\w{1,12} )?variables\b/i,
  /\b(?:launched|started|opened) (?:from|via|by) (?:the )?(?:Dock|Finder|Spotlight|Launchpad|Start menu|desktop icon)\b.{0,80}\b(?:not set|unset|undefined|missing|empty)\b/,
  /\benv(?:ironment)?\b.{0,120}\b(?:everything else|the rest|all other(?: variable)?s)\b.{0,60}\b(?:is|are|gets?) (?:stripped|dropped|lost|missing|gone|removed)\b/i,
  /\bonly (?:the )?(?:\w{1,12} ){0,3}variables?\b.{0,60}\b(?:available|passed|visible|present|there)\b.{0,20}\b(?:child|spawned|server) (?:process|environment)\b/i,
  /\b(?:var(?:iable)?s?|[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60})\b.{0,20}\b(?:absent|not (?:present|there))\b.{0,10}\b(?:in|from) (?:the )?(?:child|spawned|sub-?process|server(?:'s)? (?:process|env\w*))\b/i,
  /\b[Nn]either [A-Z][A-Z0-9]*_\w{1,60} nor [A-Z]\w{1,60} (?:is|are|gets?|was|were) (?:exported|passed|visible|available|handed on)\b/,
  // It is there, and is not seen where it is needed.
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,30}\bundefined\b.{0,40}\b(?:although|even though|but|despite)\b.{0,40}\b(?:set|defined|config\w*|env)\b/i,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,120}\bnever (?:make|made|get|got|arrive|come|came)s? (?:it )?(?:in)?to\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,30}\bnot set (?:on|in|for) the (?:spawned|child|server|started)(?! environment)\b/,
  /\b(?:os\.environ|process\.env|getenv)\b.{0,60}\b(?:None|undefined|empty|null)\b.{0,60}\b(?:although|even though|though|but|despite|while)\b/,
  /\b(?:set|there|defined|configured) (?:in|under|by) (?:the |my )?[`'"]?env\b.{0,20}\bbut\b.{0,30}\b(?:sees?|gets?|receives?|finds?|reads?|has)\b.{0,12}\b(?:empty|blank|nothing|undefined|no)\b/i,
  /(?:\bnot|n't|\bcannot|\bcan't) (?:find|see|get|read|use)\b.{0,30}\bthat (?:I|we) (?:have )?(?:put|set|wrote|gave|added|defined|configured) (?:in|under|to|into) (?:the |my )?[`'"]?env\b/i,
  /\bworks? (?:when|if)\b.{0,40}\bexport\w*\b.{0,40}\b(?:but )?not (?:through|with|via|from|in)\b.{0,12}\benv\b/i,
  /\b(?:process|server|child) has none of (?:the|my|its) (?:env(?:ironment)? )?variables\b/i,
  /\bexport [A-Z][A-Z0-9_]{2,60}=.{0,60}\bworks?\b.{0,60}\b(?:does not|doesn't|not|fails)\b/,
  /\b(?:manually|by hand|in (?:the|a|my) (?:terminal|shell))\b.{0,60}\b(?:exported|set)\b.{0,40}\bworks?\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60} len(?:gth)?: ?0\b/,
  /\b(?:inherits?|gets?|sees?|has|receives?) only (?:the |its )?(?:parent|client|host|shell)(?:'s)?(?: process(?:'s)?)? env(?:ironment)?\b/i,
  /\b(?:gets?|receives?|sees?|reads?|passed|has) (?:an? |the )?(?:\w{1,10}\/)?(?:empty|blank|undefined) (?:\w{1,12} )?(?:token|key|value|string|password|secret)s?\b.{0,30}\b(?:instead of|rather than|in(?:to)? place of)\b/,
  /环境变量.{0,30}(?:失败|不行|不能|报错|连不上).{0,30}直接(?:输入|填写?|写|配置?).{0,20}(?:正常|可以|成功|没问题)/,
  /\bonly (?:the )?`?PATH`? (?:is|was|gets?|being)\b.{0,12}\b(?:passed|handed|inherited|forwarded)\b/,
  /(?:\bnot|n't) (?:seem|appear|look)\b.{0,30}\benv(?:ironment)? (?:vars?|variables?)\b.{0,24}\b(?:injected|passed|loaded|read|picked up|forwarded)\b/i,
  /(?:\bnot|\bnever|n't) (?:see|read|load|source|get|inherit|know)s?\b.{0,24}(?:\.(?:zshrc|bashrc|zprofile|bash_profile|profile|zshenv)\b|\bshell (?:profile|rc)\b)/,
  /\benv(?:ironment)? var(?:iable)?s? (?:is|are) absent\b/i,
  /\b(?:variables?|exports?|token|keys?)\b.{0,30}(?:\.(?:zshrc|bashrc|zprofile|bash_profile|profile|zshenv)\b|\bshell (?:profile|rc)\b).{0,20}\b(?:(?:is|are) (?:missing|lost|gone|unset|undefined)|(?:is|are)(?: not|n't) (?:there|set|seen|visible|passed|available)|(?:never|do(?:es)? not|don't|doesn't) (?:reach|arrive|get))\b/,
  /\benv(?:ironment)? var(?:iable)?s?\b.{0,20}\b(?:is|are|comes?(?: out)?|arrives?|stays?) (?:empty|undefined|blank|missing)\b.{0,60}\b(?:although|even though|though|but|despite|while)\b/i,
  /\bworks? (?:when|if) (?:exported|started|run|launched) (?:in|from) (?:the |a |my )?(?:shell|terminal)\b.{0,60}\bnot (?:when|if|from)\b/i,
];

/** It is set, and what stands for nothing is used: the server goes on, and the entry has no effect. */
const DEFAULT_INSTEAD = [
  /\b(?:[Dd]espite|[Aa]lthough|[Ee]ven though|[Tt]hough)\b.{0,20}\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,60}\b(?:uses?|using|falls? back to|connects? to|picks?|tries|defaults? to)\b.{0,20}\b(?:default|localhost|127\.0\.0\.1)\b/,
  /\benv\b.{0,60}\b(?:silently )?falls? back to (?:the |its )?defaults\b/,
];
