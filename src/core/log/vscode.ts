import type { LogForm } from './form';

/** VS Code's output channel *MCP: NAME*, and its file. Source: build of 1.139.1. */
export const form: LogForm = {
  client: 'vscode',
  line: /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) \[(?:trace|debug|info|warning|error)\] (?<text>.*)$/,
  stderr: /^\[server stderr\] ?(?<text>.*)$/,
  noise: /^Failed to parse message: "(?<text>.*?)(?:\\n)?"?$/,
  begins: /^Starting server (?!from )(?<server>\S.{0,200})$|^Starting server from |^Connection state: Starting$/,
  ready: /^Discovered \d+ tools?\b/,
  ends: /^Connection state: (?:Error Process exited with code (?<code>-?\d{1,10})|Error\b|Stopped)/,
  own: /^Connection state: |^Waiting for server to respond|^Server exited before responding|^Stopping server/,
  isKnownByWords: true,
  others: 'client',
};
