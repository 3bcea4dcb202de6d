import { styleText } from 'node:util';
import { relative } from 'node:path';
import { addressed } from '../core/addressed';
import { clean } from '../core/clean';
import { rangesIn } from '../core/positions';
import { ownEnvironment } from '../node/own-process';
import { trialText } from '../core/trial-text';
import type { Finding, Trial } from '../core/findings';
import type { FileReport, ServerReport, Status } from '../core/report';
import type { Span } from '../core/config/place';
import type { Range } from '../core/positions';

type Style = Parameters<typeof styleText>[0];

/** A report as a person reads it in a terminal. */
export function fileText({ path, text, clients, findings, servers }: FileReport): string {
  const toRange = rangesIn(text);
  const readBy = clients.length > 0 ? paint('dim', `  read by ${clients.join(', ')}`) : '';
  const width = Math.max(0, ...servers.map(({ name }) => name.length));
  return [
    `${paint('bold', clean(relative('', path) || path))}${readBy}`,
    ...findings.map((finding) => findingText(finding, clients, toRange)),
    ...servers.map((server) => serverText(server, width, clients, toRange)),
    '',
  ].join('\n');
}

function serverText(
  server: ServerReport,
  width: number,
  readers: readonly string[],
  toRange: (span: Span) => Range,
): string {
  const { mark, style } = MARKS[server.status];
  const head = `  ${paint(style, mark)} ${server.name.padEnd(width)}  ${summary(server)}`;
  return [head, ...server.findings.map((finding) => findingText(finding, readers, toRange))].join('\n');
}

const MARKS = {
  ready: { mark: '✓', style: 'green' },
  failed: { mark: '✗', style: 'red' },
  waiting: { mark: '…', style: 'yellow' },
  skipped: { mark: '-', style: 'dim' },
  'not-asked': { mark: '·', style: 'dim' },
  cancelled: { mark: '-', style: 'yellow' },
} as const satisfies Record<Status, { mark: string; style: Style }>;

function summary({ status, reason, start }: ServerReport): string {
  if (status === 'ready' && start?.handshake) {
    const { server, counts } = start.handshake;
    const tools = counts.tools === null ? '' : `, ${counts.tools} ${counts.tools === 1 ? 'tool' : 'tools'}`;
    return `ready in ${start.ms.initialize ?? '?'} ms: ${`${server.name} ${server.version}`.trim()}${tools}`;
  }
  return reason ? `${status}: ${reason.text}` : status;
}

function findingText(finding: Finding, readers: readonly string[], toRange: (span: Span) => Range): string {
  const { rule, severity, confidence, span, evidence, fixes } = finding;
  const { line, character } = toRange(span).start;
  const style = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'blue';
  return [
    `      ${paint(style, severity)} ${addressed(finding, readers)}`,
    paint('dim', `        ${line + 1}:${character + 1}  ${rule}, ${confidence}`),
    ...evidence.map(
      ({ kind, line: at, text }) => paint('dim', `        ${kind}${at === null ? '' : ` ${at}`} │ `) + text,
    ),
    ...fixes.map(
      ({ id, title, preferred, command, trial }) =>
        `        ${preferred ? paint('green', 'fix') : 'or '} ${title}${afterTitle(trial)}${paint('dim', command ? `  run: ${command.line}` : `  --fix ${id}`)}`,
    ),
  ].join('\n');
}

function afterTitle(trial: Trial): string {
  const text = trialText(trial);
  return text === null ? '' : ` — ${text}`;
}

const hasColours = process.stdout.isTTY && !ownEnvironment()['NO_COLOR'];

function paint(style: Style, text: string): string {
  return hasColours ? styleText(style, text) : text;
}
