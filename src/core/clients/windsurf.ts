import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['disabled', 'disabledTools', 'alwaysAllow'] };

/** Windsurf and Antigravity: documented files, closed source. */
export const windsurf: Client = {
  id: 'windsurf',
  name: safe('Windsurf'),
  appNames: ['Windsurf'],
  locations: [
    {
      scope: 'user',
      files: [
        '~/.codeium/windsurf/mcp_config.json',
        '~/.codeium/mcp_config.json',
        '~/.gemini/antigravity/mcp_config.json',
      ],
      roots: [['mcpServers']],
      keys: { addresses: ['serverUrl', 'url'] },
      variables: 'env-only',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.windsurf/mcp_config.json'],
      roots: [['mcpServers']],
      keys: { addresses: ['serverUrl', 'url'] },
      variables: 'env-only',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'direct',
  expandsTilde: false,
  startTimeoutMs: null,
  takesUp: safe('Press the refresh button of the MCP servers in Windsurf; if that does not help, start it again.'),
  hello: sdkHello('windsurf'),
};
