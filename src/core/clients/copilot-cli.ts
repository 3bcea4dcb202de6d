import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Sources: documentation, changelog. */
const ENTRIES: EntryForm = {
  timeoutIn: 'ms',
  alsoReads: [
    ...['timeout', 'oauthClientId', 'oauthPublicClient', 'oauthGrantType', 'auth', 'oidc', 'tools', 'excludeTools'],
    ...['deferTools', 'disableToolCache'],
  ],
  types: { local: ['local', 'stdio'], remote: ['http', 'sse'], others: 'guessed' },
};

/** Copilot CLI: the wrapper key is optional, servers inherit PATH and nothing else. */
export const copilotCli: Client = {
  id: 'copilot-cli',
  name: safe('Copilot CLI'),
  locations: [
    {
      scope: 'user',
      files: ['~/.copilot/mcp-config.json', '**/.copilot/mcp-config.json'],
      roots: [['mcpServers'], []],
      variables: 'dollar',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.mcp.json', '.github/mcp.json'],
      roots: [['mcpServers'], []],
      variables: 'dollar',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'path-only', evidence: 'docs' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  takesUp: safe('Type /mcp reload in Copilot CLI.'),
  hello: sdkHello('copilot-cli'),
};
