import { commandLine } from '../../../core/launch/launch-plan';
import { MARKER } from '../../../node/server-process';
import { html } from './html';
import type { HttpPlan, LaunchPlan, StdioPlan } from '../../../core/launch/launch-plan';
import type { Start } from '../../../core/start';
import type { Html } from './html';

/** What exactly was started or called, or would be, to be unfolded. */
export function whatWasTried(plan: LaunchPlan, start: Start | null): Html {
  return plan.kind === 'http' ? calledText(plan, start) : startedText(plan, start);
}

function calledText({ client, shown, transport }: HttpPlan, start: Start | null): Html {
  return html`<details data-id="what">
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
  return html`<details data-id="what">
    <summary>${start ? 'What was started' : 'What would be started'}</summary>
    <dl>
      <dt>Command</dt>
      <dd><code>${commandLine(plan)}</code></dd>
      <dt>In</dt>
      <dd><code>${shown.cwd}</code></dd>
      <dt>As</dt>
      <dd>${client.name} starts it, in the environment of this process${CERTAINTIES[environment.certainty]}</dd>
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

/** How sure it is that this is what the client gives. */
const CERTAINTIES = {
  exact: '',
  source: ', as its source code says',
  reported: ', as others report',
  estimated: ', as far as we know',
} as const satisfies Record<LaunchPlan['environment']['certainty'], string>;
