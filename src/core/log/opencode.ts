import type { LogForm } from './form';

/** What `opencode mcp list` prints: a server, why it failed, and its command. Evidence: reported. */
export const form: LogForm = {
  client: 'opencode',
  line: /^(?<at>)[┌│●└](?: +(?:MCP Servers$|\d+ server\(s\)$)?)?(?:[✗✓○⚠] (?<server>\S{1,100}) (?=failed\b|connected\b|disabled\b|needs\b))?(?<text>.*)$/,
  begins: /^(?:failed|connected|disabled|needs (?:authentication|client registration))\b/,
  ready: /^connected\b/,
  ends: /^failed\b/,
  own: /^Operation timed out after \d+ms/,
  others: 'client',
};
