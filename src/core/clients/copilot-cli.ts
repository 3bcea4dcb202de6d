import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client } from './client';

/** Copilot CLI: the wrapper key is optional, servers inherit PATH and nothing else. */
export const copilotCli: Client = {
  id: 'copilot-cli',
  name: safe('Copilot CLI'),
  locations: [
    {
      pattern: /\/(?:\.copilot\/mcp-config|\.mcp|\.github\/mcp)\.json$/,
      scope: 'workspace',
      roots: [['mcpServers'], []],
      variables: 'braces',
      ignores: ['envFile', 'inputs'],
    },
  ],
  environment: { policy: 'path-only', evidence: 'docs' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('copilot-cli'),
};
