import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['auth', 'name', 'description'] };

/** Cursor is closed: file, root key and variables are documented, the environment is not. */
export const cursor: Client = {
  id: 'cursor',
  name: safe('Cursor'),
  appNames: ['Cursor'],
  locations: [
    {
      scope: 'user',
      files: ['~/.cursor/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['inputs'],
      entries: ENTRIES,
      takes: { 'trailing-commas': false },
    },
    {
      scope: 'workspace',
      files: ['.cursor/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['inputs'],
      entries: ENTRIES,
      takes: { 'trailing-commas': false },
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  takesUp: safe('Switch the server off and on in Cursor’s settings, or reload the window.'),
  hello: sdkHello('cursor'),
};
