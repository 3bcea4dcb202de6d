import { addressed } from '../../../core/addressed';
import { behind, plainQuotes } from '../../../core/text';
import { keyOf } from '../../../core/report';
import { isOurs } from '../../../core/start';
import { counted, standingText } from '../../../core/standing';
import { trialText, untriedText } from '../../../core/trial-text';
import { button, withCode } from './button';
import { html } from './html';
import { logExcerpt } from './log';
import { lengthOf, timeline } from './timeline';
import { whatWasTried } from './what-was-tried';
import type { KeptFrom } from '../../../core/client-settings';
import type { Finding, TriedFix } from '../../../core/findings';
import type { Span } from '../../../core/config/place';
import type { ServerReport } from '../../../core/report';
import type { Start } from '../../../core/start';
import type { Checking } from '../../language/reports';
import type { Shown } from '../../language/standings';
import type { Html } from './html';

/** Where in a file a span begins, as a person counts. */
export type PlaceOf = (span: Span) => { readonly line: number; readonly column: number };

/** What a section shows of one server. */
export interface Sectioned {
  readonly server: ServerReport;
  readonly shown: Shown;
  readonly checking: Checking | undefined;
  readonly isUnsaved: boolean;
  /** The clients that read the file. */
  readonly readers: readonly string[];
  /** The address of the file. */
  readonly uri: string;
  readonly now: number;
  /** Where in the file something stands, counted from 1. */
  readonly placeOf: PlaceOf;
  /** A setting of the editor that keeps it from being started. */
  readonly kept: KeptFrom | undefined;
}

/** The part of the page that is about one server. */
export function serverSection(sectioned: Sectioned): Html {
  const { server, shown, uri } = sectioned;
  const { name, start, findings, plan, outdated } = server;
  const [diagnosis, ...others] = findings;
  const ours = start && isOurs(start) ? start : null;
  return html`<h2>
      <span class="mark ${shown}" aria-hidden="true">${MARKS[shown]}</span> ${name}
      <span class="quiet">${stateText(sectioned)}</span>
    </h2>
    ${sectioned.isUnsaved && ours ? html`<p class="quiet">Tried as it stands in the editor, which is not saved yet.</p>` : ''}
    ${server.reason?.code === 'client-log' ? html`<p class="quiet">Known ${server.reason.text}. Nothing was started for this.</p>` : ''}
    ${sectioned.kept ? keptPart(sectioned.kept, name) : ''} ${start?.handshake ? readyText(start) : ''}
    ${diagnosis ? findingPart(diagnosis, sectioned) : ''}
    ${
      others.length > 0
        ? html`<details data-id="also">
            <summary>${others.length} more ${others.length === 1 ? 'remark' : 'remarks'}</summary>
            ${others.map((finding) => findingPart(finding, sectioned))}
          </details>`
        : ''
    }
    ${outdated ? outdatedPart(outdated) : ''} ${ours && lengthOf(ours) > 0 ? timeline(ours, scaleOf(server)) : ''}
    ${plan ? whatWasTried(plan, ours) : ''}
    <p class="buttons">
      ${button(ours || outdated ? 'Run again' : 'Diagnose', {
        command: 'diagnose',
        args: [uri, name],
        about: name,
      })}
      ${
        plan?.kind === 'stdio'
          ? button('Run in terminal', {
              command: 'runInTerminal',
              args: [uri, name],
              about: name,
            })
          : ''
      }
      ${
        ours
          ? html`${button('Copy for an issue', {
              command: 'copyForIssue',
              args: [uri, name],
              about: `${name}, without its secrets`,
            })}
            ${button('Save record', { command: 'saveRecord', args: [uri, name], about: name })}`
          : ''
      }
    </p>`;
}

/** The longest of the starts that are drawn, so that all have one scale. */
function scaleOf({ start, findings }: ServerReport): number {
  const trials = findings.flatMap(({ fixes }) => fixes.flatMap(({ starts = [] }) => starts));
  return Math.max(...[...(start ? [start] : []), ...trials].map(lengthOf));
}

/** How it stands, behind its name; of one that is awaited the page counts the seconds on. */
function stateText({ server, shown, checking, now }: Sectioned): Html {
  if (checking)
    return html`<span data-elapsed="${Math.max(0, now - checking.since)}" data-patience="${checking.patienceMs}">
      checking…
    </span>`;
  if (shown === 'ready') return html`ready`;
  if (shown === 'failed')
    return html`${server.status === 'failed' ? 'does not start' : 'cannot start as it is written'}`;
  return html`${standingText(server)}`;
}

const MARKS = {
  ready: '✓',
  failed: '✗',
  waiting: '?',
  skipped: '⊘',
  stale: '↺',
  unchecked: '○',
  checking: '◌',
} as const satisfies Record<Shown, string>;

