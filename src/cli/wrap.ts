/** Breaks a text into lines of so many columns, between words. */
type Wrap = (text: string, columns: number, options: { hard: boolean; trim: boolean }) => string;

let wrap: Wrap | undefined;

/** Loads what breaks lines by the width of their characters, where there is a terminal that has an end. */
export async function learnToWrap(): Promise<void> {
  if (process.stdout.isTTY) wrap = (await import('wrap-ansi')).default;
}

/**
 * The lines of a text behind a heading of so many columns, each no longer than the terminal less an indent; a word that is
 * longer stays whole. In a pipe a text is one line.
 */
export function wrappedLines(text: string, heading: number, indent: number): readonly string[] {
  if (!wrap) return [text];
  // The first line has the heading in place of the indent: as many columns are taken by a word that is cut off again.
  const room = Math.max(0, heading - indent);
  const width = Math.max(30, process.stdout.columns - indent);
  const lines = wrap('x'.repeat(room) + text, width, { hard: false, trim: false });
  return lines
    .slice(room)
    .split('\n')
    .map((line) => line.trim());
}
