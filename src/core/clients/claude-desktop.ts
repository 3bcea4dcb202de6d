import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Local servers, and no others: remote ones are set up in the app. */
const ENTRIES: EntryForm = { alsoReads: ['type'], isLocalOnly: true };

/** Claude Desktop: stdio servers only, a short list of variables, no working directory of its own. */
export const claudeDesktop: Client = {
  id: 'claude-desktop',
  name: safe('Claude Desktop'),
  locations: [
    {
      scope: 'user',
      files: [
        '~/Library/Application Support/Claude/claude_desktop_config.json',
        '%APPDATA%/Claude/claude_desktop_config.json',
        '~/.config/Claude/claude_desktop_config.json',
        '**/claude_desktop_config.json',
      ],
      roots: [['mcpServers']],
      variables: 'none',
      ignores: ['cwd', 'envFile', 'inputs'],
      entries: ENTRIES,
      takes: { comments: false, 'trailing-commas': false },
    },
  ],
  environment: { policy: 'sdk-whitelist', evidence: 'docs' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 60_000,
  takesUp: safe('Quit Claude Desktop and start it again: it reads the file only then.'),
  hello: sdkHello('claude-desktop'),
};
