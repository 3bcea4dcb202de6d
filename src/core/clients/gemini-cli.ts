import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: its settings schema. */
const ENTRIES: EntryForm = {
  timeoutIn: 'ms',
  alsoReads: ['timeout', 'trust', 'includeTools', 'excludeTools', 'description', 'oauth', 'authProviderType', 'name'],
  types: { local: ['stdio'], remote: ['http', 'sse'], others: 'guessed' },
};

/** Gemini CLI: servers among its settings. Source: its repository, 2026-08. */
export const geminiCli: Client = {
  id: 'gemini-cli',
  name: safe('Gemini CLI'),
  locations: [
    {
      scope: 'user',
      files: ['~/.gemini/settings.json'],
      roots: [['mcpServers']],
      keys: { addresses: ['httpUrl', 'url'] },
      variables: 'dollar',
      ignores: ['envFile', 'inputs'],
      takes: { comments: true },
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.gemini/settings.json'],
      roots: [['mcpServers']],
      keys: { addresses: ['httpUrl', 'url'] },
      variables: 'dollar',
      ignores: ['envFile', 'inputs'],
      takes: { comments: true },
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 600_000,
  takesUp: safe('Type /mcp refresh, or start Gemini CLI again.'),
  hello: sdkHello('gemini-cli'),
};
