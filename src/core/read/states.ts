/** A state that people find a thing in: the words for it behind the thing, and in front of it, as parts of a pattern. */
export interface State {
  readonly behind: string | null;
  readonly before: string | null;
}

export const NODE = 'node(?:\\.?js)?';
/** What is a program by itself, and no part of another name. */
export const RUNNER = `(?:npx|npm|${NODE}|uvx?|bunx?|deno|docker|python3?|pipx)(?![-/.:\\w])`;

/** The forms in which people say that a thing is in a state. `thing`: alternatives of a pattern. */
export function formsOf(thing: string, { behind, before }: State): readonly RegExp[] {
  return [
    ...(behind === null ? [] : [new RegExp(`(?<![\\w./-])(?:${thing})${MORE} (?:${behind})`, 'i')]),
    ...(before === null ? [] : [new RegExp(`\\b(?:${before})${ARTICLE} (?:${thing})(?![\\w-])`, 'i')]),
  ];
}

/** Where it is, what kind of a thing it is, and how sure somebody is. */
const MORE =
  '(?:,? (?:itself|binary|executable|command|program|process|folder|directory|file|here|simply|just|really|actually|apparently|which|that|again|now))?(?: (?:of|in|on|at|for|from|behind|under|inside|with) (?:the |my |an? |our |its |your |this )?[\\w.@~/-]{1,24})?';
const ARTICLE =
  "(?: (?:the|an?|my|its|our|any|that|this|all|your|to|of)(?: \\w+['’]s)?)?(?: (?:whole|local|own|same|right|project|required|needed))?";

export const IS =
  '(?:is|was|are|were|has been|had been|have been|be|gets?|got|stays?|turned out(?: to be)?|seems?(?: to be)?|appears?(?: to be)?)';
export const IS_NOT =
  "(?:(?:is|was|are|were|has|had|have) (?:not|never)(?: been)?|(?:is|was|are|were|has|had|have)n['’]t(?: been)?)";
export const DOES_NOT =
  "(?:(?:does|do|did|can|could|will|would) ?not|cannot|(?:does|do|did|ca|could|wo|would)n['’]t|never|no longer|fail(?:s|ed)? to|(?:was |is )?unable to)";
const EVEN = '(?: (?:yet|even|actually|always|properly))?';

/** It was to be so. */
const MUST_BE =
  '(?:has|have|had|needs?|needed|must|should|ought)(?: to)?(?: have)? be(?:en)?(?: (?:already|also|first))?';

/** It is not there. */
export const GONE: State = {
  behind: `${IS_NOT}${EVEN} (?:found|there|installed|present|available|set up|visible|built|created|included|part of)\\b|not (?:found|there|present|installed)\\b|${IS} (?:missing|absent|gone|nowhere|a prerequisite)\\b|${DOES_NOT}${EVEN} exist\\b|${MUST_BE} (?:installed|built|compiled|created|present)\\b`,
  before: `${DOES_NOT}(?: \\w{1,8})? (?:find|locate|see|have|know|contain|include|bring)s?|there (?:is|was) no|lack(?:s|ed)?`,
};

/** It does not run. */
export const OFF: State = {
  behind: `${IS_NOT}${EVEN} (?:running|started|up|enabled|open(?:ed)?|active|launched|connected|on)\\b|${IS} (?:stopped|down|off|offline|closed|paused|disabled|dead)\\b|${MUST_BE} (?:open(?:ed)?|running|started|enabled|up|active|connected|launched)\\b`,
  before: '(?:I )?(?:had )?forg[eo]t(?:ten)? to (?:start|open|launch|run|enable)',
};

/** Somebody else has it. */
export const HELD: State = {
  behind: `(?:${IS} )?(?:already |still )?(?:in use|taken|occupied|held|locked|busy)\\b`,
  before:
    '(?:still )?(?:holds?|held|holding|occup(?:ies|ied|ying)|keeps?|kept|keeping|blocks?|owns?|owned|locks?|fight(?:s|ing)? (?:over|for)|hogs?)',
};

