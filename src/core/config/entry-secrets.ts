import type { Node } from 'jsonc-parser';
import { isSecretName } from '../secrets';
import { arrayItems, properties, property, stringOf } from './nodes';
import type { Secret } from '../secrets';

/** The secrets that stand in an entry by name: in `env`, in `headers`, and behind flags such as `--api-key`. */
export function entrySecrets(node: Node): Secret[] {
  return [...named(node, 'env', 'env'), ...named(node, 'headers', 'header'), ...flagSecrets(node)];
}

function named(node: Node, key: string, what: string): Secret[] {
  return properties(property(node, key)?.value).flatMap((setting) => {
    const name = stringOf(setting.key);
    const value = stringOf(setting.value);
    if (!name || !value || !isSecretName(name)) return [];
    // A server prints `Bearer abc…` or only the part behind the scheme.
    const behindScheme = /^(?:Bearer|Basic|Token)\s+(.+)$/i.exec(value)?.[1];
    return [value, ...(behindScheme ? [behindScheme] : [])].map((secret) => ({
      name: `${what} ${name}`,
      value: secret,
    }));
  });
}

function flagSecrets(node: Node): Secret[] {
  const args = arrayItems(property(node, 'args')?.value).map((item) => stringOf(item) ?? '');
  return args.flatMap((arg, index) => {
    const assigned = /^-{0,2}([A-Za-z][\w-]{0,80})=(.+)$/s.exec(arg);
    if (assigned?.[1] && assigned[2] && isSecretName(assigned[1])) return [{ name: assigned[1], value: assigned[2] }];
    const flag = /^--?([A-Za-z][\w-]{0,80})$/.exec(arg)?.[1];
    const next = args[index + 1];
    return flag && next && !next.startsWith('-') && isSecretName(flag) ? [{ name: flag, value: next }] : [];
  });
}
