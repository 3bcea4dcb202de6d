import { captured } from '../../text';
import type { Safe } from '../../text';
import type { Statement } from '../statements';

/** A variable that a line of code takes from the environment, and the error that its absence makes of that line. */
export interface TakenInCode {
  readonly name: Safe;
  readonly statement: Statement;
}

/** Python's, JavaScript's and Ruby's code as their runtimes show it, above the error or below. */
export function takenInCode(statements: readonly Statement[]): TakenInCode | null {
  for (const [index, { text }] of statements.entries()) {
    const name = text.length < LONGEST && !HAS_DEFAULT.test(text) ? captured(text, TAKES)?.[1] : undefined;
    if (!name) continue;
    const error = statements.slice(Math.max(0, index - 2), index + NEAR).find((each) => OF_NOTHING.test(each.text));
    if (error) return { name, statement: error };
  }
  return null;
}

const LONGEST = 240;
/** Within so many lines Python and Node.js show the code and the error, the marks below the code among them. */
const NEAR = 9;
const TAKES =
  /\b(?:os\.getenv\(|os\.environ(?:\.get\(|\[)|getenv\(|(?:process|Bun|import\.meta)\.env(?:\.|\[)|Deno\.env\.get\(|ENV(?:\[|\.fetch\())['"]?([A-Z][A-Z0-9_]{1,60})\b/;
const HAS_DEFAULT = /\bgetenv\(["']\w{1,60}["'],|\.get\(["']\w{1,60}["'],|\|\||\?\?|\bor\b/;
/** The errors that a value makes which is not there. */
const OF_NOTHING =
  /\bNoneType\b|^AssertionError$|^KeyError: |\bof (?:undefined|null)\b|\bis (?:undefined|null)\b|[Rr]eceived (?:undefined|null)\b|\bfor nil\b|\bundefined is not an object\b/;
