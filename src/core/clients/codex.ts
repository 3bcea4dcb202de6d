import { sdkHello } from './sdk-hello';
import { safe } from '../text';
import type { Client, EntryForm } from './client';

/** Source: mcp_types.rs. */
const ENTRIES: EntryForm = {
  alsoReads: [
    ...['bearer_token_env_var', 'env_http_headers', 'scopes', 'startup_timeout_sec', 'startup_timeout_ms'],
    ...['tool_timeout_sec', 'enabled', 'required', 'enabled_tools', 'disabled_tools', 'tools'],
  ],
  refusesNumbersInEnv: true,
  eventStreams: 'never',
};

/** Codex: TOML, a whitelist of variables, and names of others that are handed on. Source: codex-rs, 2026. */
export const codex: Client = {
  id: 'codex',
  name: safe('Codex'),
  locations: [
    {
      scope: 'user',
      files: ['~/.codex/config.toml'],
      roots: [['mcp_servers']],
      keys: { headers: 'http_headers', forwarded: 'env_vars' },
      variables: 'none',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
    {
      scope: 'workspace',
      files: ['.codex/config.toml'],
      roots: [['mcp_servers']],
      keys: { headers: 'http_headers', forwarded: 'env_vars' },
      variables: 'none',
      ignores: ['envFile', 'inputs'],
      entries: ENTRIES,
    },
  ],
  environment: { policy: 'codex', evidence: 'source' },
  windowsSpawn: 'cross-spawn',
  expandsTilde: false,
  startTimeoutMs: 30_000,
  takesUp: safe('Start Codex again: it reads the file only then.'),
  hello: sdkHello('codex'),
};
