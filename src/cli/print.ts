import type { Format } from './options';

/** Writes to stdout, with a line end. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a value as JSON: laid out for `json`, on one line for `jsonl`. */
export function printJson(value: unknown, format: Format): void {
  print(JSON.stringify(value, null, format === 'json' ? 2 : 0));
}

/** Says something to the person, where stdout belongs to a program. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
