declare const faithfulText: unique symbol;

/**
 * Text as the file has it, every character told: for the question what may be started, and for nothing else. Nothing in
 * it is masked that can carry code, so it is never logged, saved or put into a report.
 */
export type Faithful = string & { readonly [faithfulText]: true };

/** Our own words with faithful ones between them. */
export function faithful(texts: TemplateStringsArray, ...words: readonly (Faithful | number)[]): Faithful {
  return trusted(texts.reduce((line, text, index) => line + String(words[index - 1] ?? '') + text));
}

/** Faithful pieces as one. */
export function joined(pieces: readonly Faithful[], glue: string): Faithful {
  return trusted(pieces.join(glue));
}

/**
 * A word of a command line: bare where it is plain, else as a JSON text. In the quotes a backslash begins an escape,
 * outside of them it is one: a word reads in one way only.
 */
export function faithfulWord(word: string): Faithful {
  return PLAIN.test(word) ? trusted(word) : quotedWord(word);
}

/** As a JSON text, whatever it is. */
export function quotedWord(word: string): Faithful {
  return trusted(
    JSON.stringify(word)
      .replace(MISLEADING, escaped)
      .replace(/(?<= ) /g, '\\u0020'),
  );
}

/**
 * A secret as its length and its beginning, where nothing in it can be code: no blank, quote or operator, and no path.
 * Everything else is shown in full. Since no word has these brackets bare, no word can pose as one that is hidden.
 */
export function briefly(value: string): Faithful {
  const isInert = /^[A-Za-z0-9_+=-][A-Za-z0-9_.+=~-]{7,}$/.test(value) && !/\.\w{1,4}$/.test(value);
  return isInert
    ? trusted(`‹${value.length} characters, ${value.slice(0, Math.min(4, value.length / 4))}…›`)
    : faithfulWord(value);
}

const PLAIN = /^[A-Za-z0-9_@%+=:,./\\~^-]+$/;

/**
 * What is not seen, is taken for something else, or turns the text around it: controls, format and unassigned
 * characters, every blank but the plain one, what a font may leave out, and the brackets of our own tokens.
 */
const MISLEADING = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800‹›]|(?! )\p{Zs}/gu;

function escaped(characters: string): string {
  return characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}

function trusted(text: string): Faithful {
  return text as Faithful;
}
