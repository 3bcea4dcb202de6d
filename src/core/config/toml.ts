import { libraries } from './libraries';
import { hideShapes } from '../secrets/mask';
import { newArray, newObject, newScalar, property, put, withoutBom } from './nodes';
import type { AST } from 'toml-eslint-parser';
import type { Parsed } from './format';
import type { Node } from './nodes';

/** TOML: its tables, however they are written, as objects in each other. After the first mistake nothing is read. */
export function parseToml(text: string): Parsed {
  const { ParseError, parseTOML } = libraries().toml;
  try {
    const { body, range } = parseTOML(withoutBom(text)).body[0];
    const root = newObject(range[0], range[1]);
    for (const part of body) {
      if (part.type === 'TOMLKeyValue') putPair(root, part);
      else putTable(root, part);
    }
    return { root, problems: [] };
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return {
      root: undefined,
      problems: [
        {
          what: hideShapes(error.message.replace(/\.$/, '')),
          span: { offset: error.index, length: 1 },
          edits: [],
          title: hideShapes(''),
          isLoose: true,
        },
      ],
    };
  }
}

/** `[a.b]` and `[[a.b]]`: what stands below such a line belongs to the table that it names. */
function putTable(root: Node, { key, resolvedKey, body, range }: AST.TOMLTable): void {
  // Between names the resolved key has the places in lists of tables.
  const names = key.keys.values();
  const table = resolvedKey.reduce<Node>((parent, part, index) => {
    if (typeof part === 'number') return parent.children?.[part] ?? item(parent, range);
    const isList = typeof resolvedKey[index + 1] === 'number';
    return child(parent, part, names.next().value ?? key, (isList ? newArray : newObject)(range[0], range[1]));
  }, root);
  for (const pair of body) putPair(table, pair);
}

/** What has that name inside a table; `made` where nothing has it yet. */
function child(parent: Node, name: string, key: AST.TOMLNode, made: Node): Node {
  const known = property(parent, name)?.value;
  if (!known) put(parent, newScalar(name, key.range[0], key.range[1]), made);
  return known ?? made;
}

function item(list: Node, range: AST.Range): Node {
  const table = newObject(range[0], range[1]);
  list.children?.push(table);
  return table;
}

function putPair(table: Node, { key, value }: AST.TOMLKeyValue): void {
  const last = key.keys.at(-1);
  if (!last) return;
  // `a.b = 1` puts `b` into the table `a`.
  const parent = key.keys
    .slice(0, -1)
    .reduce((inside, part) => child(inside, nameOf(part), part, newObject(...value.range)), table);
  put(parent, newScalar(nameOf(last), last.range[0], last.range[1]), toNode(value));
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function toNode(content: AST.TOMLContentNode): Node {
  const [start, end] = content.range;
  switch (content.type) {
    case 'TOMLArray':
      return newArray(start, end, content.elements.map(toNode));
    case 'TOMLInlineTable': {
      const table = newObject(start, end);
      for (const pair of content.body) putPair(table, pair);
      return table;
    }
    case 'TOMLValue': {
      const { value } = content;
      return newScalar(typeof value === 'object' ? value.toISOString() : value, start, end);
    }
    default:
      return content satisfies never;
  }
}
