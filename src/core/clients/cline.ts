import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Cline 4.1: the SDK starts the server from the extension host. */
export const cline: Client = {
  id: 'cline',
  name: safe('Cline'),
  locations: [
    {
      pattern: /\/cline_mcp_settings\.json$/,
      scope: 'user',
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['envFile', 'inputs'],
    },
  ],
  environment: { policy: 'sdk-whitelist', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  hello: sdkHello('cline'),
};
