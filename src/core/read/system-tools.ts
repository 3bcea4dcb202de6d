import { CALLED_TOOLS } from '../deduce/interpreters';
import { safe } from '../text';
import { firstReported, firstSaid, told } from './lines';
import { unlessGoesOn } from './goes-on';
import { OF_BROWSERS, OF_SYSTEM } from './system-libraries';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A program that the server calls, and that is not the one that runs it, is not there. */
export type SystemToolsFact =
  | Told<'tool-missing', { name: Safe }>
  /** A runtime lacks a part of its own installation: it cannot run anything. */
  | Told<'interpreter-broken'>;

/** Libraries that drive browsers, converters and command lines, and what runtimes say of a program they cannot start. */
export function read(start: Said): readonly SystemToolsFact[] {
  const browser = told('tool-missing', unlessGoesOn(firstSaid(start, BROWSER)), () => ({ name: safe('a browser') }));
  // A server that runs reports it to whoever has called one of its tools.
  const tool = told('tool-missing', firstSaid(start, TOOLS) ?? firstReported(start, [IN_ANSWER]), (groups) => {
    const name = groups.slice(1).find((group) => group !== undefined);
    return name ? { name } : null;
  });
  return [...[...browser, ...tool].slice(0, 1), ...told('interpreter-broken', brokenInterpreter(start))];
}

/** Python without its own modules; a library of a runtime that a package manager has replaced; a script whose first line leads nowhere. */
function brokenInterpreter(start: Said) {
  const said = firstSaid(start, BROKEN);
  if (said) return said;
  const referrer = firstSaid(start, [/^\s*Referenced from: .{0,300}[/\\](?:node|python[\d.]*|ruby|bun)$/]);
  return referrer && firstSaid(start, [/\b(?:Library not loaded|Symbol not found): /]);
}

const BROKEN: readonly RegExp[] = [
  // A virtual environment whose Python was replaced or removed.
  /\bFatal error in launcher: Unable to create process\b|\bNo pyvenv\.cfg file\b|\bfailed to locate pyvenv\.cfg\b|^did not find executable at '|\b[Nn]o Python at ['"]/,
  /\bFatal Python error: (?:init_fs_encoding|init_sys_streams|Py_Initialize)\b|\bNo module named '?encodings\b/,
  /: \S{0,300}[/\\]?(?:npx|npm|uvx?|node|python[\d.]*): cannot execute: required file not found$/,
  /^\S{0,300}\/(?:npx|npm|uvx?|pipx?|poetry): line \d{1,4}: \S{1,300}: No such file or directory$/,
  // uv, of the Python that it has found.
  /\bFailed to (?:inspect|query) Python interpreter\b|\bQuerying Python at `?[^`]{1,300}`? failed\b|\bPython interpreter not found at `?/,
  /\bNo module named '?pip\._internal\b|\b[Ff]ailed to canonicalize script path\b/,
  /\b(?:node|python[\d.]*|ruby|bun): error while loading shared libraries: lib(?:node|python|ruby|icu|uv)[\w.+-]{0,40}(?:: cannot open\b|$)/,
  /\b(?:Library not loaded|Symbol not found): .{1,400} Referenced from: \S{0,300}[/\\](?:node|python[\d.]*|ruby|bun)$/,
  // Another tool that has the name of uv's.
  /`uvx` is deprecated in favou?r of `uvenv`|^Usage: uvenv \[OPTIONS\]/,
  // Cmd, of the runtime beside a batch file of npm; Apple's stand-ins for tools.
  /"\S?[A-Za-z]:\\[^"]{1,300}\\node\.exe"['"]? is not recognized\b|\byou have not agreed to the Xcode\b/i,
];

