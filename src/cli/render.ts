import { relative } from 'node:path';
import { styleText } from 'node:util';
import { addressed } from '../core/addressed';
import { clean } from '../core/clean';
import { clients } from '../core/clients';
import { hasErrors } from '../core/findings';
import { nameOf as startName } from '../core/explain/text';
import { rangesIn } from '../core/positions';
import { counted, standingOf, verdictOf } from '../core/standing';
import { trialText } from '../core/trial-text';
import { ownEnvironment } from '../node/own-process';
import { wrappedLines } from './wrap';
import type { Explained } from '../core/explain';
import type { ExplainedStart } from '../core/explain/start';
import type { Finding, Trial } from '../core/findings';
import type { FileReport, ServerReport } from '../core/report';
import type { Span } from '../core/config/place';
import type { Range } from '../core/positions';
import type { Standing } from '../core/standing';

type Style = Parameters<typeof styleText>[0];

/** A report as a person reads it in a terminal: what fails first, and the sum at the end. */
export function fileText(report: FileReport): string {
  const { path, text, clients: ids, findings, servers } = report;
  const toRange = rangesIn(text);
  const names = clients.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const readBy = names.length > 0 ? paint('dim', `  read by ${names.join(', ')}`) : '';
  const inOrder = servers.toSorted((a, b) => ORDER.indexOf(standingOf(a)) - ORDER.indexOf(standingOf(b)));
  const isPlain = (server: ServerReport): boolean => isOnlyChecked(server) && server.findings.length === 0;
  const told = inOrder.filter((server) => !isPlain(server));
  const width = Math.max(0, ...told.map(({ name }) => name.length));
  return [
    `${paint('bold', nameOf(path))}${readBy}`,
    ...findings.map((finding) => findingText(finding, ids, toRange)),
    ...told.map((server) => serverText(server, width, ids, toRange)),
    ...plainServers(inOrder.filter(isPlain)),
    '',
    paint('bold', `${sumOf(report)}.`),
    '',
  ].join('\n');
}

/** What was made of a log: the last start first, with what decides; of those before it a line each. */
export function explainedText({ starts, findings, forgotten }: Explained): string {
  const answer = starts.findLast((start) => start.findings === findings);
  const others = starts.length > 1 ? starts.filter((start) => start !== answer).toReversed() : [];
  const older = Math.max(0, others.length - OTHERS) + forgotten;
  const name = answer && starts.length > 1 ? [paint('bold', startName(answer))] : [];
  return [
    ...(answer && findings.length > 0
      ? [...name, ...findings.map((finding) => findingText(finding, [], null))]
      : ['No cause that we know is in this text.']),
    ...(others.length > 0
      ? ['', paint('bold', answer ? 'The other starts, the last one first:' : 'The starts in it, the last one first:')]
      : []),
    ...others.slice(0, OTHERS).map((start) => wrapped(`${startName(start)}: ${gistOf(start)}`, '  · ', '    ')),
    ...(older > 0 ? [`  and ${older} before them`] : []),
  ].join('\n');
}

/** Starts that are told of in a line each: who looks for an older one has its log. */
const OTHERS = 10;

function gistOf({ findings: [first] }: ExplainedStart): string {
  return first ? `${first.message}  (${first.rule})` : 'no cause that we know';
}

/** The name of a file as one types it here. */
export function nameOf(path: string): string {
  return clean(relative('', path) || path);
}

const ORDER: readonly Standing[] = ['failed', 'waiting', 'stale', 'skipped', 'unchecked', 'ready'];

/** Of a file that was only looked at nobody asks whether its servers are ready. */
function sumOf(report: FileReport): string {
  const { servers, findings } = report;
  const isChecked = servers.length > 0 && servers.every(isOnlyChecked);
  if (!isChecked || hasErrors([...findings, ...servers.flatMap((server) => server.findings)])) return verdictOf(report);
  const count = findings.length + servers.reduce((sum, server) => sum + server.findings.length, 0);
  const remarks = count === 0 ? 'no fault' : `no error, and ${count} ${count === 1 ? 'remark' : 'remarks'}`;
  return `${counted(servers.length, 'server')}: ${remarks} that the file alone shows`;
}

