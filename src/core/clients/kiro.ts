import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Kiro: documented file, closed source. */
export const kiro: Client = {
  id: 'kiro',
  name: safe('Kiro'),
  locations: [
    {
      pattern: /\/\.kiro\/settings\/mcp\.json$/,
      scope: 'workspace',
      roots: [['mcpServers']],
      variables: 'braces',
      ignores: ['cwd', 'envFile', 'inputs'],
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('kiro'),
};
