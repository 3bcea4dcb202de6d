import type { LogForm } from './form';

/** The log of GitHub Copilot's command line, with or without time and level in front. Evidence: reported. */
export const form: LogForm = {
  client: 'copilot-cli',
  line: /^(?:\[?(?<at>\d{4}-\d\d-\d\d[T ][\d:.]{8,15}Z?)\]? )?(?:\[[A-Z]{3,7}\] )? {0,3}(?:\[mcp server (?<server>\S{1,100}) stderr\] ?|(?=(?:Starting|Started|Failed to start) MCP client for \S|MCP (?:client|transport) for \S))(?<text>.*)$/,
  begins: /^Starting MCP client for (?<server>\S{1,100})(?= with command: |$)/,
  ready: /^(?:Started MCP client for \S|MCP client for \S{1,100} connected\b)/,
  ends: /^(?:MCP transport for \S{1,100} closed$|Failed to start MCP client for (?!`))/,
  own: /^MCP transport for \S/,
  isKnownByWords: true,
  others: 'stderr',
};
