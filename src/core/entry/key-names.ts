import type { EntryKeys, Reader } from '../clients';
import type { Field } from '../config/config-file';

/** What a key stands for, by the names that clients have for it, and some that people make up. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  command: ['command', 'cmd', 'program', 'executable', 'exec', 'run', 'bin'],
  args: ['args', 'arguments', 'argv', 'params', 'parameters'],
  env: [
    'env',
    'environment',
    'envs',
    'envVars',
    'env_vars',
    'environmentVariables',
    'environment_variables',
    'variables',
  ],
  cwd: ['cwd', 'working_directory', 'workingDirectory', 'workDir', 'workdir', 'working_dir'],
  envFile: ['envFile', 'env_file'],
  address: [
    'url',
    'serverUrl',
    'httpUrl',
    'uri',
    'endpoint',
    'link',
    'address',
    'baseUrl',
    'server_url',
    'sseUrl',
    'href',
  ],
  headers: ['headers', 'http_headers', 'httpHeaders', 'requestHeaders', 'request_headers'],
  type: ['type', 'transportType', 'transport_type'],
};

export const MEANINGS: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) => names.map((name) => [name, meaning] as const)),
);

/** Which value of an off switch means that a server is off. */
export const SWITCHES: Readonly<Record<string, boolean>> = {
  disabled: true,
  enabled: false,
  isActive: false,
  disable: true,
};

export function isSwitchedOff(fields: readonly Field[]): boolean {
  return fields.some(({ name, is, value }) => {
    const off = SWITCHES[name];
    return off !== undefined && is === 'boolean' && value?.raw.reveal() === String(off);
  });
}

/** The keys of this client for each meaning; none for what it does not read. */
export function keyFor(meaning: string, { keys, reader }: { keys: EntryKeys; reader: Reader | null }): string | null {
  const location = reader?.location;
  if (meaning === 'address') return location?.entries?.isLocalOnly ? null : (keys.addresses[0] ?? null);
  if ((meaning === 'cwd' || meaning === 'envFile') && location?.ignores.includes(meaning)) return null;
  if (meaning === 'type' && !location?.entries?.types) return null;
  if (keys.isCommandLine && meaning === 'args') return null;
  const key = keys[meaning as 'command' | 'args' | 'env' | 'cwd' | 'envFile' | 'headers' | 'type'];
  return key === '' ? null : key;
}
