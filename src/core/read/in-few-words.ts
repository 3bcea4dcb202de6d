import { FETCHING } from './in-few-words/fetching';
import { GIVEN } from './in-few-words/given';
import { PROJECTS } from './in-few-words/projects';
import { SERVING } from './in-few-words/serving';
import { STARTING } from './in-few-words/starting';
import { noted } from './notes';
import type { NotedFact } from './notes';
import type { Said } from './statements';

/** What somebody notes of a failure, or a client shows of it, in a few words that are a whole line. */
export function read(start: Said): readonly NotedFact[] {
  // What stands behind other words is about what they say.
  const spoken = start.spoken.map((each) => ({ ...each, inside: [] }));
  return noted({ ...start, spoken }, FORMS, ({ text }) => text.length <= LONGEST);
}

const LONGEST = 80;

const FORMS = [...STARTING, ...FETCHING, ...PROJECTS, ...GIVEN, ...SERVING].map(
  ([note, ...forms]) => [note, forms] as const,
);
