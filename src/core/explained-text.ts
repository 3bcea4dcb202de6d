import { verbatim } from './markdown';
import { plainQuotes } from './text';
import type { Explained, ExplainedStart } from './explain';

/** What was made of a log, as a page in Markdown: the last start first. Of what the log says nothing is rendered. */
export function explainedText({ starts }: Explained): string {
  const parts = starts.toReversed().map((start) => startText(start));
  return [`# ${headline(starts)}`, ...(parts.length > 0 ? parts : [NOTHING])].join('\n\n');
}

const NOTHING = 'No start of a server is in this text. Give the part of the log that is about the failure.';

function headline(starts: readonly ExplainedStart[]): string {
  const failed = starts.filter(({ findings }) => findings.length > 0).length;
  if (failed === 0) return 'No cause that we know is in this text';
  return starts.length === 1 ? 'Why it failed' : `Why ${failed} of ${starts.length} starts failed`;
}

function startText({ server, at, findings }: ExplainedStart): string {
  const name = [server, at].filter((part) => part !== null).join(', ');
  const [diagnosis, ...others] = findings;
  return [
    ...(name === '' ? [] : [`## ${verbatim(name)}`]),
    ...(diagnosis
      ? [
          `**${verbatim(plainQuotes(diagnosis.message))}**`,
          ...diagnosis.evidence.map(
            ({ text, line }) => `    ${line === null ? '' : `${line}: `}${text.replaceAll('\n', ' ')}`,
          ),
          `${CONFIDENCES[diagnosis.confidence]} (${diagnosis.rule}).`,
          ...others.map(({ message, rule }) => `- ${verbatim(plainQuotes(message))} (${rule})`),
        ]
      : ['No cause that we know is in this start.']),
  ].join('\n\n');
}

const CONFIDENCES = {
  proven: 'Proven',
  evident: 'Evident from what is shown',
  likely: 'Likely',
  possible: 'Possible: the evidence does not decide',
} as const;
