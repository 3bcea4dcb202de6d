/**
 * What others wrote, without anything that acts on a terminal or misleads the eye: escape sequences, control characters,
 * turns of direction and what takes no room are gone, a line break inside a line is shown as one. Every `Mask` cleans first.
 */
export function clean(text: string): string {
  return UNUSUAL.test(text) && HOSTILE.test(text)
    ? text
        .replace(ESCAPES, '')
        .replace(/\r?\n|\r/g, '⏎')
        .replace(INVISIBLE, '')
    : text;
}

/** CSI, OSC with either end, and the two-character sequences. Bounded, so that hostile text costs no more than its length. */
const ESCAPES =
  /\u001B\[[0-?]{0,64}[ -/]{0,16}[@-~]|\u001B\][^\u0007\u001B]{0,1024}(?:\u0007|\u001B\\)|\u001B[@-Z\\-_]|\u009B[0-?]{0,64}[@-~]/g;
/** Controls, and what is not seen: it turns the text around it, or breaks a word that would be known. */
const INVISIBLE = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u2028-\u202E\p{Default_Ignorable_Code_Point}]/gu;
const HOSTILE = new RegExp(INVISIBLE.source, 'u');
/** Nearly every line is told to be harmless by this alone, at a third of the cost. */
const UNUSUAL = /[^\t -~]/;
