/**
 * VS Code's own reader of an `envFile`, not dotenv: the first unquoted `=` or `:` separates, an unquoted `#` begins a
 * comment anywhere behind it, one matching pair of quotes is taken off, `\n` and `\r` count in double quotes only.
 * Source: build of 1.139.1.
 */
export function parseEnvFile(text: string): Record<string, string> {
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const separator = line.search(/[=:]/);
    const name = line
      .slice(0, separator)
      .trim()
      .replace(/^export\s+/, '');
    if (separator < 0 || name === '' || name.startsWith('#')) return [];
    return [[name, unquote(line.slice(separator + 1).trim())]];
  });
  return Object.fromEntries(pairs);
}

function unquote(text: string): string {
  const [, quote, quoted] = /^(["'`])(.*?)\1/.exec(text) ?? [];
  if (quoted === undefined) return text.replace(/#.*$/, '').trim();
  return quote === '"' ? quoted.replaceAll('\\n', '\n').replaceAll('\\r', '\r') : quoted;
}
