import { safe } from '../text';
import { goesOn } from './goes-on';
import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Matched } from './lines';
import type { Said } from './statements';
import type { Safe } from '../text';

/** Something that the server is to be given is missing, and it does not say by which variable it is given. */
export type UnnamedSettingsFact = Told<'option-missing', { what: Safe }>;

/** Servers in plain words, and parsers of configurations by the name of a field. */
export function read(start: Said): readonly UnnamedSettingsFact[] {
  // An older Node.js does not say where a module lies (`import.meta.dirname`), and that is a path that is none.
  const isOld = firstSaid(start, [/^Node\.js v(?:1\d|20)\./]) !== undefined;
  const [nothing, what] = OF_NOTHING.find(([form]) => firstSaid(start, [form]) !== undefined) ?? [];
  if (nothing === OF_PATH && isOld) return [];
  if (nothing && what) return told('option-missing', firstSaid(start, [nothing]), () => ({ what }));
  const said = firstSaid(start, FORMS) ?? lastOf(start);
  if (said && (goesOn(said.evidence.text) || OF_REQUEST.test(said.evidence.text))) return [];
  return told('option-missing', said, (groups) => {
    const named = groups.slice(1).find((group) => group !== undefined);
    return named ? { what: named } : null;
  });
}

/** pydantic's report on settings, of which only the heading is left, or one line below. */
function lastOf(start: Said): Matched | undefined {
  const form = start.spoken.length === 1 ? CUT_REPORT : undefined;
  return form && firstSaid(start, [form]);
}

