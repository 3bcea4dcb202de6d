import type { Note } from '../notes';

/** What is noted, each with the forms of a whole line that tells it. */
export type FewWords = readonly (readonly [Note, ...RegExp[]])[];

/** A whole line, whatever its letters; `words` are alternatives. */
export const line = (...words: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:the|it|error:) )?(?:${words.join('|')})[.!]?$`, 'i');

export const WAS = '(?: is| was| are| were)?';
export const NOT_THERE = `${WAS} (?:not (?:found|there|installed)|missing|gone)`;
export const FILE = '[\\w-]{1,40}\\.(?:py|js|mjs|ts|sh|jar)';
export const INSTALL = '(?:npm|pnpm|yarn|pip|uv) (?:install|sync)';
