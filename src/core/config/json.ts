import { parseTree, printParseErrorCode } from 'jsonc-parser';
import { hideShapes } from '../secrets/mask';
import { withoutBom } from './nodes';
import type { ParseError } from 'jsonc-parser';
import type { SyntaxProblem } from './config-file';
import type { Parsed } from './format';

/** JSON, with comments and trailing commas: whoever does not take those says so in its `takes`. */
export function parseJson(text: string): Parsed {
  const errors: ParseError[] = [];
  const root = parseTree(withoutBom(text), errors, { allowTrailingComma: true });
  const toProblem = ({ error, offset, length }: ParseError): SyntaxProblem => ({
    what: hideShapes(inWords(error)),
    span: { offset, length },
  });
  return { root, problems: errors.map(toProblem) };
}

/** `CommaExpected` → `comma expected`. */
function inWords(error: ParseError['error']): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}
