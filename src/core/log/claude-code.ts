import type { LogForm } from './form';

/** Claude Code: what `--debug` writes, and the JSONL that it keeps for each server. Evidence: reported. */
export const form: LogForm = {
  client: 'claude-code',
  line: /^(?<at>(?:\d{4}-\d\d-\d\dT[\d:.]{8,12}Z)?) ?(?:\[(?:DEBUG|INFO|WARN|ERROR)\] )?MCP server "(?<server>[^"\n]{1,200})":? (?<text>.*)$/,
  fields: { at: 'timestamp', text: ['error', 'debug', 'info', 'warn'] },
  stderr: /^Server stderr: (?<text>.*)$/,
  begins: /^(?:Starting connection|Initializing (?:HTTP|SSE|WebSocket)|Connecting to)\b/,
  ready: /^(?:Successfully connected to|Connection established)\b/,
  ends: /^(?:Connection (?:failed|error|closed)|(?:STDIO|SSE|HTTP) connection (?:dropped|closed|failed))\b/,
  own: /^(?:Sending SIG|MCP server process exited|Server exited|STDIO |HTTP |SSE |Calling MCP tool)/,
  others: 'client',
};
