import { safe } from './text';
import type { ServerEntry } from './config/config-file';
import type { Safe } from './text';

/** What the settings of VS Code say of MCP servers, as they are; null for what is not known, or not set. */
export interface ClientSettings {
  /** `chat.mcp.access`. */
  readonly access: unknown;
  /** `chat.mcp.autostart`. */
  readonly autostart: unknown;
  /** `chat.mcp.allowedServers` and `chat.mcp.deniedServers`: lists of matchers, mostly an organization’s. */
  readonly allowed: unknown;
  readonly denied: unknown;
  /** `chat.mcp.allowManagedServersOnly`: then another list decides, which nobody is told. */
  readonly managedOnly: unknown;
  /** The workspace is trusted: in others VS Code starts no server of its files. */
  readonly isTrusted: boolean;
}

/** A setting that keeps a server from being started, in words that go on behind its name. */
export interface KeptFrom {
  readonly setting: string | null;
  readonly text: Safe;
}

/**
 * The setting that keeps VS Code from ever starting a server; null where none does, and where that cannot be told.
 * Source: build of 1.139.1 (workbench: the service for allowed servers, and the enablement of installed ones).
 */
export function keptFromStarting(entry: ServerEntry, settings: ClientSettings): KeptFrom | null {
  const { access, allowed, denied, managedOnly } = settings;
  if (access === 'none')
    return { setting: 'chat.mcp.access', text: safe('VS Code starts no server: ‘chat.mcp.access’ is ‘none’') };
  if (access === 'registry' && !entry.fields.some(({ name }) => name === 'gallery'))
    return {
      setting: 'chat.mcp.access',
      text: safe('VS Code does not start it: ‘chat.mcp.access’ is ‘registry’, and it was not installed from one'),
    };
  if (matches(denied, entry) === true)
    return {
      setting: 'chat.mcp.deniedServers',
      text: safe('VS Code does not start it: ‘chat.mcp.deniedServers’ names it'),
    };
  if (managedOnly !== true && matches(allowed, entry) === false)
    return {
      setting: 'chat.mcp.allowedServers',
      text: safe('VS Code does not start it: ‘chat.mcp.allowedServers’ names others, and not this one'),
    };
  return null;
}

/** What is to be known of all the servers of a file before one wonders; null where there is nothing. */
export function knownOfAll({ isTrusted, autostart, access }: ClientSettings): KeptFrom | null {
  if (!isTrusted) return { setting: null, text: safe('Restricted Mode: VS Code starts none of these servers') };
  return autostart === 'never' && access !== 'none'
    ? {
        setting: 'chat.mcp.autostart',
        text: safe('VS Code starts these servers only when you press Start: ‘chat.mcp.autostart’ is ‘never’'),
      }
    : null;
}

/** Whether a list of matchers names a server; null where there is no list, or where a pattern decides that we do not read. */
function matches(list: unknown, entry: ServerEntry): boolean | null {
  if (!Array.isArray(list)) return null;
  const each = list.map((matcher: unknown) => matchesOne(Object(matcher), entry));
  if (each.includes(true)) return true;
  return each.includes(null) ? null : false;
}

function matchesOne(
  { serverName, serverUrl, serverCommand }: { serverName?: unknown; serverUrl?: unknown; serverCommand?: unknown },
  { name, url, command, args }: ServerEntry,
): boolean | null {
  if (typeof serverName === 'string') return serverName === name;
  if (typeof serverUrl === 'string') return url ? null : false;
  if (!Array.isArray(serverCommand)) return false;
  const words = [command, ...args].map((word) => word?.raw.reveal());
  // A variable is filled in before it is compared.
  if (words.some((word) => word?.includes('${'))) return null;
  return words.length === serverCommand.length && words.every((word, index) => word === serverCommand[index]);
}