function readyText({ handshake, ms }: Start): Html {
  if (!handshake) return html``;
  const { server, protocolVersion, counts } = handshake;
  const { tools, prompts, resources } = counts;
  const lists = [
    ...(tools === null ? [] : [counted(tools, 'tool')]),
    ...(prompts === null ? [] : [counted(prompts, 'prompt')]),
    ...(resources === null ? [] : [counted(resources, 'resource')]),
  ];
  return html`<p>
    Answered after ${ms.initialize ?? '?'} ms as ${`${server.name} ${server.version}`.trim()}, protocol
    ${protocolVersion}${lists.length > 0 ? `: ${lists.join(', ')}` : ''}.
  </p>`;
}

function keptPart({ setting, text }: KeptFrom, server: string): Html {
  const open = { command: 'openSetting', args: [setting], about: `${setting ?? ''} (${server})` } as const;
  return html`<p class="banner">${text}. ${setting === null ? '' : button('Open setting', open)}</p>`;
}

function outdatedPart({ findings }: ServerReport): Html {
  const [before] = findings;
  return html`<p class="quiet">
    ${before ? html`Before it was changed: ${withCode(before.message)}` : 'Before it was changed it was ready.'} Run it
    again to see what holds now.
  </p>`;
}

/** A finding with what it rests on and what cures it. `server` is null where it is about the file itself. */
export function findingPart(
  finding: Finding,
  {
    server,
    readers,
    uri,
    placeOf,
  }: Pick<Sectioned, 'readers' | 'uri' | 'placeOf'> & { readonly server: ServerReport | null },
): Html {
  const { rule, confidence, evidence, fixes } = finding;
  const said = addressed(finding, readers);
  // Its name stands above.
  const message = server && said.startsWith('The server ') ? behind(said, 'The server '.length) : said;
  const { line, column } = placeOf(finding.span);
  const place = { command: 'openPlace', args: [uri, line, column], look: 'link' } as const;
  const about = {
    command: 'explainRule',
    args: [rule],
    about: `about this cause${server ? ` (${server.name})` : ''}`,
    look: 'link',
  } as const;
  return html`<div class="finding">
    <p class="message ${finding.severity}">${withCode(message.charAt(0).toUpperCase() + message.slice(1))}</p>
    ${logExcerpt(evidence, server?.start ?? null)}
    ${
      fixes.length > 0
        ? html`<h3>${fixes.length === 1 ? 'Cure' : 'Cures'}</h3>
            <ul class="fixes">
              ${fixes.map((fix) => fixItem(fix, finding, server, uri))}
            </ul>`
        : ''
    }
    <p class="quiet">
      ${CONFIDENCES[confidence]} · ${button(rule, about)} ·
      ${button(`line ${line}`, { ...place, about: `where ${finding.id}${server ? ` of ${server.name}` : ''} stands` })}
    </p>
  </div>`;
}

const CONFIDENCES = {
  proven: 'Proven: it failed, passed with the cure, and failed again without it',
  evident: 'Evident from what is shown',
  likely: 'Likely',
  possible: 'Possible: the evidence does not decide',
} as const satisfies Record<Finding['confidence'], string>;

function fixItem(fix: TriedFix, finding: Finding, server: ServerReport | null, uri: string): Html {
  const { title, preferred, command, trial, starts = [] } = fix;
  const where = server ? ` (${server.name}, ${finding.id})` : ` (${finding.id})`;
  const first = server?.start && isOurs(server.start) ? server.start : null;
  // What mends the file itself needs no trial.
  const cameOfIt = trialText(trial) ?? (server ? untriedText(fix, first !== null) : null);
  const drawn = trial.status === 'passed' && first ? [first, ...starts] : [];
  const scale = Math.max(...drawn.map(lengthOf));
  return html`<li>
    ${button(command ? 'Terminal' : 'Apply', {
      command: 'applyFix',
      args: [uri, server && keyOf(server), finding.id, fix.id],
      about: `${plainQuotes(title)}${where}`,
      look: preferred ? 'main' : 'quiet',
    })}
    <div>
      ${withCode(title)}${cameOfIt === null ? '' : html`<br /><span class="quiet">${withCode(cameOfIt)}</span>`}
      ${
        drawn.length > 1
          ? html`<dl class="proof">
              ${drawn.map(
                (start, index) =>
                  html`<dt>${PROOF[index] ?? ''}</dt>
                    <dd>${timeline(start, scale)}</dd>`,
              )}
            </dl>`
          : ''
      }
    </div>
  </li>`;
}

/** The three starts of a proof. */
const PROOF = ['as it was', 'with the cure', 'without it again'];
