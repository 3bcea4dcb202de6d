/** A place in the text of a file, in UTF-16 units. Lines and columns are made of it only where something is shown. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

/** The way to a value: `['servers', 'github', 'args', 1]`. */
export type JsonPath = readonly (string | number)[];
