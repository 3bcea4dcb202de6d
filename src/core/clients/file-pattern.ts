/** How a path fits a client's file. */
export interface FileMatch {
  /** A user's own file in a home directory is surer than one of a workspace, and that surer than any of its name. */
  readonly sureness: 2 | 1 | 0;
  /** What stands before it: for a file of a workspace, the workspace's folder. */
  readonly folder: string;
}

/** Holds a path against a client's file (`.cursor/mcp.json`, `~/.cursor/mcp.json`, `**\/mcp_settings.json`); null where they differ. */
export function matchOf(file: string, path: string): FileMatch | null {
  const slashed = path.replaceAll('\\', '/');
  const { tail, anchor } = patternOf(file);
  const found = tail.exec(slashed);
  if (!found) return null;
  const folder = path.slice(0, found.index);
  if (anchor === '') return { sureness: 1, folder };
  return { sureness: anchor === '~' && HOME.test(slashed.slice(0, found.index)) ? 2 : 0, folder };
}

/** What home directories look like: where ours is, a file of another machine does not know. */
const HOME = /^(?:\/home\/[^/]+|\/Users\/[^/]+|\/root|[A-Za-z]:\/Users\/[^/]+)$/;

interface Pattern {
  readonly tail: RegExp;
  /** `~`, `%APPDATA%` or `**`; nothing for a file of a workspace. */
  readonly anchor: string;
}

const patterns = new Map<string, Pattern>();

function patternOf(file: string): Pattern {
  const known = patterns.get(file);
  if (known) return known;
  const [, anchor = '', rest = file] = /^(~|%APPDATA%|\*\*)\/(.*)$/.exec(file) ?? [];
  const source = rest.replace(/[.*]/g, (mark) => (mark === '.' ? '\\.' : '[^/]+'));
  const before = anchor === '%APPDATA%' ? '/AppData/Roaming/' : '(?:^|/)';
  const pattern = { tail: new RegExp(`${before}${source}$`), anchor };
  patterns.set(file, pattern);
  return pattern;
}
