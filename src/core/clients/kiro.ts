import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['disabled', 'autoApprove', 'disabledTools', 'timeout'] };

/** Kiro: documented file, closed source. */
export const kiro: Client = {
  id: 'kiro',
  name: safe('Kiro'),
  appNames: ['Kiro'],
  locations: [
    {
      scope: 'user',
      files: ['~/.kiro/settings/mcp.json'],
      roots: [['mcpServers']],
      variables: 'braces',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { 'trailing-commas': false },
    },
    {
      scope: 'workspace',
      files: ['.kiro/settings/mcp.json'],
      roots: [['mcpServers']],
      variables: 'braces',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { 'trailing-commas': false },
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  takesUp: safe('Kiro takes the change up when the file is saved.'),
  hello: sdkHello('kiro'),
};
