import { addressed } from '../../core/addressed';
import { commandLine } from '../../core/launch/launch-plan';
import { keyOf } from '../../core/report';
import { trialText } from '../../core/trial-text';
import { MARKER } from '../../node/server-process';
import { html } from './html';
import { STYLE } from './report-style';
import type { Evidence } from '../../core/facts';
import type { Finding, TriedFix } from '../../core/findings';
import type { Command } from '../../core/fixes/fix';
import type { HttpPlan, LaunchPlan, StdioPlan } from '../../core/launch/launch-plan';
import type { FileReport, FixIds, ServerReport, Status } from '../../core/report';
import type { Start } from '../../core/start';
import type { Html } from './html';

/** The page of a diagnosis: pure markup, no script. `uri` is the file's, for the links that apply and run
 * again; `name` is what it is called in this workspace. */
export function reportPage(report: FileReport, uri: string, name: string): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>MCP Diagnosis</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <h1>${verdict(report)}</h1>
        <p class="quiet">${name}</p>
        ${report.findings.map((finding) => findingSection(finding, null, report.clients, uri))}
        ${report.servers.map((server) => serverSection(server, report.clients, uri))}
      </body>
    </html>`;
  return page.markup;
}

/** The whole in a sentence. */
function verdict({ servers, findings }: FileReport): string {
  const failed = servers.filter(({ status }) => status === 'failed');
  const ready = servers.filter(({ status }) => status === 'ready');
  const [one] = failed;
  if (failed.length === 1 && one)
    return servers.length === 1
      ? `${one.name} does not start`
      : `1 of ${servers.length} servers does not start: ${one.name}`;
  if (failed.length > 1) return `${failed.length} of ${servers.length} servers do not start`;
  if (findings.length > 0) return 'The file itself is at fault';
  if (ready.length === servers.length && ready.length > 0)
    return ready.length === 1 ? `${ready[0]?.name ?? 'The server'} is ready` : `All ${ready.length} servers are ready`;
  return ready.length > 0
    ? `${ready.length} of ${servers.length} servers are ready; the others were not started`
    : 'No server was started';
}

function serverSection(server: ServerReport, readers: readonly string[], uri: string): Html {
  const { name, status, reason, start, findings } = server;
  const { plan } = server;
  const again = html`<a class="button quiet-button" href="${commandLink('diagnose', [uri, name])}">Run again</a>`;
  return html`<section>
    <h2>
      <span class="mark ${status}">${MARKS[status]}</span> ${name} <span class="quiet">${reason?.text ?? status}</span>
    </h2>
    ${start?.handshake ? readyText(start) : ''}
    ${findings.map((finding) => findingSection(finding, server, readers, uri))} ${plan ? triedText(plan, start) : ''}
    <p>${plan ? again : ''}</p>
  </section>`;
}

const MARKS = {
  ready: '✓',
  failed: '✗',
  waiting: '…',
  skipped: '–',
  'not-asked': '·',
  cancelled: '–',
} as const satisfies Record<Status, string>;

function readyText({ handshake, ms }: Start): Html {
  if (!handshake) return html``;
  const { server, protocolVersion, counts } = handshake;
  const lists = Object.entries(counts).flatMap(([list, count]) => (count === null ? [] : [`${count} ${list}`]));
  return html`<p>
    Answered after ${ms.initialize ?? '?'} ms as ${server.name} ${server.version}, protocol
    ${protocolVersion}${lists.length > 0 ? `: ${lists.join(', ')}` : ''}.
  </p>`;
}

function findingSection(finding: Finding, server: ServerReport | null, readers: readonly string[], uri: string): Html {
  const { id, rule, confidence, evidence, fixes } = finding;
  const ids = { server: server && keyOf(server), finding: id };
  return html`<div class="finding">
    <p class="message">${withCode(addressed(finding, readers))}</p>
    ${evidenceBlocks(evidence, server?.start ?? null)}
    ${
      fixes.length > 0
        ? html`<h3>${fixes.length === 1 ? 'Cure' : 'Cures'}</h3>
            <ul class="fixes">
              ${fixes.map((fix) => fixItem(fix, { ...ids, fix: fix.id }, uri))}
            </ul>`
        : ''
    }
    <p class="quiet">${CONFIDENCES[confidence]} · ${rule}</p>
  </div>`;
}

/** What our messages put in backticks is code. */
function withCode(message: string): readonly Html[] {
  return message.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}

const CONFIDENCES = {
  proven: 'Proven: it failed, passed with the cure, and failed again without it',
  evident: 'Evident from what is shown',
  likely: 'Likely',
  possible: 'Possible: the evidence does not decide',
} as const satisfies Record<Finding['confidence'], string>;

/** How many lines stand before and behind the one that decides. */
const AROUND = 3;

/** The lines of stderr that decide, marked where they stand; everything else as it is. */
function evidenceBlocks(evidence: readonly Evidence[], start: Start | null): readonly Html[] {
  const decisive = new Set(evidence.flatMap(({ kind, line }) => (kind === 'stderr' && line !== null ? [line] : [])));
  const stderr = start?.stderr ?? [];
  const shown = stderr.filter(({ number }) => [...decisive].some((line) => Math.abs(line - number) <= AROUND));
  const rows = shown.map(({ number, text }) => row(String(number), text, decisive.has(number)));
  const others = evidence.filter(({ kind }) => kind !== 'stderr' || shown.length === 0);
  return [
    ...(rows.length > 0 ? [html`<pre aria-label="What the server printed on stderr">${rows}</pre>`] : []),
    ...(others.length > 0
      ? [html`<pre>${others.map(({ kind, text }) => row(kind, text, kind !== 'lookup'))}</pre>`]
      : []),
  ];
}

function row(gutter: string, text: string, decides: boolean): Html {
  return html`<span class="${decides ? 'decides' : ''}"><span class="gutter">${gutter}</span>${text}</span>`;
}

function fixItem({ title, preferred, command, trial }: TriedFix, { server, finding, fix }: FixIds, uri: string): Html {
  const link = commandLink('applyFix', [uri, server, finding, fix]);
  return html`<li>
    <a class="button${preferred ? '' : ' quiet-button'}" href="${link}">${command ? 'Terminal' : 'Apply'}</a>
    <span>${withCode(title)}<br /><span class="quiet">${withCode(trialText(trial) ?? notTried(command))}</span></span>
  </li>`;
}

function notTried(command: Command | undefined): string {
  return command ? `\`${command.line}\`, for you to run` : 'not tried';
}

