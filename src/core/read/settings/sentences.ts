import { goesOn } from '../goes-on';
import { NAME } from './names';

/**
 * What a sentence says of the settings in it: that they are missing; nothing of the kind; or, in the same words, that one
 * has a value which does not do, that the server goes on without it, or something about other things.
 */
export type Meaning = 'absent' | 'other' | 'about-a-value' | 'advice' | 'about-something-else';

/** Judges a sentence by its form. */
export function meaningOf(sentence: string): Meaning {
  if (VALIDATED.test(sentence) || UNRESOLVED.test(sentence)) return 'absent';
  if (ABOUT_SOMETHING_ELSE.test(sentence)) return 'about-something-else';
  if (isAboutValue(sentence)) return 'about-a-value';
  if (ADVICE.test(sentence) || goesOn(sentence)) return 'advice';
  return IS_ABSENT.some((form) => form.test(sentence)) || isAbsentElsewhere(sentence) ? 'absent' : 'other';
}

/** Whether the sentence itself calls what it names a setting. */
export function callsItSetting(sentence: string): boolean {
  return CALLED_SETTING.test(sentence);
}

const ABSENT =
  "(?:required|needed|missing|unset|undefined|mandatory|absent|empty|null(?: or empty)?|(?:could|can) ?not be found|does(?: not|n't) exist|not in (?:the |your )?env(?:ironment)?|(?:is|was|are|were)n't (?:set|defined|provided|configured|specified|given|present|found)|[Nn]ot (?:been )?(?:set|defined|provided|configured|specified|given|supplied|passed|present|found)|must (?:both |all )?be (?:set|provided|defined|specified|configured|supplied|given|present)|(?:needs?|has|have) to be (?:set|provided|defined|specified|configured))";
const WORDS = '[^.!?]{0,120}?';

