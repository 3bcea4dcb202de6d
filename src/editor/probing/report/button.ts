import { html } from './html';
import type { Html } from './html';

/** What a button of the page may ask for: commands of ours, and no others. */
export const PAGE_COMMANDS = [
  'applyFix',
  'diagnose',
  'explainRule',
  'fixAll',
  'runInTerminal',
  'copyForIssue',
  'saveRecord',
  'saveFile',
  'openPlace',
  'openSetting',
] as const;
export type PageCommand = (typeof PAGE_COMMANDS)[number];

interface Button {
  readonly command: PageCommand;
  readonly args: readonly unknown[];
  /** What it is about, so that no other of the page is called the same where only its name is heard. */
  readonly about: string;
  readonly look?: 'main' | 'quiet' | 'link';
}

/** A button that asks the editor for one of our commands. */
export function button(text: string, { command, args, about, look = 'quiet' }: Button): Html {
  const name = `${text}: ${about}`;
  return html`<button
    type="button"
    class="${look}"
    data-command="${command}"
    data-args="${JSON.stringify(args)}"
    aria-label="${name}"
    title="${name}"
  >
    ${text}
  </button>`;
}

/** What our messages put in backticks is code. */
export function withCode(message: string): readonly Html[] {
  return message.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