/** It is there a second time. */
export const TWICE: State = {
  behind: `(?:(?:is |was )?(?:already|still) (?:runs?|running|alive|active|open)|has not (?:exited|ended|quit|stopped)|had not (?:exited|ended|quit|stopped)|was left (?:over|running|behind)|(?:holds?|kept|keeps?|has|had|occupies) (?:the )?(?:port|lock|database|file))\\b`,
  before: null,
};

/** It is not the one that was meant. */
export const WRONG: State = {
  behind: `${IS} (?:wrong|not the (?:one|same|right)\\b|an?other\\b|a different\\b|incorrect|mistaken)`,
  before: '(?:wrong|incorrect|mistaken)',
};

export const OLD: State = {
  behind: `(?:${IS}|that(?:['’]s| is)) (?:far |much |way )?(?:too )?(?:old|low|outdated|ancient)\\b`,
  before: '(?:too old|outdated|ancient)',
};

/** It was kept, and is not what it was. */
export const SPOILT: State = {
  behind: `${IS} (?:broken|corrupt\\w*|damaged|in a (?:bad|broken|weird|strange) state|incomplete|stale|poisoned|inconsistent|half[- ]\\w+)\\b`,
  before:
    '(?:broken|corrupt\\w*|damaged|stale|incomplete|half[- ]\\w+(?: \\w+)?|partial|poisoned)(?: \\w{1,10}){0,3}(?: in| of| from)?',
};

/** It was published so. */
export const BAD: State = {
  behind: `${IS} (?:broken|defective|faulty|buggy|unusable)\\b|${DOES_NOT} (?:contain|include|ship) |(?:lacks?|misses|omits|forgot) (?:the |its |some |a )?(?:dist|build|lib|bin|files?|modules?|output|dependenc\\w+)\\b`,
  before: '(?:broken|defective|faulty)',
};

/** It stands in the way of a program. */
export const BLOCKS: State = {
  behind:
    "(?:had |has |immediately |silently |also )?(?:block(?:s|ed)?|refuse[sd]?|forbids?|deni(?:es|ed)|kill(?:s|ed)?|delete[sd]?|remove[sd]?|quarantine[sd]?|flag(?:s|ged)|stop(?:s|ped)|prevent(?:s|ed)|(?:does not|doesn['’]t|won['’]t) (?:allow|let)|isolate[sd]?|terminate[sd]?|eats?|ate)\\b",
  before:
    '(?:blocked|killed|quarantined|deleted|removed|flagged|stopped|prevented|refused|detected|terminated|isolated|eaten) by',
};

/** Nobody answers for it. */
export const UNTRUSTED: State = {
  behind: `${IS_NOT}${EVEN} (?:trusted|accepted|known)\\b|${IS} (?:untrusted|self[- ]signed|signed by (?:our|my|the|an?)\\b|rejected|intercepted|replaced|swapped|re-?signed)`,
  before: `${DOES_NOT} (?:trust|accept|like)|reject(?:s|ed)|refuse[sd]?|complain(?:s|ed) about|self[- ]signed|its own|(?:swap|replace|intercept|re-?sign|rewrite)s?`,
};

/** Nothing answers there. */
export const UNREACHED: State = {
  behind: `${IS_NOT}${EVEN} (?:reachable|resolvable|accessible|online|up)\\b|${IS} (?:unreachable|offline|down|inaccessible)\\b|${DOES_NOT} (?:resolve|answer|respond|be (?:reached|resolved))\\b|(?:cannot|can['’]t|could not) be (?:reached|resolved)\\b|(?:is )?only reachable (?:from|over|via|through|inside|with)\\b`,
  before:
    "nothing (?:listens|runs|answers|is listening|is running) (?:at|on|under|behind)|(?:cannot|can['’]t|could not|couldn['’]t|unable to) (?:reach|resolve)",
};

/** It was reached once, and is not now. */
export const DOWN: State = { behind: `${IS} (?:down|offline|unavailable)\\b`, before: null };
