import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: its schemas. */
const ENTRIES: EntryForm = {
  alsoReads: ['name', 'connectionTimeout', 'apiKey', 'requestOptions', 'faviconUrl', 'sourceFile'],
};

/** Continue: YAML with a list of servers, or JSON with a map. Source: its repository, 2026-06. */
export const continueDev: Client = {
  id: 'continue',
  name: safe('Continue'),
  locations: [
    {
      scope: 'user',
      files: ['~/.continue/config.yaml'],
      roots: [['mcpServers']],
      isList: true,
      variables: 'none',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.continue/mcpServers/*.yaml', '.continue/mcpServers/*.yml'],
      roots: [['mcpServers']],
      isList: true,
      variables: 'none',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.continue/mcpServers/*.json'],
      roots: [['mcpServers']],
      // `${X}` is made a secret of its own there.
      variables: 'braces',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: true, 'trailing-commas': true, bom: true },
    },
  ],
  environment: { policy: 'continue', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 20_000,
  takesUp: safe('Continue takes the change up when the file is saved.'),
  hello: sdkHello('continue'),
};
