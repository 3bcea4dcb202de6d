import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Windsurf and Antigravity: documented files, closed source. */
export const windsurf: Client = {
  id: 'windsurf',
  name: safe('Windsurf'),
  locations: [
    {
      pattern: /\/(?:\.codeium|\.codeium\/windsurf|\.windsurf|\.gemini\/antigravity)\/mcp_config\.json$/,
      scope: 'user',
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['cwd', 'envFile', 'inputs'],
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'direct',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('windsurf'),
};
