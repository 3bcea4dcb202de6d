// Forty kinds of secrets, made anew at each run.
import { randomBytes, randomInt, randomUUID } from 'node:crypto';

const pick = (alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const ALNUM = `${LOWER}${LOWER.toUpperCase()}0123456789`;
const alnum = (length: number): string => `${pick(LOWER, 1)}${pick(ALNUM, length - 3)}A7`;
const hex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** A kind of secret: how one is made, and which part of it must never be seen, where that is not the whole. */
export interface Kind {
  readonly make: () => string;
  readonly secret?: (value: string) => string;
}
const whole = (make: () => string): Kind => ({ make });
const part = (make: (secret: string) => string, secret: () => string): Kind => {
  const made = new Map<string, string>();
  return {
    make: () => {
      const hidden = secret();
      const value = make(hidden);
      made.set(value, hidden);
      return value;
    },
    secret: (value) => made.get(value) ?? value,
  };
};

/** Those that are known by their look alone. */
export const shaped = {
  'GitHub token': whole(() => `ghp_${pick(ALNUM, 36)}`),
  'GitHub fine-grained token': whole(() => `github_pat_${pick(ALNUM, 82)}`),
  'GitLab token': whole(() => `glpat-${alnum(20)}`),
  'OpenAI key': whole(() => `sk-proj-${alnum(48)}`),
  'Anthropic key': whole(() => `sk-ant-api03-${alnum(93)}AA`),
  'Slack token': whole(() => `xoxb-${pick('0123456789', 11)}-${pick('0123456789', 12)}-${alnum(24)}`),
  'AWS key id': whole(() => `AKIA${pick('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16)}`),
  'Google key': whole(() => `AIza${alnum(35)}`),
  'npm token': whole(() => `npm_${alnum(36)}`),
  'SendGrid key': whole(() => `SG.${alnum(22)}.${alnum(43)}`),
  'Stripe key': whole(() => `sk_live_${alnum(24)}`),
  'Hugging Face token': whole(() => `hf_${pick(`${LOWER}${LOWER.toUpperCase()}`, 34)}`),
  'PyPI token': whole(() => `pypi-AgEIcHlwaS5vcmc${alnum(70)}`),
  'DigitalOcean token': whole(() => `dop_v1_${hex(32)}`),
  'Postman key': whole(() => `PMAK-${hex(12)}-${hex(17)}`),
  'web token': whole(() => `eyJ${alnum(30)}.eyJ${alnum(40)}.${alnum(43)}`),
  'login in an address': part(
    (secret) => `postgres://bob:${secret}@db.example/x`,
    () => alnum(12),
  ),
  'path of a webhook': part(
    (secret) => `https://hooks.example/services/T0/B0/${secret}`,
    () => alnum(24),
  ),
  'query of an address': part(
    (secret) => `https://h.example/mcp?api_key=${secret}&x=1`,
    () => alnum(16),
  ),
  'bearer token': part(
    (secret) => `Bearer ${secret}`,
    () => alnum(30),
  ),
  'part of a connection string': part(
    (secret) => `Server=h;Password=${secret};Encrypt=yes`,
    () => alnum(14),
  ),
};
/** Those that only their name gives away. */
export const named = {
  'hexadecimal, 16 bytes': whole(() => hex(16)),
  'hexadecimal, 32 bytes': whole(() => hex(32)),
  'a UUID': whole(() => randomUUID()),
  base64: whole(() => randomBytes(33).toString('base64')),
  'base64 for addresses': whole(() => randomBytes(33).toString('base64url')),
  'letters and digits': whole(() => alnum(20)),
  short: whole(() => alnum(8)),
  'small letters': whole(() => pick(LOWER, 20)),
  'a number': whole(() => `9${pick('0123456789', 11)}`),
  'with signs': whole(() => `a1${pick('!#$%&()*+,-./:;<=>?@[]^_{|}~', 14)}Z`),
  'with quotes': whole(() => `a"${alnum(6)}'${alnum(6)}\\${alnum(4)}`),
  'with blanks': whole(() => [alnum(6), alnum(5), alnum(7)].join(' ')),
  'with letters of other scripts': whole(() => `pä${alnum(8)}ßñ${alnum(6)}`),
  'with percent signs': whole(() => `%${alnum(5)}%41${alnum(6)}`),
  'that begins like a path': whole(() => `/${alnum(39)}`),
  'that ends in padding': whole(() => `${alnum(30)}==`),
  'a private key': {
    make: () => `-----BEGIN PRIVATE KEY-----\n${randomBytes(48).toString('base64')}\n-----END PRIVATE KEY-----`,
    secret: (value) => value.split('\n')[1] ?? '',
  },
  'JSON with a key in it': part(
    (secret) => JSON.stringify({ apiKey: secret, region: 'eu' }),
    () => alnum(18),
  ),
  'a header as a value': part(
    (secret) => `Authorization: token ${secret}`,
    () => alnum(26),
  ),
} satisfies Record<string, Kind>;
