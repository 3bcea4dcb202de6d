import { settingNames } from './names';
import type { Statement } from '../statements';
import type { Safe } from '../../text';

/** pydantic puts the name on a line of its own and the complaint below; zod prints JSON with a `path`. */
export function validatedNames(lines: readonly Statement[], index: number): readonly Safe[] {
  const text = lines[index]?.text;
  if (text === undefined) return [];
  const isPydantic =
    /^[A-Z][A-Z0-9_]+$/.test(text) &&
    /^\s+(?:Field|Input|Value) (?:is )?required\b/i.test(lines[index + 1]?.text ?? '');
  if (isFieldOfSettings(lines, index)) return [text];
  // zod 4, in the form for people.
  if (/^\s*→ at [A-Z][A-Z0-9_]+$/.test(text) && /\breceived undefined$/.test(lines[index - 1]?.text ?? ''))
    return settingNames(text);
  const isPath =
    /"path":/.test(text) ||
    (/^\s*"[A-Z][A-Z0-9_]+",?\s*$/.test(text) && /"path": \[\s*$/.test(lines[index - 1]?.text ?? ''));
  const around = lines.slice(Math.max(0, index - NEAR), index + NEAR + 1);
  const isZod = isPath && around.some((line) => /"message":\s?"Required"|"?received"?:?\s?"?undefined/.test(line.text));
  return isPydantic || isZod ? settingNames(text) : [];
}

/** A field of a class of settings, as pydantic names it: its variable is read without regard to case. */
function isFieldOfSettings(lines: readonly Statement[], index: number): boolean {
  if (!/^[a-z]\w{1,60}$/.test(lines[index]?.text ?? '')) return false;
  if (!/^\s*Field required\b/.test(lines[index + 1]?.text ?? '')) return false;
  const above = lines.slice(Math.max(0, index - MOST_FIELDS), index);
  return above.some(({ text }) => /\bvalidation errors? for \w{0,40}(?:Settings|Config|Env\w*)$/.test(text));
}

/** So many lines a report on settings may have. */
const MOST_FIELDS = 40;

/** How far from its path a validator says what is wrong with it, in lines. */
const NEAR = 5;
