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
  const isPath =
    /"path":/.test(text) ||
    (/^\s*"[A-Z][A-Z0-9_]+",?\s*$/.test(text) && /"path": \[\s*$/.test(lines[index - 1]?.text ?? ''));
  const around = lines.slice(Math.max(0, index - NEAR), index + NEAR + 1);
  const isZod = isPath && around.some((line) => /"message": "Required"|received:? "?undefined/.test(line.text));
  return isPydantic || isZod ? settingNames(text) : [];
}

/** How far from its path a validator says what is wrong with it, in lines. */
const NEAR = 5;
