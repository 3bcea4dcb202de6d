/** The part of an address that says which configuration of VS Code a file is; `folder`: the index of its workspace folder. */
export interface ConfigPlace {
  readonly path: string;
  readonly folder: number | null;
}

/**
 * The name of the file in which VS Code logs a server of a configuration, within the logs of its window; null for a file
 * that VS Code does not read. Source: build of 1.139.1; 1.100.3 names folders alike.
 */
export function logFileName(place: ConfigPlace, server: string): string | null {
  const collection = collectionOf(place);
  return collection === null ? null : `mcpServer.${collection}.${server}`.replaceAll(NO_FILE_NAME, '') + '.log';
}

const NO_FILE_NAME = /[\\/:*?"<>|]/g;

function collectionOf({ path, folder }: ConfigPlace): string | null {
  if (folder === null) return /\/User\/(?:profiles\/[^/]+\/)?mcp\.json$/.test(path) ? 'mcp.config.usrlocal' : null;
  if (path.endsWith('/.vscode/mcp.json')) return `mcp.config.ws${folder}`;
  return path.endsWith('/.mcp.json') ? `workspace-dot-mcp.${folder}` : null;
}
