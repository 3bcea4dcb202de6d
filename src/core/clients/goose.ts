import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: extension.rs. `sse` is refused with advice of its own. */
const ENTRIES: EntryForm = {
  timeoutIn: 's',
  alsoReads: ['name', 'timeout', 'enabled', 'bundled', 'description', 'display_name', 'available_tools', 'code'],
  runsItself: ['builtin', 'platform', 'frontend', 'inline_python'],
  types: {
    local: ['stdio', 'builtin', 'platform', 'frontend', 'inline_python'],
    remote: ['streamable_http'],
    others: 'dropped',
  },
};

/** Goose: YAML with names of its own for nearly everything. Source: its repository, 2026. */
export const goose: Client = {
  id: 'goose',
  name: safe('Goose'),
  locations: [
    {
      scope: 'user',
      files: ['~/.config/goose/config.yaml', '%APPDATA%/Block/goose/config/config.yaml'],
      roots: [['extensions']],
      keys: { command: 'cmd', env: 'envs', kept: 'env_keys', addresses: ['uri'] },
      variables: 'none',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'goose', evidence: 'source' },
  windowsSpawn: 'direct',
  expandsTilde: false,
  startTimeoutMs: 300_000,
  takesUp: safe('Begin a new session in Goose.'),
  hello: sdkHello('goose'),
};
