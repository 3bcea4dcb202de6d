import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: [], types: { local: ['stdio'], remote: ['http', 'sse'], others: 'guessed' } };

/** Visual Studio reads a .mcp.json as well, and looks for servers in it. */
export const visualStudio: Client = {
  id: 'visual-studio',
  name: safe('Visual Studio'),
  locations: [
    {
      scope: 'workspace',
      files: ['.mcp.json', '.vs/mcp.json'],
      roots: [['servers']],
      variables: 'vscode',
      ignores: ['cwd', 'envFile'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  takesUp: safe('Visual Studio takes the change up when the file is saved.'),
  hello: sdkHello('visual-studio'),
};
