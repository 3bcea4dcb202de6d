import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Any other type is rewritten by what the entry has. Source: 1.139.1. */
const ENTRIES: EntryForm = {
  alsoReads: ['sandboxEnabled', 'dev', 'oauth', 'gallery', 'version', 'transport'],
  types: { local: ['stdio'], remote: ['http', 'sse'], others: 'guessed' },
};

/** In a file that is not its own it takes other names for the types, and drops what has another. */
const FOREIGN_ENTRIES: EntryForm = {
  alsoReads: [],
  types: { local: ['stdio'], remote: ['http', 'sse', 'streamable-http'], others: 'dropped' },
};

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
      hasSchema: true,
      roots: [['servers']],
      variables: 'vscode',
      envFileFrom: 'process',
      ignores: [],
      entries: ENTRIES,
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
      envFileFrom: 'process',
      ignores: [],
      entries: ENTRIES,
      takes: { comments: true, 'trailing-commas': true, bom: true },
    },
    {
      scope: 'workspace',
      files: ['.mcp.json'],
      roots: [['mcpServers'], []],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: FOREIGN_ENTRIES,
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
