import * as json from './json';
import * as toml from './toml';
import * as yaml from './yaml';
import type { ConfigFile, Value } from '../config/config-file';
import type { Node, Property } from '../config/nodes';
import type { Format } from '../config/format';
import type { JsonPath, Span } from '../config/place';
import type { Edit } from '../fixes/fix';

/** How one format is changed. Each gives the smallest edits that do it, and none where it cannot be done. */
export interface Editor {
  /** Sets properties of the object at `path`: replaces the values that are there, adds what is not, the object included. */
  setProperties(file: ConfigFile, path: JsonPath, values: Readonly<Record<string, unknown>>): readonly Edit[];
  /** Adds items to the list at `path`, which is made where there is none. */
  appendItems(file: ConfigFile, path: JsonPath, items: readonly unknown[]): readonly Edit[];
  /** Puts these items of a list in the place of one; with none it is taken out. */
  replaceItem(file: ConfigFile, item: Value, items: readonly string[]): readonly Edit[];
  /** Gives a key of the root another name. */
  renameRoot(file: ConfigFile, from: { readonly name: string; readonly span: Span }, to: string): readonly Edit[];
  /** Gives a key inside the file another name. */
  renameKey(file: ConfigFile, key: Span, to: string): readonly Edit[];
  /** Makes a map of a list: each item under the name that stands in it. */
  nameItems(file: ConfigFile, list: Node, key: string): readonly Edit[];
  /** Puts the whole content under a key. */
  wrapRoot(file: ConfigFile, key: string): readonly Edit[];
  /** Moves what stands in one object to the end of another, comments and all; the first stays, empty. */
  moveMembers(file: ConfigFile, from: JsonPath, to: JsonPath): readonly Edit[];
  /** Moves what stands in one object to the end of another, and takes the first away, its key included. */
  joinObjects(file: ConfigFile, from: Property, to: Node): readonly Edit[];
}

const editors: Readonly<Record<Format, Editor>> = { json, toml, yaml };

/** What changes this file. In one with mistakes nothing is changed: what it means is not known. */
export function editorOf({ format, problems }: ConfigFile): Editor {
  return problems.length > 0 ? NO_EDITS : editors[format];
}

const NO_EDITS: Editor = {
  setProperties: () => [],
  appendItems: () => [],
  replaceItem: () => [],
  renameRoot: () => [],
  renameKey: () => [],
  nameItems: () => [],
  wrapRoot: () => [],
  moveMembers: () => [],
  joinObjects: () => [],
};

/** Another text in the place of one. A text of JSON is one in TOML and in YAML as well. */
export function replaceText({ span }: Value, text: string): Edit {
  return { span, newText: JSON.stringify(text) };
}