/** A setting is missing: its name before what is said of it, or behind what asks for it. */
const IS_ABSENT: readonly RegExp[] = [
  new RegExp(`\\b[Uu]ndefined (?:array key|index):? ["'\`]?${NAME}\\b`), // PHP
  /\bvariables\b.{0,60}\bnot present in (?:the )?env(?:ironment)?:\s*$/i, // dotenv-safe
  new RegExp(`\\b${NAME}\\b["'\`]?${WORDS}\\b${ABSENT}\\b`),
  new RegExp(
    `\\b[Mm]issing\\b|\\b${ABSENT}\\b${WORDS}(?:[Vv]ariables?|[Ss]ettings?|[Kk]eys?|[Ee]nv)\\b${WORDS}(?:\\b${NAME}\\b|:\\s*$)`,
  ),
  new RegExp(
    `\\b(?:[Rr]equires?(?! no\\b)|[Nn]eeds?(?! no\\b)|[Pp]lease (?:set|provide|export|specify|configure|define|add)|(?:[Nn]eed|[Mm]ust|[Hh]ave) (?:to )?(?:set|provide|export|specify|configure|define|add|supply|pass|give|enter))\\b${WORDS}(?:\\b${NAME}\\b|:\\s*$)`,
  ),
  new RegExp(
    `\\b[Nn]o ["'\`]?${NAME}\\b${WORDS}\\b(?:provided|found|set|given|configured|supplied|specified|passed|environment)\\b`,
  ),
  new RegExp(`\\b[Nn]ot found in (?:the |your |process[. ])?env(?<=\\b${NAME}\\b.{0,50})`),
  new RegExp(`\\b[Ss]et (?:the )?["'\`]?${NAME}["'\`]? (?:and|then) (?:try|run|re-?run|re-?start|start)\\b`),
  new RegExp(
    `^(?:\\w{0,30}Error: )?[Ss]et (?:the )?["'\`]?${NAME}["'\`]? (?:before\\b|in (?:your|the) (?:env|shell|\\.env|config))`,
  ),
  new RegExp(`\\b[Nn]o (?:[\\w-]{1,20} ){1,3}\\(["'\`]?${NAME}\\b`),
  new RegExp(`\\b[Ee]nvironment variables?(?:\\(s\\))?\\b${WORDS}\\b${ABSENT}:? {0,2}["'\`]?${NAME}\\b`),
  new RegExp(`\\b[Ee]xpected ["'\`]?${NAME}["'\`]? to be (?:set|defined|present|provided)\\b`),
  new RegExp(
    `\\b(?:[Nn]o value for|[Nn]o such env(?:ironment)? var(?:iable)?:?|[Cc]annot start without|[Uu]nable to read) ["'\`]?${NAME}\\b`,
  ),
  new RegExp(
    `\\b(?:[Dd]id you forget to set|[Mm]ake sure(?: that)?|[Cc]heck (?:that )?(?:your \\.env(?: file)?:?)?) ?["'\`]?${NAME}\\b(?!["'\`]? (?:is )?(?:valid|correct|right))`,
  ),
  new RegExp(
    `\\b(?:[Ii]ncomplete|[Uu]nauthorized|[Nn]ot configured|[Nn]ot authenticated)\\b[^!?]{1,60}\\b(?:[Pp]rovide|[Ss]et|[Dd]efine|[Aa]dd|[Ee]xport) (?:the )?["'\`]?${NAME}\\b`,
  ),
  new RegExp(
    `\\b(?:[Cc]ould not|[Cc]annot|[Ff]ailed to|[Uu]nable to) (?:load|read|get|find) (?:the )?(?:required )?env(?:ironment)? var(?:iable)?s?:? ["'\`]?${NAME}\\b`,
  ),
  new RegExp(`\\b[Nn]ot all (?:\\w{1,12} )?env(?:ironment)? var(?:iable)?s\\b.{0,40}: ["'\`]?${NAME}\\b`),
  new RegExp(`\\b[Uu]nset (?:env(?:ironment)? )?var(?:iable)?s?:? ["'\`]?${NAME}\\b`),
  new RegExp(`\\b[Ii]ncomplete\\b${WORDS}\\b${NAME}\\b`),
  new RegExp(`\\bwithout (?:an? |the )?["'\`]?${NAME}\\b`),
  // What is missing in words of its own, and how to give it.
  new RegExp(
    `\\b(?:[Nn]o|[Mm]issing|[Ww]ithout) .{1,60}[.;:,] ?(?:[Pp]lease )?(?:[Ss]et|[Pp]rovide|[Ee]xport|[Dd]efine|[Aa]dd|[Pp]ass) (?:the )?["'\`]?${NAME}`,
  ),
  // The last of the ways to give it.
  new RegExp(
    `\\b(?:[Pp]ass|[Pp]rovide|[Uu]se|[Ss]pecify)\\b[^!?]{0,160}\\bor (?:set|export|provide|define|use) (?:the |an? )?["'\`]?${NAME}\\b`,
  ),
  new RegExp(
    `\\b[Rr]eads? (?:the )?["'\`]?${NAME}\\b.{0,40}\\b(?:but|while|whereas)\\b.{0,40}\\b(?:has|have|sets?|uses?|gives?) (?:only )?["'\`]?[A-Z][A-Z0-9]*_`,
  ),
  /\bKeyError: ['"]/,
];

/** A sentence in another language: it calls what it names a variable of the environment, and it denies. */
function isAbsentElsewhere(sentence: string): boolean {
  return VARIABLE_ELSEWHERE.test(sentence) && DENIAL_ELSEWHERE.test(sentence);
}

const VARIABLE_ELSEWHERE =
  /环境变量|(?:在|到|中的?) ?env(?![\w.-])|環境變數|環境変数|환경 ?변수|\bUmgebungsvariablen?\b|\bvariables? d['’ ]environnement\b|\bvariables? de entorno\b|\bvariáve(?:l|is) de ambiente\b|\bvariabil[ei] d['’ ]ambiente\b|переменн\S{1,3} (?:окружения|среды)|\bzmienn\S{1,3} środowiskow|\bomgevingsvariabele|\bmiljövariabel|\bortam değişken/iu;
const DENIAL_ELSEWHERE =
  /未|没有|没设|请(?:先)?(?:设置|配置|提供|填写)|需要.{0,12}(?:设置|配置|提供|填写)|沒有|缺|ません|ない|없|않|\b(?:nicht|fehlt|fehlen|n['’]est pas|manque|manquante|falta|faltan|não|no se|non è|manca|nie jest|brak|niet|ontbreekt|saknas|inte)\b|\bno est[áa](?=\s|$|[.,;:!])|(?:^|\s)не(?:\s|$)|отсутств|eksik|ayarlanmamış/iu;

/** A validator of the environment lists what it misses by its name: every name with its complaints. */
const VALIDATED = new RegExp(
  [
    `\\b${NAME}["'\`\\]]{0,2} ?(?:=|=>|->|:|===?) ?(?:undefined|null|None|""|'')(?:$|[\\s,;])`,
    `\\b${NAME}["']?:\\s?\\[\\s*["'](?:Required|(?:Invalid input: )?[Ee]xpected \\w{1,20}, received undefined)`,
    `\\b${NAME}: (?:Required\\b|String must contain at least 1 |(?:[Cc]annot|[Mm]ust not) be (?:empty|blank))`,
    `\\b${NAME}: must be of type \\w{1,20}: value was (?:null|undefined)`,
    `\\bpath: \\[ ?'${NAME}' ?\\].{0,120}received undefined`,
    `\\b[Ee]xpected "${NAME}" but received undefined`,
    `"${NAME}" is required(?:[.,;]|$)`,
    `\\b[Ee]nvironment variables? not found: ["'\`]?${NAME}`,
    `\\bkey not found: "${NAME}"`,
    `\\b${NAME}: unbound variable$`,
    `\\b${NAME} \\(missing\\)`,
    `\\b(?:[Uu]ndefined|[Uu]nset|[Uu]nknown) env(?:ironment)?(?: variable)?s?:? ${NAME}\\b`,
    `\\b(?:[Gg]ot|[Rr]eceived|[Ff]ound) (?:undefined|null|nothing) for ${NAME}\\b`,
    `\\b${NAME} (?:=>|->) (?:Required|required)\\b`,
    `\\b(?:have|has)(?: not|n't) (?:set|defined|exported|configured|provided) ${NAME}\\b`,
    `^Set (?:the )?${NAME} (?:env(?:ironment)? )?(?:var(?:iable)?)?(?: or pass\\b|$)`,
    `\\b${NAME} (?:is )?undefined, (?:exiting|aborting|quitting|giving up)\\b`,
    `^export ${NAME}=`,
    `\\b[Uu]sage: ${NAME}=`,
    `^(?:[❌✗✘×] ?)?(?:Error: )?["'\`]?[A-Z][A-Z0-9_]{0,40}_(?:KEY|TOKEN|SECRET|URL|HOST|PASSWORD|USER|PAT|ID)["'\`]?[?!]?$`,
    `^(?:[Nn]eeds?|[Ss]et|[Nn]o|[Pp]rovide) (?:the |an? )?${NAME}$`,
    `\\bRequired at ["'\`]?${NAME}`,
    `\\bpath: \\[ ?["']${NAME}["'] ?\\], message: ["']Required\\b`,
    `\\b(?:exits|ends|quits|crashes|stops|fails) (?:if|when|because|unless|without) ${NAME}\\b`,
    `\\b[Pp]rovide --[\\w-]{2,30} or ${NAME}$`,
    `\\bAssertionError: ${NAME}\\b`,
    `^(?:[\\w.]{1,60}(?:Error|Exception)|[Ii]nvariant failed|[Uu]ndefined (?:index|array key)|ERROR|FATAL): ["'\`]?${NAME}["'\`]?\\??$`,
    `\\b(?:[Ff]ailed to (?:get|read|load)|[Cc]annot (?:get|read|find)|[Cc]ould not (?:get|read|find)) (?:the )?(?:env(?:ironment)? )?(?:var(?:iable)? )?["'\`]?${NAME}\\b`,
    `^(?:\\w{0,30}Error: )?[Nn]o ["'\`]?${NAME}["'\`]?[.!]?$`,
    `\\benviron\\[['"]${NAME}['"]\\].{0,20}\\bKeyError\\b`,
    `^(?:[\\w.]{1,80}(?:Error|Exception|Configured): )?\\W*[Ss]et (?:the )?${NAME} environment variable\\b`,
  ].join('|'),
);

/** Libraries for settings, in sentences that have the words of advice in them: python-decouple, Spring. */
const UNRESOLVED = /\bnot found\. Declare it as envvar\b|\bCould not resolve placeholder '/;

/** A server that says so goes on without the setting; so does one for which `goesOn` holds. */
const ADVICE =
  /\b(?:default(?:s|ing)?|optional(?:ly)?|disabled|disabling|fall(?:ing|s)? ?back|skipp\w+|ignor\w+|unavailable|limited|recommend\w*|(?<!\[)warn(?:ing)?(?!\])|(?<!\[)debug(?!\])|deprecated|instead)\b|默认|預設|可选|跳过|忽略|デフォルト|既定|기본값|\b(?:standardmäßig|Standardwert|par défaut|por defecto|predeterminado|padrão|predefinit[oa])\b|по умолчанию/i;
/** Sentences with the same words about something else. */
const ABOUT_SOMETHING_ELSE =
  /\b(?:ReferenceError|NameError)\b|\bversion [`'"‘]|\brelation "|\bflag provided\b|^perl: |^\s+LC_|(?<!\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60} )is not defined$/;

/** The setting is there, and what it holds does not do: nothing is missing. "Missing or invalid" leaves it open. */
function isAboutValue(text: string): boolean {
  return VALUE_REFUSED.test(
    text
      .replace(/\b(?:invalid|malformed) or (?=missing (?!scope|permission))/i, '')
      .replace(/(?<=\b(?:missing|unset|empty|not set)) or (?:is )?(?:invalid|malformed|incorrect|wrong)\b/i, ''),
  );
}

const VALUE_REFUSED =
  /\b(?:invalid|expired|malformed|incorrect|wrong|rejected|revoked|not valid|unrecogni[sz]ed|missing (?:the )?(?:scope|permission)s?|lacks?)\b|\b(?:must|should|(?:required|needs?|has|have) to) be (?:set to (?!your)|an?\b|one of|either|valid|at (?:least|most)|in the|between|true\b|false\b|greater|less|\d)/i;

const CALLED_SETTING =
  /\benv\b|\benvironment\b|\bvariables?\b|\bsettings?\b|\b(?:not|be|is|un)\s?set\b|\bexport\b|\bKeyError\b|\.env\b|\bconfigur/i;
