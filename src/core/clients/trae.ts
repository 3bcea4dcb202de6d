import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** As documented. */
const ENTRIES: EntryForm = { alsoReads: ['fromGalleryId', 'disabled', 'type'] };

/** Trae: documented file, closed source. */
export const trae: Client = {
  id: 'trae',
  name: safe('Trae'),
  appNames: ['Trae'],
  locations: [
    {
      scope: 'user',
      files: [
        '~/Library/Application Support/Trae/User/mcp.json',
        '~/.config/Trae/User/mcp.json',
        '%APPDATA%/Trae/User/mcp.json',
      ],
      roots: [['mcpServers']],
      variables: 'none',
      variablesUnknown: true,
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.trae/mcp.json'],
      roots: [['mcpServers']],
      variables: 'none',
      variablesUnknown: true,
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'unknown', evidence: 'unknown' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: null,
  hello: sdkHello('trae'),
};
