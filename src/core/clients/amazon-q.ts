import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: client.rs. */
const ENTRIES: EntryForm = {
  timeoutIn: 'ms',
  alsoReads: ['timeout', 'disabled', 'oauthScopes', 'oauth', 'autoApprove', 'disabledTools'],
  types: { local: ['stdio'], remote: ['http'], others: 'dropped' },
};

/** Amazon Q Developer CLI: strict JSON. Source: its repository, 2026-04. */
export const amazonQ: Client = {
  id: 'amazon-q',
  name: safe('Amazon Q'),
  locations: [
    {
      scope: 'user',
      files: ['~/.aws/amazonq/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-only',
      ignores: ['cwd', 'envFile', 'inputs'],
      takes: { comments: false, 'trailing-commas': false },
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.amazonq/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-only',
      ignores: ['cwd', 'envFile', 'inputs'],
      takes: { comments: false, 'trailing-commas': false },
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: true,
  startTimeoutMs: null,
  takesUp: safe('Start Amazon Q again: it reads the file only then.'),
  hello: sdkHello('amazon-q'),
};
