import { safe } from '../text';
import type { Client } from './client';

/**
 * VS Code 1.139: read in its shipped build. Two files of a folder and the user's own. What is made from the same
 * source, and gives its extensions the same process, has its names.
 */
export const vscode: Client = {
  id: 'vscode',
  name: safe('VS Code'),
  appNames: ['Visual Studio Code', 'Visual Studio Code - Insiders', 'Code - OSS', 'VSCodium', 'code-server'],
  locations: [
    {
      scope: 'workspace',
      files: ['.vscode/mcp.json'],
      roots: [['servers']],
      variables: 'vscode',
      ignores: [],
      takes: { comments: true, 'trailing-commas': true, bom: true },
    },
    {
      scope: 'user',
      files: [
        '~/.config/Code/User/mcp.json',
        '~/Library/Application Support/Code/User/mcp.json',
        '%APPDATA%/Code/User/mcp.json',
        '**/(Code|Code - Insiders|VSCodium|Code - OSS|data)/User/mcp.json',
        '**/User/profiles/*/mcp.json',
      ],
      roots: [['servers']],
      variables: 'vscode',
      ignores: [],
      takes: { comments: true, 'trailing-commas': true, bom: true },
    },
    {
      scope: 'workspace',
      files: ['.mcp.json'],
      roots: [['mcpServers'], []],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
      takes: { comments: true, 'trailing-commas': true },
    },
  ],
  environment: { policy: 'vscode', evidence: 'source' },
  windowsSpawn: 'vscode-cmd',
  expandsTilde: true,
  stdoutNoise: 'skips',
  startTimeoutMs: null,
  takesUp: safe('Press Restart above the server: VS Code starts it as the file says then.'),
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