function triedText(plan: LaunchPlan, start: Start | null): Html {
  return plan.kind === 'http' ? calledText(plan, start) : startedText(plan, start);
}

function calledText({ client, shown, transport }: HttpPlan, start: Start | null): Html {
  return html`<details>
    <summary>${start ? 'What was called' : 'What would be called'}</summary>
    <dl>
      <dt>Address</dt>
      <dd><code>${shown.url}</code></dd>
      <dt>Over</dt>
      <dd>${transport === 'sse' ? 'an event stream (sse)' : 'Streamable HTTP'}, as ${client.name} does</dd>
      ${
        shown.headers.length > 0
          ? html`<dt>Headers</dt>
              <dd>${shown.headers.join(', ')}</dd>`
          : ''
      }
    </dl>
  </details>`;
}

function startedText(plan: StdioPlan, start: Start | null): Html {
  const { client, environment, shown, probeClass } = plan;
  const exit = start?.exit
    ? `ended with ${start.exit.signal ?? `exit code ${start.exit.code ?? 'unknown'}`} after ${start.ms.exit ?? '?'} ms`
    : null;
  return html`<details>
    <summary>${start ? 'What was started' : 'What would be started'}</summary>
    <dl>
      <dt>Command</dt>
      <dd><code>${commandLine(plan)}</code></dd>
      <dt>In</dt>
      <dd><code>${shown.cwd}</code></dd>
      <dt>As</dt>
      <dd>${client.name} starts it, in the environment of this process (${environment.certainty})</dd>
      <dt>Added</dt>
      <dd>the variable <code>${MARKER}</code>, by which every process that it starts is found and ended</dd>
      ${
        exit
          ? html`<dt>Then</dt>
              <dd>${exit}</dd>`
          : ''
      }
      <dt>In the background</dt>
      <dd>${probeClass.kind === 'background' ? 'yes' : 'no'}: ${probeClass.reason}</dd>
    </dl>
  </details>`;
}

/** A link that runs one of our commands; the panel allows these and no others. */
function commandLink(command: 'applyFix' | 'diagnose', args: readonly unknown[]): string {
  return `command:mcpHandshake.${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