const CUT_REPORT =
  /^(?:pydantic\S{0,60}: )?\d{1,3} validation errors? for (\w{0,40}(?:Settings|Config(?:uration)?|Env\w{0,20}))$|^\s*([Ff]ield required) (?:\[type=missing\b|\(type=value_error\.missing)/;

const OF_PATH =
  /\bThe "(?:path|paths\[\d\]|url|input|key|data)" argument must be of type string\b.{0,60}\b[Rr]eceived undefined\b/;

/** What a program makes of a setting that is not there: Rust's value for one, a host by the name of nothing. */
const OF_NOTHING: readonly (readonly [RegExp, Safe])[] = [
  [/\bcalled `?Result::unwrap\(\)`? on an `?Err`? value: NotPresent\b/, safe('an environment variable')],
  [
    /\bVarError: NotPresent\b|^(?:Error: )?NotPresent$|^(?:Error: )?environment variable not found$/,
    safe('an environment variable'),
  ],
  // Python's and Node.js', of a value that is none; most of what is read at a start comes from the environment.
  [
    /\bTypeError: (?:the JSON object must be str, bytes or bytearray, not NoneType|expected str, bytes or os\.PathLike object, not NoneType|(?:int|float)\(\) argument must be .{1,80}'NoneType'|can only concatenate str \(not "NoneType"\) to str)/,
    safe('an environment variable'),
  ],
  [OF_PATH, safe('an environment variable')],
  [
    /^(?:\w{0,30}Error: )?(?:[Ee]nvironment|[Cc]onfiguration|[Ss]erver|[Aa]pp(?:lication)?) (?:is |was )?(?:not configured|incomplete)[.!]?$|^(?:\w{0,30}Error: )?[Pp]lease configure (?:the |this )?\w{2,20} first\b/,
    safe('its configuration'),
  ],
  [
    /\b(?:ENOTFOUND|ECONNREFUSED|EAI_AGAIN) (?:undefined|null)\b|\bhttps?:\/\/(?:undefined|null|None)\b|\b[Cc]onnect(?:ing|ion)? (?:to|with) ['"`]?(?:undefined|null|None)\b|\b[Ii]nvalid URL\b.{0,20}['"`(](?:undefined|null|None)\b|\binput: ['"](?:undefined|null|None)(?:['"/:])|\bInvalid URL ['"`](?:None|null|undefined)\b/,
    safe('the address of a host'),
  ],
  [/\bBearer (?:undefined|null|None)\b/, safe('a token')],
  [/\breturn value of "java\.lang\.System\.getenv\(String\)" is null\b/, safe('an environment variable')],
];

/** What a server misses in what it is asked is no setting of its own. */
const OF_REQUEST = /\b(?:in|from|with) (?:the |this |your )?(?:HTTP )?(?:[Hh]eaders?|[Rr]equest)\b/;

const WHAT =
  '((?:[Aa]n? |[Tt]he )?(?:[\\w-]{1,30} )?(?:API[ _-]?(?:[Kk]ey|[Tt]oken)|api[ _-]?(?:key|token)|(?:[Ss]ecret|[Ll]icen[cs]e) key|[Cc]lient (?:ID|id|[Ss]ecret)|[Aa]ccess[ _-][Tt]oken|[Aa]uth[ _-][Tt]oken|[Cc]onnect(?:ion)? [Ss]tring|[Bb]ase URL|[Dd]atabase URL))';
const ABSENT = '(?:required|missing|not (?:set|provided|found|configured|specified|given)|undefined|empty)';

/** What is given by a variable or an argument, as people call it. */
const THING =
  '(?:(?:env(?:ironment)?(?: var(?:iable)?s?)?|config(?:uration)?|(?:API |api |access )?(?:key|token)|api[Kk]ey|secret|password|credentials?|(?:database|base|server|api|API)? ?(?:url|URL)|host|connection string|client (?:id|ID|secret)|database))';

const FORMS: readonly RegExp[] = [
  // A sentence of a few words.
  new RegExp(
    `^(?!No tokens found)(?:\\w{0,30}Error: )?(?:[Ii]t )?(?:[Nn]o|[Mm]issing|[Nn]eeds?|[Rr]equires?|[Ss]et|[Pp]rovide|[Uu]nset)(?: an?| the| your| required)? (${THING})s?(?: is| are)?(?: set| found| configured| provided| given| defined)?[.!]?$`,
  ),
  new RegExp(
    `^(?:\\w{0,30}Error: )?(?:[Tt]he )?(${THING})s?(?: is| are| was| were)? (?:missing|required|not (?:set|found|configured|provided|there|given)|undefined|unset|invalid or missing)[.!]?$`,
    'i',
  ),
  new RegExp(
    `\\bbecause (?:no|the|its|an?) (${THING})s? (?:is|was|are|were) (?:not |missing|configured|set|given|there)`,
  ),
  /^(?:\w{0,30}Error: )?[Mm]issing required (config(?:uration)?|settings?|parameters?|values?)[.!]?$|^(?:pydantic\S{0,40}: )?(?:ZodError|ValidationError): (Required|token|api_?[Kk]ey|url|host|password|secret)$/,
  new RegExp(`(?<!\\b[Nn]o )\\b(?![Nn]o )${WHAT}s? (?:is|was|are|must be)? ?${ABSENT}\\b`),
  new RegExp(
    `(?<!\\b(?:requires?|needs?|wants?|takes?) )\\b(?:[Nn]o|[Mm]issing) (?:required )?${WHAT}\\b(?! (?:header|found in (?:cache|keychain)|(?:is |are )?(?:needed|required|necessary)\\b))`,
  ),
  // The name of a field, or of a variable of the code, that ends like one for such a thing.
  new RegExp(
    `(?:^|: )(?:\\w{0,30}Error: |Error: )?["'\`]?([a-z][A-Za-z]{0,30}(?:_[a-z]{1,20}){0,3}(?:Key|Token|Url|URL|Uri|Secret|Host|Password|_key|_token|_url|_secret|_host|_password))["'\`]? (?:is|was) ${ABSENT}\\b`,
  ),
  new RegExp(
    `^(?:\\w{0,30}Error: )?(?:[Tt]he )?["'\`]?((?:[Ss]erver |[Bb]ase |[Aa]pi |API )?(?:[Hh]ost(?:name)?|[Uu]rl|URL|[Ee]ndpoint|[Uu]sername|[Rr]egion|(?:[A-Z]?[a-z]{2,20} ){1,2}(?:ID|id)))["'\`]? (?:is|was) ${ABSENT}[.!]?$`,
  ),
  /\b(?:[Mm]issing|[Nn]o|[Ii]ncomplete)\b.{0,60}\b[Cc]heck (?:the |your )?(environment variables?)\b/,
  /\b([Ee]nvironment)(?: variables?)? validation (?:failed|error)\b/,
  // A value that is none, where a program shows what it uses.
  /\b(?:[Uu]sing|[Ww]ith|[Ll]oaded|[Gg]ot) (?:the )?((?:API |api |access |auth )?(?:key|token|secret|password|host|url|URL))[:=]? ['"`]?(?:undefined|null|None)\b/,
  /(?:^|[\s([{,])["'`]?((?:api|access|auth|bot|secret|base|server|db)_?(?:[Kk]ey|[Tt]oken|[Ss]ecret|[Uu]rl|URL|[Hh]ost))["'`]? ?[:=] ?['"]?(?:undefined|null|None)\b/,
  /\b((?:\w{1,20} )?API): (?:is )?not configured\b/,
  // The same where it stands alone, or is asked for.
  /^(?:\w{0,30}Error: )?[Mm]issing (?:required )?(token|password|secret|username|credentials)[.!]?$/,
  new RegExp(
    `(?<!^)\\b(?:set|provide|enter|configure|add|supply) (?:your |an? |the )(?!OAuth )(?:[A-Z]\\w{1,20} )?${WHAT}\\b`,
  ),
  /\b[Mm]issing (?:required )?config(?:uration)?: ([A-Za-z][\w.-]{1,60})$/,
  /^(?:[\w ]{0,30}[Ee]rror: )?["'`]?((?:[A-Za-z]{1,20}[ _]){0,4}(?:key|token|url|URL|password|secret|host))["'`]? must be (?:provided|set|given|specified|supplied)\b/,
  /\b(?:[Pp]rovide|[Ss]upply|[Ee]nter|[Cc]onfigure|[Ss]pecify) (?:your |the |valid )?(?:\w{2,20} ){0,2}(credentials)\b/,
  /\brequires (?:either |an? )?[`'"]?(token|username|password|credentials|apiKey|api_key)\b[`'"]?(?: or\b|$)/,
  /\b[Pp]roperty '?([a-z][\w-]{0,30}(?:\.[\w-]{1,40}){1,5})'? (?:is )?(?:not set|not defined|missing|required)\b/,
  /\b(?:required |mandatory )(?:setting|option|config(?:uration)?(?: value| key)?|property|parameter|field) ['"`]?([A-Za-z][\w.:-]{1,60})['"`]? (?:is |was )?(?:not (?:provided|set|found|given|configured)|missing|absent)\b/,
  /\b(?:[Nn]o|[Mm]issing) ((?:[A-Z][\w-]{1,20} )?(?:token|API key|key|secret|credentials?|password)) (?:supplied|provided|given|configured|specified)\b(?! in (?:the )?(?:header|request))/,
  /\b[Mm]issing required (?:config(?:uration)? )?(?:key|field|option|parameter|setting): ["'`]?([A-Za-z][\w.-]{1,60})/,
  /\b(?:[Yy]ou )?(?:need|have) to (?:authenticate|log in|sign in)( first| before)\b/,
  /\bDefaultAzureCredential failed to retrieve a (token)\b/,
  /请先?(?:配置|设置|填写|提供).{0,6}((?:API ?)?(?:[Kk]ey|[Tt]oken|密钥|密码|凭证))/,
  new RegExp(`\\b[Rr]equires? (?!no )${WHAT}\\b|\\b[Uu]ndefined ${WHAT}\\b`),
  /\b(?:[Mm]issing|[Uu]nset) (?:required )?(environment variables?)(?:[.!:]?$| (?:for|in)\b)/,
  /^(?!.*\b(?:[Oo]ptional|[Ww]arn)).*\b([Ee]nvironment variables?) (?:(?:is|are|was|were) )?(?:not (?:set|defined|provided)|missing|required)[.!]?$/,
  /^(?:[\w.-]{1,40}: )?(?:fatal|error|FATAL|ERROR)?:? ?[Nn]o (token|credentials|API key|password)[.!]?$/,
  /(?:^|[-:] )([a-z][A-Za-z]{0,30}(?:Key|Token|Url|URL|Secret|Host|Password)): (?:Required|is required)\b/,
  /\b[Tt]he ([A-Z]\w{0,40}(?:Key|Token|Url|Uri|Secret|Host|Password|ConnectionString)) field is required\b/,
  /(?<!\b[Nn]o )\b(?!No )((?:[A-Z]\w{1,20} )(?:[a-z]{2,12} )?(?:token|key|secret|password)) (?:is |was )?(?:missing|not found|required|not set|not provided)\b/,
  /\b([Aa]uthentication)(?: method)? (?:is |was )?not configured\b|\b[Nn]o (authentication|auth)(?: method)? configured\b/,
  /\b(?:IllegalArgumentException|ArgumentNullException): .{0,20}?\b([a-z]\w{0,40}(?:Key|Token|Url|Uri|Secret|Host|Password)) (?:must not|cannot|may not) be null\b/,
  /^(?:\w{0,30}Error: )?(?:[Nn]o ([Tt]oken|credentials|password)(?: provided)?|([Tt]oken) not found|([Cc]redentials) not provided)[.!]?$/,
  /\b[Mm]ust provide (?:an? |the )?((?:\w{2,20} ){0,2}(?:id|ID|key|token|url|URL|path|name))\b/,
  /\b([A-Z][A-Za-z]{2,40}) property has not been initialized\b/,
  /\bCould not resolve placeholder '([a-z][\w.-]{1,80})'/,
  /\bYou must specify (a region)\b/,
  /\b[Cc]onfiguration (?:value|key|setting|section) ['"]([A-Z][\w:.]{1,60})['"] (?:is missing|is required|(?:was )?not found)/,
  /\bmissing field `?((?!(?:source|command|transport|type)\b|capabilities|protocolVersion|clientInfo|serverInfo|jsonrpc)\w{1,60})`?/,
  /\b[Mm]issing required (?:parameter|option|setting|field|config(?:uration)?(?: value)?)s?:? ["'`]?([A-Za-z][\w.-]{1,60})/,
  /\b(?:[Aa]t least one of|[Oo]ne of|[Ee]ither) (.{3,80}?) (?:must|needs to|has to) be (?:configured|set|provided|specified|given)\b/,
  /^KeyError: ['"]([a-z][\w.-]{0,40}(?:key|token|url|secret|host|password|username|user_id|region|endpoint|KEY))['"]$/i,
  /^(?:\w{0,30}Error: )?[Mm]issing (credentials)\b/,
  new RegExp(
    `\\b(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Uu]nable to) .{1,60} without (?:an? |the |any |your )?(?:${WHAT}|(token|credentials|password))`,
  ),
  // Convict's, and Ruby's of what its caller did not get.
  /\b[Cc]onfiguration param '([\w.-]{1,60})' missing from config\b/,
  /\bmissing keywords?: :(\w{0,40}(?:key|token|url|secret|host|password|_id))\b/,
  /\b[Mm]issing config(?:uration)? (?:value|key|setting|option)s?: ([A-Za-z][\w.-]{1,60})/,
  /\b[Nn]o ((?:[A-Za-z]\w{1,20} ){0,2}(?:token|key|credentials|password)) (?:was |were )?found in (?:the |your )?(?:env|config|settings)/,
  new RegExp(`\\b[Nn]eed (?:an? |your )${WHAT}\\b`),
  /^(?:\w{0,30}Error: )?([Tt]oken|[Pp]assword|[Ss]ecret) is (?:empty|missing|not set|null|undefined)[.!]?$/,
  // .NET's, of what its caller did not get.
  /\bValue cannot be null\. \(Parameter '(\w{0,40}(?:[Kk]ey|[Tt]oken|[Uu]r[il]|[Ss]ecret|[Pp]assword|[Hh]ost|[Cc]onnectionString))'\)/,
  /(?:^|: )([a-z][\w-]{1,30}(?:\.[a-z][\w-]{1,30}){1,4}) must be (?:configured|set|provided|specified)\b/,
  /\b([\w-]{0,40}(?:token|key|secret|password|url|host|id)): .{0,30}\bexpected,? (?:but )?got (?:""|''|empty|nothing|undefined|null|None)/i,
  /\b(?:AWS )?([Rr]egion) is (?:missing|not set|required)\b|\bmust have an? (token|API key|access token|password|username)\b/,
  /\b((?:[A-Za-z]{1,20} ){0,2}(?:[Ii]d|ID|[Kk]ey|[Tt]oken|[Uu][Rr][Ll]|[Nn]ame|[Pp]assword|[Hh]ost)) (?:must not|cannot|can't|can not|should not) be (?:empty|blank|null)\b/,
  /\b[Mm]issing (?:config(?:uration)? )?(?:keys|fields|options|settings|values): ([A-Za-z][\w.-]{1,60})/,
  /^([a-z]\w{0,40}(?:_key|_token|_url|_secret|_id|_host|_password)): Field required\b/,
  /\bmissing value for field `?(\w{1,60})`?/,
  /\bNeither (\w{1,40}) nor [\w.]{1,60} provided\b/,
  // ajv's, Rust's, Hydra's, and of SDKs and drivers what they were to be given.
  /\bmust have required property '(\w{0,40}(?:[Kk]ey|[Tt]oken|[Uu]r[il]|[Ss]ecret|[Hh]ost|[Pp]assword))'/,
  /\b[Mm]issing configuration (?:field|value|key|setting) ["'`]?([A-Za-z][\w.-]{1,60})|\bMissing mandatory value: ([\w.-]{1,60})/,
  /\b[Cc]ould not resolve (authentication) method\. Expected\b|\bMissing (node)\(s\) option\b|\bclient (password) must be a string\b/,
  /\b[Tt]he "(ur[il]|host|token|apiKey|connectionString)" (?:parameter|argument|option|property)\b.{0,60}\b[Rr]eceived (?:undefined|null)\b/,
  /\bCannot bind argument to parameter '(\w{0,40}(?:Token|Key|Ur[il]|Secret|Password|Credential))' because it is (?:null|an empty string)/,
  // What is missing, and what comes of it.
  /\b([Ee]nvironment variables?) (?:is|are) (?:missing|unset|not (?:set|defined|there)|absent|undefined)\b.{0,80}\b(?:throws?|exits?|crash(?:es|ed)?|dies|quits|fails|process\.exit)\b/,
  /\b(?:throws?|exits?|crash(?:es|ed)?|dies|quits|fails)\b.{0,60}\b(?:when|if|because|unless)\b.{0,40}\b([Ee]nvironment variables?|[Ee]nv vars?) (?:is|are|has|have) (?:missing|unset|not (?:set|defined|there)|absent|undefined)\b/,
];
