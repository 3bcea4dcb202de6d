import { saidIn } from '../../../core/read/statements';
import { button } from './button';
import { html } from './html';
import type { Evidence } from '../../../core/facts';
import type { Start } from '../../../core/start';
import type { Html } from './html';

/** How many lines stand before and behind one that decides. */
const AROUND = 3;

/** A file with a line, as runtimes name where they were. */
const PLACE = /(?:file:\/\/)?((?:[A-Za-z]:\\|\/(?!\/))[^\s:()'"<>|*?]{1,300}):(\d{1,7})(?::(\d{1,7}))?/;

/**
 * What of the log decides, marked where it stands. What a runtime prints besides its message (the stack, the line that
 * threw) is folded away. What was seen otherwise, such as the exit, stands below.
 */
export function logExcerpt(evidence: readonly Evidence[], start: Start | null): readonly Html[] {
  const decisive = new Set(evidence.flatMap(({ kind, line }) => (kind === 'stderr' && line !== null ? [line] : [])));
  const isNear = (number: number): boolean => [...decisive].some((line) => Math.abs(line - number) <= AROUND);
  const near = start ? saidIn(start).stderr.filter(({ number }) => isNear(number)) : [];
  const isTold = ({ number, role }: (typeof near)[number]): boolean =>
    decisive.has(number) || (role !== 'frame' && role !== 'source' && role !== 'blank');
  const told = near.filter(isTold);
  const folded = near.filter((line) => !isTold(line) && line.role !== 'blank');
  // That it ended need not be said beside its last words.
  const others = told.length > 0 ? evidence.filter(({ kind }) => kind !== 'stderr' && kind !== 'exit') : evidence;
  return [
    ...(told.length > 0
      ? [
          block(
            'What the server printed',
            told.map((line) => row(String(line.number), line.whole, decisive.has(line.number))),
          ),
        ]
      : []),
    ...(folded.length > 0
      ? [
          html`<details data-id="stack">
            <summary>${folded.length} more ${folded.length === 1 ? 'line' : 'lines'}: where it happened</summary>
            ${block(
              'Stack',
              folded.map((line) => row(String(line.number), line.whole, false)),
            )}
          </details>`,
        ]
      : []),
    ...(others.length > 0
      ? [
          block(
            'What was seen',
            others.map(({ kind, text }) => row(NAMES[kind], text, kind !== 'lookup')),
          ),
        ]
      : []),
  ];
}

/** What each kind of evidence is called. */
const NAMES = {
  stderr: 'printed',
  stdout: 'on stdout',
  exit: 'end',
  spawn: 'start',
  http: 'answer',
  entry: 'entry',
  lookup: 'looked up',
  log: 'log',
} as const satisfies Record<Evidence['kind'], string>;

function block(name: string, rows: readonly Html[]): Html {
  return html`<div class="log" role="group" tabindex="0" aria-label="${name}">${rows}</div>`;
}

function row(gutter: string, text: string, decides: boolean): Html {
  return html`<div class="line${decides ? ' decides' : ''}">
    <span class="gutter">${gutter}</span><span>${linked(text)}</span>
  </div>`;
}

/** Text in which a file with a line opens that file. */
function linked(text: string): Html {
  const [whole, path, line, column] = PLACE.exec(text) ?? [];
  if (whole === undefined || path === undefined) return html`${text}`;
  const [before = '', ...after] = text.split(whole);
  const place = {
    command: 'openPlace',
    args: [path, Number(line), Number(column ?? 1)],
    about: 'open this place',
  } as const;
  return html`${before}${button(whole, { ...place, look: 'link' })}${after.join(whole)}`;
}
