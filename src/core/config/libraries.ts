import type * as Parsers from './parsers';

/** The parsers that few files need. An `import` would run them at every start, and `import()` make every door wait. */
export function libraries(): typeof Parsers {
  return require('./parsers');
}
