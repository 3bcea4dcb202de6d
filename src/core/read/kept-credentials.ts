import { firstSaid, told } from './lines';
import { OTHER_REASON } from './other-reason';
import type { Told } from '../facts';
import type { Said } from './statements';

/** No credentials are kept where the server keeps them: nobody has signed in yet. */
export type KeptCredentialsFact = Told<'credentials-absent'>;

/** Servers that sign in once and keep what they got, in a file of their own or with the system. */
export function read(start: Said): readonly KeptCredentialsFact[] {
  return told('credentials-absent', firstSaid(start, ABSENT));
}

const ABSENT: readonly RegExp[] = [
  /\bwhere to (?:put|place|store|save|find)\b.{0,24}\b[\w.-]{0,40}(?:credential|oauth|token|secret|keys)[\w.-]{0,40}\.json\b|\b(?:look|search)\w{0,3} (?:for )?(?:the |its )?(?:credentials?|token|keys?) file (?:in|at|under)\b/i,
  new RegExp(
    String.raw`\b(?:cannot|can't|could not|couldn't|unable to) (?:find|locate|load) (?:the |its |my )?[\x60'"]?[\w./~-]{0,80}(?:credential|oauth|token|gauth|secret)[\w.-]{0,40}\.json\b(?!${OTHER_REASON})`,
    'i',
  ),
  /\b(?:[Cc]redentials?|[Oo][Aa]uth keys?|[Ss]aved (?:session|login)) (?:file )?(?:(?:was|were) )?(?:not found|missing|do(?:es)? not exist)\b/,
  new RegExp(
    String.raw`\b(?:[Uu]nable to|[Cc]ould not) (?:automatically )?(?:locate|load|find|determine) (?:the )?(?:default |any )?credentials\b(?!(?: from \S{1,300}?)?${OTHER_REASON})`,
  ),
  /\bDefaultCredentialsError$|\bApplication Default Credentials are not available\b|\bCredential(?:Unavailable|NotFound)\w*|\bNoCredential(?:s|Providers)\w*/,
  /\bSecKeychainSearch\w{2,20}: The specified item could not be found in the keychain\b/,
  /\b[Nn]o (?:[A-Z][\w-]{1,20} ){1,2}[Cc]redentials?[.!]/,
  /\b[Nn]o configuration has been provided, try setting KUBERNETES_MASTER\b/,
  /\b(?:[Kk]eys?|[Ss]ervice account(?: key)?|[Cc]redentials?|[Tt]oken)(?: file)? (?:could not|cannot|couldn't) be (?:loaded|read|opened|found): (?:ENOENT|[Nn]o such file)/,
  /\b[Nn]o (?:saved |stored |cached |valid )?credentials? (?!(?:are |is )?(?:needed|required|necessary)\b)(?:found|available|stored)?/,
  /^(?:\w{0,30}Error: )?[Nn]ot authenticated[.!]?$|\b[Nn]o saved (?:session|login)\b|\b[Ii]nvalid kube-config file\b/,
  /\b(?:(?<!\bMCP server is )[Nn]ot (?:logged|signed) in|[Ll]ogin required|[Pp]lease (?:log|sign) in|[Rr]un .{1,60}\b(?:auth|login)\b.{0,30} (?:first|to (?:authenticate|log ?in|sign in))|(?:log ?in|sign in) first)\b|^(?:\w{0,30}Error: )?[Pp]lease (?:first )?run ['"`]\S{1,40} (?:configure|login|auth|setup|init)\b/,
];
