import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Its schema wants one of three forms. Sources: changelog, reports. */
const ENTRIES: EntryForm = {
  timeoutIn: 'ms',
  alsoReads: ['timeout', 'alwaysLoad', 'headersHelper', 'oauth', 'request_timeout_ms'],
  types: { local: ['stdio'], remote: ['http', 'sse', 'ws', 'streamable-http'], others: 'dropped', isNeeded: 'remote' },
  refusesNumbersInEnv: true,
};

/** Claude Code 2.1: the file of a project. Its own environment goes to the servers. */
export const claudeCode: Client = {
  id: 'claude-code',
  name: safe('Claude Code'),
  locations: [
    {
      scope: 'workspace',
      files: ['.mcp.json'],
      roots: [['mcpServers']],
      variables: 'braces',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: false, 'trailing-commas': false },
    },
  ],
  environment: { policy: 'full-inherit', evidence: 'reported' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 30_000,
  takesUp: safe('Reconnect the server with /mcp, or start Claude Code again.'),
  hello: sdkHello('claude-code'),
};
