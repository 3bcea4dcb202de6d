import { GREETING } from './handshake';
import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A value is there, and is none that can be used. `what`: the value or the setting, as far as it is named. */
export type ValuesFact = Told<'value-refused', { what: Safe | null }>;

/** Parsers of numbers and addresses, validators, and libraries that look a name up among what they know. */
export function read(start: Said): readonly ValuesFact[] {
  // A value that is not there at all.
  if (firstSaid(start, [/\b(?:input: |Invalid URL:? ?)['"`](?:undefined|null|None)(?:['"/:`]|$)/])) return [];
  // An option has been taken for an address: a word of the command line is wrong, and no value.
  if (firstSaid(start, [TAKEN_FOR_ADDRESS])) return [];
  // What the server has answered the greeting with is no setting.
  if (firstSaid(start, [GREETING])) return [];
  return told('value-refused', firstSaid(start, FORMS) ?? unknownSetting(start), (groups) => ({
    what: groups.slice(1).find((group) => group !== undefined) ?? null,
  }));
}

/** Node.js shows what it was given for an address below its error. */
export const TAKEN_FOR_ADDRESS = /^\s*input: '(--?[a-z][\w-]{1,60})(?:[='])/;

/** pydantic, of a variable in a file of settings that is none of the program's. */
function unknownSetting(start: Said) {
  return firstSaid(start, [/\bvalidation errors? for \w{0,40}(?:Settings|Config|Env\w*)$/])
    ? firstSaid(start, [/^\s+(Extra inputs are not permitted)(?: \[type=extra_forbidden\b|$)/])
    : undefined;
}

const FORMS: readonly RegExp[] = [
  /\bValueError: (?:Level|Unknown level:?) '?\w{1,20}'?(?: does not exist)?$/,
  /"message":\s?"((?:Invalid input: )?[Ee]xpected \w{1,20}, received (?!undefined|null)\w{1,20})"/,
  /: \[\s*'((?:Invalid input: )?[Ee]xpected \w{1,20}, received (?!undefined|null)\w{1,20})'/,
  /\bInvalid URL:? ?'?([^\s']{1,200})?|"message":\s?"(Invalid url)"/,
  /\bERR_INVALID_URL\b/,
  // A header with a sign in it that none may have, mostly a break at the end of a token.
  /\bInvalid character in header content \["([\w-]{1,60})"\]|\bERR_INVALID_CHAR\b|\bis an invalid header value\b|\bIllegal header value b'|\bInvalid header value b?['"]|\bcharacter\(s\) in header (?:value|name): /,
  /\binvalid header field value for "([\w-]{1,60})"|\bfailed to parse header value\b|\bCannot convert argument to a ByteString because\b/,
  /\binvalid literal for int\(\) with base \d{1,2}: '([^']{0,80})'/,
  /\bcould not convert string to float: '([^']{0,80})'/,
  /\bInput should be (a valid \w{1,30}|'[^']{1,60}'(?:,| or) .{1,80})/,
  /\b(?:[Ii]nvalid|[Uu]nsupported|[Uu]nknown) (?:value|setting|option value) (?:for |of )?['"`]?([\w.-]{1,80})/,
  /\b(?:error: )?argument \S{1,60}: invalid (?:\w{1,30} )?value: '([^']{0,80})'/,
  /\binvalid value '([^']{0,80})' for '/,
  /\berror: argument -[^:]{1,60}: invalid choice: '([^']{0,80})'/,
  /^\s*Argument: [\w-]{1,40}, Given: "([^"]{0,80})", Choices: /,
  /\bCannot parse argument '([^']{0,80})' for (?:option|command|argument)\b|^Argument '([^']{0,80})' not recognized\. Must be one of\b/,
  /\bExpected --[\w-]{1,40}=(\S{0,80}) to be one of\b|\binvalid argument: --?([\w-]{1,40}) .{1,80} \(OptionParser::InvalidArgument\)/,
  /\b[Ii]nvalid value for '?([\w.-]{1,60})/,
  /\bInvalid port(?: number)?:? ?'?(\w{0,20})/,
  /\bRequest URL is missing an 'https?:\/\/'/,
  /\bunsupported protocol scheme "([^"]{0,40})"/,
  /\b(?:not able|unable|failed) to (?:detect|find|locate) (?:your |the |an? |any )?(kubeconfig)\b/,
  /\b(?:No active (?:cluster|context)|context "[^"]{1,100}" does not exist)\b/,
  /\b(?:[Ii]nvalid|[Mm]alformed) (?:connection string|DSN|database URL|URI|hostname|email|UUID|region)\b/,
  // Validators of the environment, of a variable by its name.
  /^["'`]?([A-Z][A-Z0-9_]{2,60})["'`]?:? (?:expected|must be|should be) (?:an? )?(?:valid )?(?:number|integer|boolean|ur[il]|string|email|port)\b/,
  /^["'`]?([A-Z][A-Z0-9_]{2,60})["'`]? (?:must|should|has to|needs to) (?:start|begin) with\b/,
  /\bstrconv\.\w{4,12}: parsing "([^"]{0,80})": (?:invalid syntax|value out of range)/,
  /^(?:dial|listen) \w{2,5}: (missing address|address [^:]{1,60}: missing port in address)$/,
  /\b[Ii]nvalid enum value for ([\w.-]{2,60})\b/,
  /\b[Ii]nvalid ([A-Z][A-Z0-9]*_[A-Z0-9_]{2,60})\b(?! or missing)/,
  /^(?:\w{0,30}Error: )?([Ee]xpected \w{1,20}, received nan)\b|\b[Ii]nvalid enum value\. (Expected .{1,80})/,
  /\b(?:value )?is not a valid (boolean|integer|number|float|URL|path|email)\b/,
  /(?:^|[\s"'`])((?:\/|[A-Za-z]:[/\\])[^'"`]{1,300}?)['"`]? is not a (?:valid )?(?:[Gg]it )?(?:repository|repo|directory|project|vault|workspace|database)\b/,
  /\b[Ii]nvalid (?!reference )((?:[\w-]{1,20} ){1,3})format\b/,
  /\b(\w{2,30}) format (?:is )?invalid\b|^(?:\w{0,30}Error: )?([A-Z][A-Z0-9_]{2,60}) must start with\b/,
  /\bdatabase "(undefined|null|None)" does not exist\b|\b((?:YOUR|your)[_-]\w{2,40}) is a placeholder\b/,
  /^(?:\w{0,30}Error: )?options\.(port) should be >= 0\b|\b[Mm]odel ['"`]([\w./:-]{1,80})['"`] (?:was )?(?:not found|does not exist)\b/,
  /\b([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}) (?:['"`][^'"`]{1,60}['"`] is not valid\b|has an? (?:invalid|wrong|unexpected) (?:format|value)\b)|\b(?:[Ff]ailed to|[Cc]ould not|[Cc]annot) parse ([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60})\b|\bwhile (?:reading|parsing) ([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60})\b/,
  /\b[Ee]xpected ([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}) to (?:start|be|match|end)\b|\b(?:URL|URI|url) must (?:start|begin) with\b|\b(?:[Kk]ey|[Tt]oken|[Ss]ecret) must be (?:exactly |at least )?\d{1,4} (?:characters|bytes|chars)\b|\bInvalid time ?zone specified: ([\w/]{1,40})/,
  /\bENOTDIR: not a directory, (?:scandir|open|opendir) '([^']{1,300})'/,
  /\bFailed to parse URL from (\S{1,200})/,
  /\bInvalid isoformat string: '([^']{0,80})'/,
  /\boption '[^']{1,60}' argument '([^']{0,80})' is invalid\b/,
  /\bfirst path segment in URL cannot contain colon\b/,
  // OpenSSL's, of a key or a certificate that is none, and of AWS a region that is none.
  /\berror:[0-9A-F]{8,10}:(?:DECODER routines::unsupported|DECODER routes::unsupported|PEM routines:[\w:]{0,40}:no start line|asn1 encoding routines:)/i,
  /\bThis service may not be available in the `([\w-]{1,40})' region\b/,
  /\b(?:[Uu]nknown|[Uu]nsupported|[Ii]nvalid) (?:transport(?! type\b)|mode|log ?level|region|provider|database type|backend|driver|timezone|locale|duration)(?: type)?:? ['"]?([\w.-]{1,60})/,
  /\bCould not parse .{1,40} (?:URL|URI|connection string|DSN)\b/i,
  /\b([A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}) (?:is set (?:but|and) )?(?:does not|doesn't|cannot be|can't be|could not be) pars/,
  /^(?!.*\bContent-Type\b).*\b(?:must be|[Ee]xpected) one of:? ?(.{1,120})/,
  /\b([A-Z][A-Z0-9_]{2,60}) (?:must be|should be|is not) (?:a |an )?(?:valid|positive|number|integer|boolean|URL|absolute path)\b/,
];
