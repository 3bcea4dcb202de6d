import type { LogForm } from './form';

/** Trae's log of its MCP host. Evidence: reported. */
export const form: LogForm = {
  client: 'trae',
  line: /^(?<at>\d{4}-\d\d-\d\dT[\d:.]{8,12}[+-]\d\d:\d\d) \[(?:debug|info|warn|warning|error)\] \[(?<server>mcp\.[^\]\n]{1,200})\] (?<text>.*)$/,
  stderr: /^MCPClient#onStderr (?:\[[^\]]{1,60}\] )?(?<text>.*)$/,
  begins: /^MCP(?:ServerManager|Client)#(?:start|connect)\b/,
  ready: /^MCP(?:ServerManager|Client)#\w{1,40} Connected\b/,
  ends: /^MCP(?:ServerManager|Client)#onClose\b/,
  own: /^(?:MCP(?:ServerManager|Client)#|ExtHostMCPService#)/,
  isKnownByWords: true,
  others: 'client',
};
