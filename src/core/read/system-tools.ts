import { safe } from '../text';
import { firstSaid } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A program that the server calls, and that is not the one that runs it, is not there. */
export type SystemToolsFact = Told<'tool-missing', { name: Safe }>;

/** Libraries that drive browsers, converters and command lines, and what runtimes say of a program they cannot start. */
export function read(start: Said): readonly SystemToolsFact[] {
  const browser = firstSaid(start, BROWSER);
  if (browser) return [{ kind: 'tool-missing', name: safe('a browser'), evidence: browser.evidence }];
  const said = firstSaid(start, TOOLS);
  const name = said?.groups[1];
  return said && name ? [{ kind: 'tool-missing', name, evidence: said.evidence }] : [];
}

const BROWSER: readonly RegExp[] = [
  /\bExecutable doesn't exist at\b/,
  /\bChromium distribution '[\w-]{1,30}' is not found\b/,
  /\bCould not find (?:Chrome|Chromium|Firefox)\b/,
  /\bnpx playwright install\b/,
];

const TOOLS: readonly RegExp[] = [
  /\bspawnSync (\S{1,120}) ENOENT\b/,
  /\b(ffmpeg|ffprobe|pandoc|tesseract|graphviz|dot|kubectl|helm|terraform|aws|gcloud|az|adb|xcodebuild|java|gradle|mvn|ripgrep|rg|jq|psql|gdb|latex|pdflatex)(?:'|`|")? (?:command )?(?:is )?(?:not found|not installed|could not be found|was not found)\b/i,
  /\b(?:[Pp]lease install|[Mm]ake sure) (ffmpeg|pandoc|tesseract|kubectl|helm|terraform|ripgrep|Graphviz|adb|Java|gcloud)\b/,
];
