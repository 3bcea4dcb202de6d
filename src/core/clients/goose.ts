import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

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
    },
  ],
  environment: { policy: 'goose', evidence: 'source' },
  windowsSpawn: 'direct',
  expandsTilde: false,
  startTimeoutMs: 300_000,
  takesUp: safe('Begin a new session in Goose.'),
  hello: sdkHello('goose'),
};
