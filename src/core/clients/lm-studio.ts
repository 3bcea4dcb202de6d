import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['auth', 'type', 'timeout'] };

/** LM Studio: the notation of Cursor, as documented. */
export const lmStudio: Client = {
  id: 'lm-studio',
  name: safe('LM Studio'),
  locations: [
    {
      scope: 'user',
      files: ['~/.lmstudio/mcp.json', '~/.cache/lm-studio/mcp.json'],
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
  takesUp: safe('Save the file: LM Studio loads it anew.'),
  hello: sdkHello('lm-studio'),
};