function isOnlyChecked({ reason }: ServerReport): boolean {
  return reason?.code === 'check';
}

/** Of servers that were only looked at and show no fault the names are enough. */
function plainServers(servers: readonly ServerReport[]): readonly string[] {
  if (servers.length === 0) return [];
  return [wrapped(`no fault seen: ${servers.map(({ name }) => name).join(', ')}`, '  · ', '    ')];
}

function serverText(
  server: ServerReport,
  width: number,
  readers: readonly string[],
  toRange: (span: Span) => Range,
): string {
  const standing = standingOf(server);
  const hasRemarks = standing === 'unchecked' && server.findings.length > 0;
  const { mark, style } = hasRemarks ? REMARKS : MARKS[standing];
  const head = `  ${paint(style, mark)} ${server.name.padEnd(width)}  ${summary(server)}`.trimEnd();
  return [head, ...server.findings.map((finding) => findingText(finding, readers, toRange))].join('\n');
}

const MARKS = {
  ready: { mark: '✓', style: 'green' },
  failed: { mark: '✗', style: 'red' },
  waiting: { mark: '…', style: 'yellow' },
  skipped: { mark: '-', style: 'dim' },
  stale: { mark: '·', style: 'dim' },
  unchecked: { mark: '·', style: 'dim' },
} as const satisfies Record<Standing, { mark: string; style: Style }>;

const REMARKS = { mark: '!', style: 'yellow' } as const;

function summary(server: ServerReport): string {
  const { status, reason, start } = server;
  if (status === 'ready' && start?.handshake) {
    const { server: itself, counts } = start.handshake;
    const tools = counts.tools === null ? '' : `, ${counted(counts.tools, 'tool')}`;
    return `ready in ${start.ms.initialize ?? '?'} ms: ${`${itself.name} ${itself.version}`.trim()}${tools}`;
  }
  if (isOnlyChecked(server)) return standingOf(server) === 'failed' ? 'cannot start as it is written' : '';
  if (status === 'failed') return 'does not start';
  const said = status === 'not-asked' ? 'not started' : status;
  return reason ? `${said}: ${reason.text}` : said;
}

/** `toRange` is null where there is no file that the finding is about. */
function findingText(finding: Finding, readers: readonly string[], toRange: ((span: Span) => Range) | null): string {
  const { rule, severity, confidence, span, evidence, fixes } = finding;
  const at = toRange?.(span).start;
  const place = at ? `${at.line + 1}:${at.character + 1}  ` : '';
  const style = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'blue';
  return [
    wrapped(addressed(finding, readers), `      ${severity} `, INDENT, style),
    paint('dim', `${INDENT}${place}${rule}, ${confidence}`),
    ...evidence.map(
      ({ kind, line, text }) => paint('dim', `${INDENT}${kind}${line === null ? '' : ` ${line}`} │ `) + text,
    ),
    ...fixes.map(({ id, title, preferred, command, trial }) => {
      const how = command ? `run: ${command.line}` : `--fix\u00A0${id}`;
      return wrapped(
        `${title}${afterTitle(trial)}  ${how}`,
        `${INDENT}${preferred ? 'fix' : 'or '} `,
        `${INDENT}    `,
        'green',
      );
    }),
  ].join('\n');
}

const INDENT = ' '.repeat(8);

function afterTitle(trial: Trial): string {
  const text = trialText(trial);
  return text === null ? '' : ` — ${text}`;
}

/** Text behind a heading, broken between words where a terminal has an end. */
function wrapped(text: string, heading: string, indent: string, style: Style = 'dim'): string {
  const lines = wrappedLines(text, heading.length, indent.length);
  const [first = '', ...others] = lines.map((line) => line.replaceAll('\u00A0', ' '));
  return [paint(style, heading) + first, ...others.map((line) => indent + line)].join('\n');
}

const hasColours = process.stdout.isTTY && !ownEnvironment()['NO_COLOR'];

function paint(style: Style, text: string): string {
  return hasColours ? styleText(style, text) : text;
}
