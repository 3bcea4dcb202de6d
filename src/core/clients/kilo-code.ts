import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: its schemas; the older file is the one of Roo Code, from which it was made. */
const OLDER: EntryForm = {
  alsoReads: ['disabled', 'alwaysAllow', 'disabledTools', 'timeout', 'watchPaths'],
  types: { local: ['stdio'], remote: ['sse', 'streamable-http'], others: 'dropped', isNeeded: 'remote' },
  refusesNumbersInEnv: true,
};

const NEWER: EntryForm = {
  alsoReads: ['enabled', 'timeout', 'oauth'],
  types: { local: ['local'], remote: ['remote'], others: 'dropped', isNeeded: 'always' },
};

/** Kilo Code: an older file as Roo Code has it, and a newer one as opencode has it. Source: its repository, 2026. */
export const kiloCode: Client = {
  id: 'kilo-code',
  name: safe('Kilo Code'),
  locations: [
    {
      scope: 'workspace',
      files: ['.kilocode/mcp.json'],
      roots: [['mcpServers']],
      variables: 'env-colon',
      ignores: ['envFile', 'inputs'],
      entries: OLDER,
      takes: { comments: false, 'trailing-commas': false, bom: false },
    },
    {
      scope: 'workspace',
      files: ['kilo.jsonc', '.kilo/kilo.jsonc'],
      roots: [['mcp']],
      keys: { isCommandLine: true, args: '', env: 'environment', addresses: ['url'] },
      variables: 'env-in-braces',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: NEWER,
      takes: { comments: true, 'trailing-commas': true },
    },
    {
      scope: 'user',
      files: ['~/.config/kilo/kilo.jsonc'],
      roots: [['mcp']],
      keys: { isCommandLine: true, args: '', env: 'environment', addresses: ['url'] },
      variables: 'env-in-braces',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: NEWER,
      takes: { comments: true, 'trailing-commas': true },
    },
  ],
  environment: { policy: 'full-inherit', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 30_000,
  hello: sdkHello('kilo-code'),
};
