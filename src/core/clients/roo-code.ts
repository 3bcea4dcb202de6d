import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Roo Code 3.52: the SDK starts the server from the extension host. */
export const rooCode: Client = {
  id: 'roo-code',
  name: safe('Roo Code'),
  locations: [
    {
      pattern: /\/(?:\.roo\/mcp|mcp_settings)\.json$/,
      scope: 'workspace',
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['envFile', 'inputs'],
    },
  ],
  environment: { policy: 'sdk-whitelist', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  hello: sdkHello('roo-code'),
};
