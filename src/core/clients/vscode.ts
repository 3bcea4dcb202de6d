import { safe } from '../text';
import type { Client } from './client';

/** VS Code 1.139: read in its shipped build. Two files of a folder and the user's own. */
export const vscode: Client = {
  id: 'vscode',
  name: safe('VS Code'),
  locations: [
    {
      pattern: /\/\.vscode\/mcp\.json$/,
      scope: 'workspace',
      roots: [['servers']],
      variables: 'vscode',
      ignores: [],
    },
    {
      pattern: /\/(?:Code|Code - Insiders|VSCodium|Code - OSS|data)\/User\/(?:profiles\/[^/]+\/)?mcp\.json$/,
      scope: 'user',
      roots: [['servers']],
      variables: 'vscode',
      ignores: [],
    },
    {
      pattern: /\/\.mcp\.json$/,
      scope: 'workspace',
      roots: [['mcpServers'], []],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
    },
  ],
  environment: { policy: 'vscode', evidence: 'source' },
  windowsSpawn: 'vscode-cmd',
  expandsTilde: true,
  startTimeoutMs: null,
  hello: {
    protocolVersion: '2025-11-25',
    capabilities: {
      roots: { listChanged: true },
      sampling: {},
      elicitation: { form: {}, url: {} },
      tasks: {
        list: {},
        cancel: {},
        requests: { sampling: { createMessage: {} }, elicitation: { create: {} } },
      },
      extensions: { 'io.modelcontextprotocol/ui': { mimeTypes: ['text/html;profile=mcp-app'] } },
    },
    clientInfo: { name: 'Visual Studio Code', version: '1.139.1' },
    accepts: null,
  },
};
