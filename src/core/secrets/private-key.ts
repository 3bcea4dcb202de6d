/** What a private key is shown as. */
export const PRIVATE_KEY = '‹private-key›';

/** Tells of each line of a stream, given one after the other and cleaned, whether it stands inside a private key. */
export function privateKeyIn(): (line: string) => boolean {
  let isInKey = false;
  return (line) => {
    const isKey = isInKey && KEY_LINE.test(line);
    isInKey = (isKey || KEY_BEGINS.test(line)) && !KEY_ENDS.test(line);
    return isKey;
  };
}

const KEY_BEGINS = /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/;
const KEY_ENDS = /-----END [A-Z ]{0,40}PRIVATE KEY/;
/** Base64, or what may stand above it. */
const KEY_LINE = /^\s*(?:[A-Za-z0-9+/]{4,}={0,2}|(?:Proc-Type|DEK-Info): .*|-----END .*|)\s*$/;
