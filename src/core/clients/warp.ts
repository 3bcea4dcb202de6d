import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['type', 'start_on_launch'] };

/** Warp: documented file, closed source. */
export const warp: Client = {
  id: 'warp',
  name: safe('Warp'),
  locations: [
    {
      scope: 'user',
      files: ['~/.warp/.mcp.json'],
      roots: [['mcpServers']],
      keys: { cwd: 'working_directory' },
      variables: 'none',
      variablesUnknown: true,
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.warp/.mcp.json'],
      roots: [['mcpServers']],
      keys: { cwd: 'working_directory' },
      variables: 'none',
      variablesUnknown: true,
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('warp'),
};
