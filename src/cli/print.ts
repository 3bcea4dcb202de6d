/** Writes to stdout, with a line end. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** Says something to the person, where stdout belongs to a program. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
