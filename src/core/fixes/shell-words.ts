import { parse } from 'shell-quote';

/**
 * The words of a command line as a POSIX shell parts them, quotes respected; null where a shell would do more than part
 * them (pipes, variables, patterns), and where a backslash may be one of Windows.
 */
export function wordsIn(line: string): readonly string[] | null {
  if (/[\\$`]/.test(line) || hasOpenQuote(line)) return null;
  const words = parse(line);
  const texts = words.filter((word) => typeof word === 'string');
  return texts.length === words.length && texts.length > 0 ? texts : null;
}

/** The library takes a quote that is never closed for the end of the line. */
function hasOpenQuote(line: string): boolean {
  return /["']/.test(line.replace(/"[^"]*"|'[^']*'/g, ''));
}
