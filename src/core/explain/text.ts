import { verbatim } from '../markdown';
import { plainQuotes } from '../text';
import type { Explained } from '.';
import type { ExplainedStart } from './start';

/** Starts that are told of whole, and those of which a line is enough. */
const WHOLE = 5;
const SHORT = 20;

/**
 * What was made of a log, as a page in Markdown: the last start first. Of what the log says nothing is rendered.
 * `hrefOf`: where a line of the log can be opened.
 */
export function explainedText({ starts, forgotten }: Explained, hrefOf: (line: number) => string): string {
  const told = starts.toReversed();
  const untold = Math.max(0, told.length - WHOLE - SHORT) + forgotten;
  const older = told
    .slice(WHOLE, WHOLE + SHORT)
    .map((start) => `- ${[verbatim(nameOf(start)), gistOf(start)].join(': ')}`);
  return [
    `# ${headline(starts)}`,
    ...told.slice(0, WHOLE).map((start) => startText(start, starts.length > 1, hrefOf)),
    ...(older.length > 0 ? [`## ${WORDS.before}`, older.join('\n')] : []),
    ...(untold > 0 ? [`Older starts of which nothing is told here: ${untold}.`] : []),
    ...(starts.length > 0 ? [] : [WORDS.nothing]),
  ].join('\n\n');
}

/** A start in a list of several. */
export function nameOf({ server, at }: ExplainedStart): string {
  return [server ?? 'a server', at].filter((part) => part !== null).join(', ');
}

const WORDS = {
  before: 'Before that',
  nothing: 'No start of a server is in this text. Give the part of the log that is about the failure.',
  noCause: 'No cause that we know is in this start.',
} as const;

function headline(starts: readonly ExplainedStart[]): string {
  const failed = starts.filter(({ findings }) => findings.length > 0).length;
  if (failed === 0) return 'No cause that we know is in this text';
  return starts.length === 1 ? 'Why it failed' : `Why ${failed} of ${starts.length} starts failed`;
}

function gistOf({ findings: [diagnosis] }: ExplainedStart): string {
  return diagnosis ? `${verbatim(plainQuotes(diagnosis.message))} (${diagnosis.rule})` : WORDS.noCause;
}

function startText(start: ExplainedStart, isOneOfMany: boolean, hrefOf: (line: number) => string): string {
  const [diagnosis, ...others] = start.findings;
  const isNamed = isOneOfMany || start.server !== null || start.at !== null;
  return [
    ...(isNamed ? [`## ${verbatim(nameOf(start))}`] : []),
    ...(diagnosis
      ? [
          `**${verbatim(plainQuotes(diagnosis.message))}**`,
          ...diagnosis.evidence.map(
            ({ text, line }) =>
              `${line === null ? '' : `[line ${line}](${hrefOf(line)}): `}<code>${verbatim(text)}</code>`,
          ),
          `${CONFIDENCES[diagnosis.confidence]} (${diagnosis.rule}).`,
          ...others.map(({ message, rule }) => `- ${verbatim(plainQuotes(message))} (${rule})`),
        ]
      : [WORDS.noCause]),
  ].join('\n\n');
}

const CONFIDENCES = {
  proven: 'Proven',
  evident: 'Evident from what is shown',
  likely: 'Likely',
  possible: 'Possible: the evidence does not decide',
} as const;
