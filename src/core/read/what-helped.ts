import { closeUp } from '../text';

/** It is well now. */
const WELL =
  '(?:(?<!to {1,3})(?:fix(?:e[sd])?|help(?:s|ed)?|solv(?:es?|ed)|resolv(?:es?|ed)|cur(?:es?|ed))|work(?:s|ed)(?! on\\b)|did (?:it|the (?:trick|job))|does (?:it|the (?:trick|job))|avoid(?:s|ed)|(?:made|makes) (?:it|the \\w+|everything) \\w+|came up|connected|succeed(?:s|ed)|freed|released|unblocked|(?:it )?stays up|keeps running|(?:it|that|this|everything|(?:the )?(?:server|client)) (?:now |finally )?(?:starts|started|connects|runs|ran|is up|comes up)|(?:errors?|problems?|issues?|it) (?:went|goes|is|was) (?:away|gone)|could (?:start|connect|load) it|(?:it|that|everything) (?:loaded|loads|launched)|(?:and|then) (?:it )?(?:loaded|works|connects|starts|runs)|(?:is|was|are|were|all|been) (?:fine|ok(?:ay)?|good|well|gone|green)|no more (?:errors?|problems?|issues?))';
/** The same before what it was that helped. */
const WELL_ONLY =
  '(?:work(?:s|ed|ing)?|fine|ok(?:ay)?|came up|comes? up|start(?:s|ed)|connect(?:s|ed)|run(?:s|ning)|ran|fix(?:ed|es)|solved|resolved|helped|succeed(?:s|ed)|gone)';
/** Where that is so only then. */
const THEN = '(?:after|once|when|if|unless|until|only|with|by|as soon as|since|through|via|because)';
/** It was wanted, or not done. */
const WANTED =
  "(?:had to|ha(?:s|ve) to|needs?(?: to)?|needed(?: to)?|requir(?:es?|ed|ing)|must|should(?: have)?|wants?|forg[eo]t(?:ten)?(?: to)?|remember(?:ed)? to|missed|left out|omitted|miss(?:es|ing)|lack(?:s|ed|ing)?|without|unless|did not|had not|ha(?:s|ve) not|was not|is not|never|no|\\w{2,6}n['’]t)";
const NOT_THERE =
  "(?:(?:(?:is|was|were|are|had|has|have) (?:been )?)?(?:missing|required|needed|necessary|mandatory|forgotten|absent|lacking|a prerequisite)|(?:must|ha(?:s|ve) to|had to|needs? to|should) be|(?:(?:is|was|were|are|had|has|have) (?:not|never)|(?:is|was|were|are|had|has|have)n['’]t) (?:been )?(?:set|there|given|passed|run|done|installed|running|started|enabled|open|up))\\b";
/** Within one sentence, and not through an address. */
const GAP = '(?:(?![.!?;:] |://|\\b(?:but|however)\\b).){0,48}?';

/** The same within a few words. */
const NEAR = '(?:(?![.!?;:] |://|\\b(?:but|however|and)\\b).){1,24}?';

/** That somebody did a thing, and it helped; as forms of a line. `thing`: alternatives of a pattern. */
export function remediesOf(thing: string): readonly RegExp[] {
  return [
    new RegExp(`(?<![\\w-])(?:${thing})${GAP}\\b${WELL}\\b`, 'i'),
    new RegExp(`\\b${WELL_ONLY}\\b${GAP}\\b${THEN}\\b${GAP}(?<![\\w-])(?:${thing})`, 'i'),
    new RegExp(`\\b(?:had|have|needed) to\\b${NEAR}(?<![\\w-])(?:${thing})`, 'i'),
  ];
}

/** That a thing was to be done or given, and was not. `flags`: empty where the letters of the thing tell what it is. */
export function lackedOf(thing: string, flags: 'i' | '' = 'i'): readonly RegExp[] {
  return [
    new RegExp(`\\b${WANTED}\\b${NEAR}(?<![\\w-])(?:${thing})`, flags),
    new RegExp(`(?<![\\w-])(?:${thing})${GAP} ${NOT_THERE}`, flags),
  ];
}

/** Whether it was done, and was not it; nothing else is said to have been. */
export function isInVain(text: string): boolean {
  return IN_VAIN.test(closeUp(text));
}

const IN_VAIN =
  /\bno (?:luck|success|difference|avail)\b|(?:\b(?:not|never|nothing|nor)|n['’]t) (?:\w+ )?(?:help|fix|solve|cure|make (?:a|any) difference|do the trick)\w*\b(?!.{0,60}\bdid\b)|\bin vain\b/i;

/** Nor was this, it seems: it was done, and there is still something to tell. */
export function isTried(text: string): boolean {
  return TRIED.test(closeUp(text));
}

const TRIED =
  /\b(?:tried|trying|still|same (?:error|result|problem|issue|thing)|no (?:effect|change)|even (?:after|with|when|if|though)|already|despite|although)\b/i;
