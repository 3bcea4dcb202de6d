import { html } from './html';
import type { StartShape } from '../../../core/findings';
import type { Times } from '../../../core/start';
import type { Html } from './html';

/** The moments of a start, in their order. */
const MOMENTS = {
  spawn: 'the process is there',
  firstByte: 'its first word',
  initialize: 'it has answered',
  list: 'it has listed what it has',
  exit: 'it has ended',
} as const satisfies Record<keyof Times, string>;

const HEIGHT = 22;
const WIDTH = 600;
const MARGIN = 8;

/** How long a start went on, in milliseconds. */
export function lengthOf({ ms, outcome, patienceMs }: StartShape): number {
  const last = Math.max(0, ...Object.values(ms).flatMap((at) => at ?? []));
  return outcome === 'silent' ? (patienceMs ?? last) : last;
}

/** The picture of a start, to scale: `scale` is how many milliseconds the whole width stands for. */
export function timeline(start: StartShape, scale: number): Html {
  const length = lengthOf(start);
  const xOf = (ms: number): string => (MARGIN + (ms / Math.max(scale, 1)) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const moments = Object.entries(MOMENTS).flatMap(([moment, meaning]) => {
    const at = momentOf(start.ms, moment);
    return at === null ? [] : [{ moment, meaning, at }];
  });
  const said = moments.map(({ meaning, at }) => `${meaning} after ${at} ms`);
  const end = start.outcome === 'silent' ? [`no answer within ${Math.round(length / 1000)} s`] : [];
  const words = [...said, ...end].join(', ') || 'no process came to be';
  if (moments.length === 0) return html`<p class="timeline quiet">${words}</p>`;
  const middle = HEIGHT / 2;
  return html`<figure class="timeline">
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="The start: ${words}">
      <line class="${start.outcome}" x1="${xOf(0)}" y1="${middle}" x2="${xOf(length)}" y2="${middle}" />
      ${moments.map(
        ({ moment, meaning, at }) =>
          html`<g class="${moment}"
            ><title>${meaning}, ${at} ms</title><circle cx="${xOf(at)}" cy="${middle}" r="5"
          /></g>`,
      )}
    </svg>
    <figcaption class="quiet">${words}</figcaption>
  </figure>`;
}

function momentOf(ms: Times, moment: string): number | null {
  const at: unknown = Reflect.get(ms, moment);
  return typeof at === 'number' ? at : null;
}
