import type { Told } from '../facts';
import type { Said } from './statements';

/** The last that was printed asks a person for something. */
export type PromptsFact = Told<'prompt'>;

/** Questions at a terminal: they end without a full stop, and there is nobody to answer. */
export function read(start: Said): readonly PromptsFact[] {
  const refused = start.stderr.find(({ text }) => UNASKED.test(text));
  if (refused) return [{ kind: 'prompt', evidence: { kind: 'stderr', line: refused.number, text: refused.text } }];
  const last = [...start.stderr, ...start.noise].filter(({ text }) => text.trim() !== '').at(-1);
  if (!last || !PROMPT.test(last.text.trim())) return [];
  const isStderr = start.stderr.some((line) => line === last);
  return [{ kind: 'prompt', evidence: { kind: isStderr ? 'stderr' : 'stdout', line: last.number, text: last.text } }];
}

/** What would have asked, and has no terminal for it. */
const UNASKED =
  /^sudo: (?:a terminal is required to read the password|a password is required|no tty present and no askpass program specified)|^ssh_askpass: |^(?:fatal: could not read (?:Username|Password) for .{1,200}: (?:terminal prompts disabled|No such device or address|Device not configured))/;

const PROMPT =
  /\benter (?:the|this) code\b.{0,60}\bto (?:authenticate|sign in|log in|continue)\b|^[Ss]can (?:this|the) QR code\b|\[?\(?\b[yY](?:es)?\/[nN]o?\)?\]?\s*[:?]?$|^(?:Ok to proceed|Need to install the following packages)\b|\b(?:Press|press|Hit) (?:any key|Enter|ENTER|RETURN)\b|^(?:[Pp]lease )?(?:[Ee]nter|[Tt]ype|[Pp]aste|[Ss]elect|[Cc]hoose|[Pp]rovide)\b.{0,120}[:?>]$|^(?:Username|Password|Login|Passphrase|Token|API [Kk]ey)\b.{0,60}:$|\(yes\/no\b.{0,20}\)\?$|^Terminate batch job \(|^\? (?:.{1,120}[?:›»]|(?:Select|Choose|Pick|Enter|What|Which|How|Do|Are)\b.{0,120})|\b(?:enter|use|with) (?:the |this )?(?:device |user |one-time )?code:? [A-Z0-9]{3,8}-?[A-Z0-9]{3,8}\b/;
