import { parseTree, printParseErrorCode } from 'jsonc-parser';
import { LIMITS } from '../limits';
import { hideShapes } from '../secrets/mask';
import { mistakesIn } from './mend';
import { withoutBom } from './nodes';
import type { ParseError } from 'jsonc-parser';
import type { SyntaxProblem } from './config-file';
import type { Parsed } from './format';

/** JSON, with comments and trailing commas: whoever does not take those says so in its `takes`. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = [];
  const plain = withoutBom(text);
  const root = parseTree(plain, errors, { allowTrailingComma: true });
  if (errors.length === 0) return { root, problems: [] };
  if (text.length > LIMITS.mended) return { root, problems: errors.slice(0, 1).map(toProblem) };
  const mistakes = mistakesIn(plain);
  const problems = mistakes.map(({ what, title, ...more }): SyntaxProblem => ({
    ...more,
    what: hideShapes(what),
    title: hideShapes(title),
  }));
  return { root: parseTree(levelled(plain), [], { allowTrailingComma: true }), problems };
}

/** In a large file the parser's own words do: guesses cost as often as they are tried. */
function toProblem({ error, offset, length }: ParseError): SyntaxProblem {
  const words = printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return {
    what: hideShapes(`Something is wrong here: ${words}`),
    span: { offset, length },
    edits: [],
    title: hideShapes(''),
    isLoose: true,
  };
}

/** The text with straight double quotes, every place in it unchanged: so the parser finds most of the servers in it. */
function levelled(text: string): string {
  return text.replace(/[“”„‟″]/g, '"').replace(/(?<=[:,{[]\s*)'|'(?=\s*[,:\]}])/g, '"');
}
