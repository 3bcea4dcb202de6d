import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: schemas.ts, 4.1. */
const ENTRIES: EntryForm = {
  timeoutIn: 's',
  alsoReads: [
    'oauth',
    'remoteConfigured',
    'disabled',
    'autoApprove',
    'timeout',
    'metadata',
    'transport',
    'transportType',
  ],
  types: { local: ['stdio'], remote: ['sse', 'streamableHttp', 'http'], others: 'dropped' },
  refusesNumbersInEnv: true,
  eventStreams: 'untyped',
};

/** Cline 4.1: the SDK starts the server from the extension host. */
export const cline: Client = {
  id: 'cline',
  name: safe('Cline'),
  locations: [
    {
      scope: 'user',
      files: ['~/.cline/data/settings/cline_mcp_settings.json', '**/cline_mcp_settings.json'],
      roots: [['mcpServers']],
      variables: 'env-only',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: false, 'trailing-commas': false, bom: false },
    },
  ],
  environment: { policy: 'sdk-whitelist', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  takesUp: safe('Cline takes the change up by itself.'),
  hello: sdkHello('cline'),
};
