import { libraries } from './libraries';
import { hideShapes } from '../secrets/mask';
import { newArray, newObject, newScalar, put } from './nodes';
import type { Document, ParsedNode, YAMLError } from 'yaml';
import type { SyntaxProblem } from './config-file';
import type { Parsed } from './format';
import type { Node } from './nodes';

/** YAML 1.2, the first document of a text. An alias is what it stands for, in the place where that is. */
export function parseYaml(text: string): Parsed {
  if (isTooDeep(text)) throw new RangeError('nested too deeply');
  const document = libraries().yaml.parseDocument(text, { prettyErrors: false, logLevel: 'silent' });
  return { root: toNode(document.contents, document, new Map()), problems: document.errors.slice(0, 1).map(toProblem) };
}

/**
 * Deep in its recursion the parser compiles expressions, and where the stack ends there V8 takes the whole process with
 * it: nothing that can be nested is nested so deeply that it gets near.
 */
function isTooDeep(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[[\]{}]|^(?:[ \t]|[-?:](?=\s))+/gm)) {
    if (mark.length > DEEPEST) return true;
    if (mark === '[' || mark === '{') open += 1;
    else if ((mark === ']' || mark === '}') && open > 0) open -= 1;
    if (open > DEEPEST) return true;
  }
  return false;
}

const DEEPEST = 400;

function toProblem({ message, pos: [start, end] }: YAMLError): SyntaxProblem {
  const span = { offset: start, length: Math.max(1, end - start) };
  return { what: hideShapes(message.replace(/\.$/, '')), span, edits: [], title: hideShapes(''), isLoose: true };
}

/** `done` has what each node became: an alias is never written out twice, however many stand for each other. */
function toNode(
  value: ParsedNode | null,
  document: Document.Parsed,
  done: Map<ParsedNode, Node | undefined>,
): Node | undefined {
  if (!value) return undefined;
  if (done.has(value)) return done.get(value);
  done.set(value, undefined); // an alias inside of what it stands for is nothing
  const node = convert(value, document, done);
  done.set(value, node);
  return node;
}

function convert(
  value: ParsedNode,
  document: Document.Parsed,
  done: Map<ParsedNode, Node | undefined>,
): Node | undefined {
  const { isAlias, isMap, isScalar, isSeq } = libraries().yaml;
  const [start, end] = value.range;
  const inside = (each: unknown) => toNode(each as ParsedNode | null, document, done);
  if (isAlias(value)) return inside(value.resolve(document) ?? null);
  if (isScalar(value)) return newScalar(value.value, start, end);
  if (isSeq(value))
    return newArray(
      start,
      end,
      value.items.flatMap((item) => inside(item) ?? []),
    );
  const object = newObject(start, end);
  if (!isMap(value)) return object;
  for (const { key, value: of } of value.items) {
    const name = inside(key);
    const node = inside(of);
    if (!name) continue;
    // `<<` takes in what another map has; what the map says itself counts more, and comes behind.
    if (name.value === '<<' && node?.type === 'object') object.children?.unshift(...(node.children ?? []));
    else
      put(
        object,
        newScalar(String(name.value), name.offset, name.offset + name.length),
        node ?? newScalar(null, end, end),
      );
  }
  return object;
}