const BROWSER: readonly RegExp[] = [
  /\b(?:Chrome|Chromium|Firefox|Edge)(?: browser)? (?:executable|binary) (?:was |is )?(?:not|missing)\b|\b(?:[Cc]annot|[Cc]ould not|[Uu]nable to) (?:find|locate) (?:the |a )?(?:Chrome|Chromium|Firefox|Edge)\b|\bBrowser was not found at the configured|\bFailed to launch (?:the )?(?:chrome|chromium|firefox|browser)\b/,
  /\b(?:Chrome|Chromium|Firefox|Edge)(?: browser)? (?:(?:was |is )?not|isn't|wasn't) (?:found|installed)\b/,
  /\bExecutable doesn't exist at\b|\bNoSuchDriverException\b|\b(?:[Uu]nable|[Ff]ailed) to (?:obtain|locate) (?:the )?(?:driver for|(?:chrome|gecko|edge)driver)\b|'?\b(?:chrome|gecko|msedge)driver'? executable needs to be in PATH\b/,
  /\bChromium distribution '[\w-]{1,30}' is not found\b/,
  /\b(?:[Nn]o|cannot (?:see|find)|can't (?:see|find)|could not find|without) (?:a |any |the )?(?:supported |compatible |installed )?(?:[Cc]hrome |[Cc]hromium )?browser(?: (?:is|was) (?:visible|installed|found|available))?\b(?=$|[.,;:]| (?:is|was|found|installed|available|visible|on|in)\b)/,
  /\bCould not find (?:Chrome|Chromium|Firefox)\b|\bBrowser "[\w-]{2,20}" is not installed\b/,
  new RegExp(`\\berror while loading shared libraries: lib(?:${OF_BROWSERS})\\b`),
  /\bnpx playwright install\b|\bHost system is missing dependencies to run browsers\b|\bFailed to launch the browser process\b/,
];

const IN_ANSWER = /\bspawn(?:Sync)? (\S{1,120}) ENOENT\b/;

/** What people call such a program. */
const TOOL = `((?:${CALLED_TOOLS.join('|')}|java|dot|latex|[Rr]ipgrep|Graphviz|Tesseract|[Pp]oppler|ImageMagick|LibreOffice|FFmpeg|Pandoc|Git|Java|ADB|Xcode|(?:GitHub|Azure|AWS|Google Cloud|Docker|Heroku|Supabase|Stripe|Vercel|Salesforce|gcloud) CLI)(?: \\(\\w{1,10}\\))?)(?: (?:CLI|executable|binary|command|program|tool))?`;
const ABSENT =
  "(?:(?:(?:is|was|are|could|can) |can)?(?:not|n't) (?:be )?(?:found|installed|available|present|(?:on|in) (?:the |your )?\\$?PATH)|(?:is )?(?:missing|required)(?= *(?:$|[.,;:(]| (?:but|and|on|in|from|for|to)\\b))|(?:must|needs? to|has to) be (?:installed|on|in|available))";
/** A server that goes on without it. */
const GOES_ON =
  '(?!.{0,80}\\b(?:skip|ignor|fall(?:ing|s)? back|fallback|disabl|optional|unavailable|will be|using|(?:is|are|turned) off\\b)\\w*)';
const WANTED =
  '(?:[Rr]equires?|[Nn]eeds?|(?:[Cc]annot|[Cc]ould not|[Uu]nable to|[Ff]ailed to) (?:find|locate)|(?:[Pp]lease )?[Ii]nstall|[Mm]ake sure)';

const TOOLS: readonly RegExp[] = [
  new RegExp(`(?<![\\w./-])['"\`]?${TOOL}['"\`]? (?:command )?${ABSENT}${GOES_ON}`),
  new RegExp(
    `(?<!\\b[Oo]ptional(?:ly)?:? )\\b${WANTED} (?:the |a |an )?['"\`]?${TOOL}['"\`]?(?= *(?:$|[.,;:!)]| (?:to (?:be|use|run)|is|in|on|and|first|installed|from|before|via|for)\\b))${GOES_ON}`,
  ),
  /\bCmd\('([\w-]{1,30})'\) not found due to\b|\bBad (git) executable\b|\bIs (poppler) installed and in PATH\b|\bCommand failed: (?:which|where|command -v) ([\w-]{1,30})$|\bno '?(java)'? command could be found\b/,
  new RegExp(
    `\\bcannot load library '?((?:lib|gobject|pango|cairo)[\\w.+-]{2,40})'?|\\b(lib(?:${OF_SYSTEM})[\\w.+-]{0,24}): cannot open shared object file\\b`,
  ),
  /\bxcrun: error: unable to find utility "([\w-]{1,60})"|\btool '(xcodebuild|simctl|\w{2,20})' requires Xcode\b/,
  /\b[Tt]he (\w{2,30}) executable could not be found\b|\bNo instances of (MSBuild) could be detected\b|\bUnable to load (?:DLL|shared library) '([\w.+-]{2,60})'/,
  /^(git|ffmpeg|chromium|google-chrome|pandoc|kubectl|aws|gcloud|jq|rg|make|curl|xvfb-run|xdg-open|pdftotext|soffice|convert): (?:command )?not found$/,
  /^(?:panic: |fatal(?: error)?: |(?:\w{0,30}Error|[Ee]rror): )?['"`]?([a-z][\w.-]{1,30})['"`]? (?:CLI|command[- ]line tool) (?:is |was )?not (?:found|installed|available)\b/,
  /\bspawnSync (\S{1,120}) ENOENT\b/,
  /\b(?:failed|unable) to find (lib[a-z]{2,20})\b|\bno library called "([\w-]{2,30})" was found\b|\bOSError: (lib[a-z]{2,20}): cannot find library\b/,
];
