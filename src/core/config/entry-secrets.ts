import { isSecretName } from '../secret-names';
import type { Secret } from '../secrets';

/** The secrets among settings, by their names: `env` and `header` say where they stand. */
export function settingSecrets(
  settings: readonly (readonly [name: string, value: string])[],
  what: 'env' | 'header',
): Secret[] {
  return settings.flatMap(([name, value]) => {
    if (!isSecretName(name)) return [];
    // A server prints `Bearer abc…` or only the part behind the scheme.
    const behindScheme = /^(?:Bearer|Basic|Token)\s+(.+)$/i.exec(value)?.[1];
    return [value, ...(behindScheme ? [behindScheme] : [])].map((secret) => ({
      name: `${what} ${name}`,
      value: secret,
    }));
  });
}

/** The secrets among args: `--api-key X`, `--token=X`, `NAME=X` also behind `-e`, and headers such as `X-Api-Key: X`. */
export function argSecrets(args: readonly string[]): Secret[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    const flag = /^--?([A-Za-z][\w-]{0,80})$/.exec(arg)?.[1];
    if (flag && next && !next.startsWith('-') && isSecretName(flag)) return [{ name: flag, value: next }];
    return assignments(arg).filter(({ name }) => isSecretName(name));
  });
}

/** `--env=NAME=VALUE` is an assignment in an assignment. */
function assignments(arg: string): Secret[] {
  const [, name, value] = /^-{0,2}([A-Za-z][\w-]{0,80})(?:=|:\s+)(.+)$/s.exec(arg) ?? [];
  return name && value ? [{ name, value }, ...assignments(value)] : [];
}
