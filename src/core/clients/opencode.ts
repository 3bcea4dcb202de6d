import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: config/mcp.ts. `enabled` of the first version is `disabled` in the second. */
const ENTRIES: EntryForm = {
  timeoutIn: 'ms',
  alsoReads: ['enabled', 'disabled', 'timeout', 'oauth'],
  types: { local: ['local'], remote: ['remote'], others: 'dropped', isNeeded: 'always' },
};

/** opencode: the command is a list, and the environment has its full name. Source: its repository, 2026-06. */
export const opencode: Client = {
  id: 'opencode',
  name: safe('opencode'),
  locations: [
    {
      scope: 'user',
      files: ['~/.config/opencode/opencode.json', '~/.config/opencode/opencode.jsonc'],
      roots: [['mcp'], ['mcp', 'servers']],
      keys: { isCommandLine: true, args: '', env: 'environment', addresses: ['url'] },
      variables: 'env-in-braces',
      ignores: ['envFile', 'inputs'],
      takes: { comments: true, 'trailing-commas': true },
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['opencode.json', 'opencode.jsonc', '.opencode/opencode.json', '.opencode/opencode.jsonc'],
      roots: [['mcp'], ['mcp', 'servers']],
      keys: { isCommandLine: true, args: '', env: 'environment', addresses: ['url'] },
      variables: 'env-in-braces',
      ignores: ['envFile', 'inputs'],
      takes: { comments: true, 'trailing-commas': true },
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'full-inherit', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 30_000,
  takesUp: safe('Start opencode again: it reads the file only then.'),
  hello: sdkHello('opencode'),
};
