import type { LogForm } from './form';

/** Claude Desktop's `mcp.log` and `mcp-server-NAME.log`; what a server prints stands in it as it is. The level and the name have changed places; a server that stamps its own lines has no level there. Evidence: reported. */
export const form: LogForm = {
  client: 'claude-desktop',
  line: /^(?<at>(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z(?= ))?) ?(?=(?:\[[^\]\n]{1,200}\] )?\[(?:debug|info|warn|warning|error)\] )(?:\[(?:debug|info|warn|warning|error)\] )?\[(?<server>(?!(?:debug|info|warn|warning|error)\])[^\]\n]{1,200})\] (?:\[(?:debug|info|warn|warning|error)\] )?(?<text>.*)$/,
  begins: /^Initializing server\b|^Using MCP server command\b/,
  starts: /^Using MCP server command: (?<program>\S.{0,1000}?) with (?:args and )?path\b/,
  ready: /^Message from server: .*"result":\s?\{.*"(?:protocolVersion|serverInfo)"/,
  ends: /^Server transport closed|^Client transport closed|^Server disconnected|^Shutting down server/,
  own: /^Server started and connected|^Message from (?:client|server): /,
  others: 'client',
};
