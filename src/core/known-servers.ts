/** What a published server reads, by its own released code. */
export interface KnownServer {
  /** The variable that holds its secret; it can do nothing without. */
  readonly secret?: string;
  /** Others that it reads. */
  readonly reads?: readonly string[];
  /** It looks at no arguments. */
  readonly takesNoArgs?: true;
}

/**
 * Servers of npm whose released code was looked through for what it reads of its environment and its command line, and
 * whose names for that are guessed wrong most. Looked at in 2026-11.
 */
export const knownServers: ReadonlyMap<string, KnownServer> = new Map<string, KnownServer>([
  ['@modelcontextprotocol/server-github', { secret: 'GITHUB_PERSONAL_ACCESS_TOKEN', takesNoArgs: true }],
  [
    '@modelcontextprotocol/server-gitlab',
    { secret: 'GITLAB_PERSONAL_ACCESS_TOKEN', reads: ['GITLAB_API_URL'], takesNoArgs: true },
  ],
  ['@modelcontextprotocol/server-brave-search', { secret: 'BRAVE_API_KEY', takesNoArgs: true }],
  ['@modelcontextprotocol/server-slack', { secret: 'SLACK_BOT_TOKEN', reads: ['SLACK_TEAM_ID', 'SLACK_CHANNEL_IDS'] }],
  ['@modelcontextprotocol/server-google-maps', { secret: 'GOOGLE_MAPS_API_KEY', takesNoArgs: true }],
  ['@modelcontextprotocol/server-memory', { reads: ['MEMORY_FILE_PATH'], takesNoArgs: true }],
  ['@modelcontextprotocol/server-sequential-thinking', { reads: ['DISABLE_THOUGHT_LOGGING'], takesNoArgs: true }],
  ['@modelcontextprotocol/server-everart', { secret: 'EVERART_API_KEY', takesNoArgs: true }],
  ['tavily-mcp', { secret: 'TAVILY_API_KEY' }],
  ['exa-mcp-server', { secret: 'EXA_API_KEY' }],
]);
