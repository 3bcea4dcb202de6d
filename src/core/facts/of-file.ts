import type { JsonPath, Span } from '../config/place';
import type { Safe } from '../text';

/** What a file shows of itself. What an entry shows, rules read in the entry. */
export type FileFact =
  | { readonly kind: 'syntax'; readonly what: Safe; readonly span: Span }
  | {
      readonly kind: 'map-not-read';
      readonly key: Safe;
      readonly path: JsonPath;
      readonly span: Span;
      readonly servers: number;
      readonly expected: Safe;
      readonly expectedIsThere: boolean;
      readonly clients: readonly string[];
    };
