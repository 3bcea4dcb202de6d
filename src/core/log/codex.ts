import type { LogForm } from './form';

/** Codex: its log file, in which a server's stderr has the program’s name, and what its window says. Source: `rmcp-client`; reported. */
export const form: LogForm = {
  client: 'codex',
  line: /^(?=\d{4}-\d\d-\d\dT[\d:.]{8,18}Z +(?:TRACE|DEBUG|INFO|WARN|ERROR) .{0,400}?\bcodex_\w+[\w:]*: |(?:[⚠■] ?)?MCP (?:client for `|startup incomplete))(?<at>(?:\d{4}-\d\d-\d\dT\S+)?)(?:.{0,400}?\bcodex_\w+[\w:]*: )?(?:[⚠■] ?)?(?:MCP client for `(?<server>[^`]{1,100})` (?=failed to start|timed out))?(?<text>.*)$/,
  stderr: /^MCP server stderr \([^)]{1,200}\): ?(.*)/,
  begins: /(?!)/,
  ready: /(?!)/,
  ends: /^(?:failed to start\b|timed out after\b)/,
  // Its window breaks a sentence where it is too narrow for it.
  own: /^\s{0,4}(?:MCP startup (?:incomplete|failed)\b|(?:connection )?closed: initialize response$|(?:initialize )?response$)|\bMCP server\b/,
  others: 'client',
  unnamedIsNobodys: true,
};
