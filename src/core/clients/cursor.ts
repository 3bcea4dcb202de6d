import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Cursor is closed: file, root key and variables are documented, the environment is not. */
export const cursor: Client = {
  id: 'cursor',
  name: safe('Cursor'),
  locations: [
    {
      pattern: /\/\.cursor\/mcp\.json$/,
      scope: 'workspace',
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['inputs'],
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('cursor'),
};
