/**
 * The ways in which programs write a text: as it is, in JSON (plain, with slashes or everything that is not ASCII
 * escaped), in an address or a form, in HTML, in a shell's quotes or with its backslashes, in base64 and in hexadecimal.
 */
export function spellingsOf(text: string): readonly string[] {
  if (/^[\w-]*$/.test(text)) return [text, ...encodingsOf(text)];
  if (text.length > LONG) return [text, JSON.stringify(text).slice(1, -1), encodingsOf(text)[0]];
  const json = JSON.stringify(text).slice(1, -1);
  const uri = encodeURIComponent(wellFormed(text));
  const strictUri = uri.replace(/[!'()*]/g, percented);
  return [
    ...new Set([
      text,
      json,
      JSON.stringify(json).slice(1, -1),
      json.replaceAll('/', '\\/'),
      json.replace(/[^ -~]/g, unicoded),
      json.replace(/[<>&'\u007F-\uFFFF]/g, unicoded),
      encodeURI(wellFormed(text)),
      uri,
      strictUri,
      uri.replaceAll('%20', '+'),
      strictUri.replaceAll('%20', '+').replaceAll('~', '%7E').replaceAll('%2A', '*'),
      strictUri.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
      html(text, '&#39;', '&quot;'),
      html(text, '&#x27;', '&quot;'),
      html(text, '&apos;', '&#34;'),
      html(text, "'", '"'),
      text.replaceAll("'", String.raw`'\''`),
      text.replaceAll("'", String.raw`'"'"'`),
      text.replaceAll('\\', '\\\\'),
      text.replace(/['\\]/g, String.raw`\$&`),
      text.replace(/[`\\]/g, String.raw`\$&`),
      text.replace(/["\\$`]/g, String.raw`\$&`),
      text.replace(/[^\w@%+=:,./-]/g, String.raw`\$&`),
      text.replace(/[&|<>^%]/g, '^$&'),
      ...encodingsOf(text),
    ]),
  ];
}

/** What is that long is a certificate or a document: hardly a program writes it in all ways. */
const LONG = 4_096;

/** A text in base64, of both alphabets, and in hexadecimal. */
export function encodingsOf(text: string): [base64: string, base64Url: string, hexadecimal: string] {
  const bytes = new TextEncoder().encode(text);
  const base64 = toBase64(bytes);
  const hexadecimal = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [base64, base64.replaceAll('+', '-').replaceAll('/', '_'), hexadecimal];
}

function html(text: string, apostrophe: string, quote: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', quote)
    .replaceAll("'", apostrophe);
}

function unicoded(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function percented(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Without the padding, which says nothing and which some leave out. */
function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).replace(/=+$/, '');
}

/** A lone surrogate has no place in an address; it would throw. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}
