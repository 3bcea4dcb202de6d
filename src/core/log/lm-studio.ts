import type { LogForm } from './form';

/** LM Studio's developer log: a server is a plugin of its own. Evidence: reported. */
export const form: LogForm = {
  client: 'lm-studio',
  line: /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) +\[(?:DEBUG|INFO|WARN|ERROR)\] +\[Plugin\(mcp\/(?<server>[^)\n]{1,200})\)\] (?<text>.*)$/,
  stderr: /^stderr: (?<text>.*)$/,
  begins: /^(?:Starting|Initializing|Register)\b/,
  ready: /^(?:Connected|Register(?:ed)? tools?)\b/,
  ends: /^(?:Plugin process exited|Process exited|Disconnected)\b/,
  own: /^(?:Plugin|MCP bridge)\b/,
  others: 'client',
};
