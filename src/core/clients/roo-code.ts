import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: McpHub.ts, 3.52. */
const ENTRIES: EntryForm = {
  timeoutIn: 's',
  alsoReads: ['disabled', 'alwaysAllow', 'disabledTools', 'timeout', 'watchPaths'],
  types: { local: ['stdio'], remote: ['sse', 'streamable-http'], others: 'dropped', isNeeded: 'remote' },
  refusesNumbersInEnv: true,
};

/** Roo Code 3.52: the SDK starts the server from the extension host. */
export const rooCode: Client = {
  id: 'roo-code',
  name: safe('Roo Code'),
  locations: [
    {
      scope: 'user',
      files: [
        '~/.config/Code/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json',
        '**/mcp_settings.json',
      ],
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: false, 'trailing-commas': false, bom: false },
    },
    {
      scope: 'workspace',
      files: ['.roo/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: false, 'trailing-commas': false, bom: false },
    },
  ],
  environment: { policy: 'sdk-whitelist', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  takesUp: safe('Roo Code takes the change up by itself.'),
  hello: sdkHello('roo-code'),
};
