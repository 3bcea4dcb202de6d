// Prints every secret that it was given, in every spelling, on both streams and in its answer, then dies.
import { inspect } from 'node:util';

const secrets = [
  ...(process.env.SPILL_ENV ?? '').split(',').map((name) => process.env[name] ?? ''),
  ...process.argv.slice(2),
].filter((value) => value !== '');

const html = (text) =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign]);
const spellings = [
  (text) => text,
  (text) => `key=${text}&more`,
  (text) => JSON.stringify({ value: text }),
  (text) => JSON.stringify(JSON.stringify(text)),
  (text) => encodeURIComponent(text),
  (text) => new URLSearchParams({ value: text }).toString(),
  html,
  (text) => `'${text.replaceAll("'", `'\\''`)}'`,
  (text) => `"${text.replace(/["\\$`]/g, '\\$&')}"`,
  (text) => inspect([text]),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => [...text].join('\u200B'),
  (text) => `${text.slice(0, 3)}\u001B[1m${text.slice(3)}\u001B[0m`,
  (text) => `glued${text}glued`,
];
for (const secret of secrets)
  for (const [index, spell] of spellings.entries()) {
    const line = spell(secret);
    (index % 5 === 4 ? process.stdout : process.stderr).write(`${line}\n`);
  }
for (const secret of secrets) {
  const middle = Math.floor(secret.length / 2);
  process.stderr.write(secret.slice(0, middle));
  await new Promise((tick) => setTimeout(tick, 20)); // in two chunks
  process.stderr.write(`${secret.slice(middle)}\n${secret.slice(0, middle)}\n${secret.slice(middle)}\n`); // over two lines
  process.stderr.write(`${'x'.repeat(3_990)} ${secret}\n`); // where the line is cut
}
throw new Error(`refused: ${secrets.join(' ')}`);
