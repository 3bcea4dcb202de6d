import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As reported. */
const ENTRIES: EntryForm = { alsoReads: ['enabled', 'disabled', 'type'] };

/** Junie of JetBrains. Source: reports of several projects that write its file. */
export const junie: Client = {
  id: 'junie',
  name: safe('Junie'),
  locations: [
    {
      scope: 'user',
      files: ['~/.junie/mcp/mcp.json'],
      roots: [['mcpServers']],
      variables: 'none',
      variablesUnknown: true,
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.junie/mcp/mcp.json'],
      roots: [['mcpServers']],
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
  hello: sdkHello('junie'),
};
