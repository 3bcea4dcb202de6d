import type { LogForm } from './form';

/** Kiro's log of its MCP servers. Evidence: reported. */
export const form: LogForm = {
  client: 'kiro',
  line: /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) \[(?:debug|info|warning|error)\] \[(?<server>[^\]\n]{1,100})\] (?<text>(?:Log from MCP Server:|Adding new MCP server|Registering MCP server|Failed to connect to MCP server|Error connecting to MCP server|MCP (?:connection|server) |Successfully connected).*)$/,
  stderr: /^Log from MCP Server: (?<text>.*)$/,
  begins: /^Registering MCP server\b/,
  ready: /^(?:MCP server connected\b|Successfully connected\b)/,
  ends: /^MCP connection closed\b/,
  own: /^(?:Adding new MCP server\b|(?:Failed to connect|Error connecting) to MCP server\b|MCP server connection\b)/,
  others: 'client',
};
