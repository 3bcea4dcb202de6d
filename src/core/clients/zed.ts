import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: context_server_store.rs. */
const ENTRIES: EntryForm = {
  timeoutIn: 's',
  nestsCommand: true,
  alsoReads: ['source', 'enabled', 'remote', 'timeout', 'settings'],
  runsItself: ['settings', 'extension'],
};

/** Zed: servers among its settings, everything that it has goes to them, no variables. Source: its repository, 2026. */
export const zed: Client = {
  id: 'zed',
  name: safe('Zed'),
  locations: [
    {
      scope: 'user',
      files: ['~/.config/zed/settings.json', '%APPDATA%/Zed/settings.json'],
      roots: [['context_servers']],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: true, 'trailing-commas': true },
    },
    {
      scope: 'workspace',
      files: ['.zed/settings.json'],
      roots: [['context_servers']],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: true, 'trailing-commas': true },
    },
  ],
  environment: { policy: 'full-inherit', evidence: 'source' },
  windowsSpawn: 'direct',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  takesUp: safe('Zed takes the change up by itself.'),
  hello: sdkHello('zed'),
};
