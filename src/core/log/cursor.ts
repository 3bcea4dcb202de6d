import type { LogForm } from './form';

/** Cursor's output *MCP Logs*: stderr as errors, the server's name before the text since 2025. Evidence: reported. */
export const form: LogForm = {
  client: 'cursor',
  line: /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}) \[(?:debug|info|warning|error)\]\s+(?<text>.*)$/,
  names:
    /^(?<server>[^\s:][^:]{0,200}): (?=Client (?:closed|error) for command|Starting new stdio process|getOrCreateClient\b|Failed to reload client|Handling (?:CreateClient|ListOfferings)|Error in MCP|Creating (?:stdio|streamable)|Successfully connected|Connected to|Found \d+ tools)/,
  begins: /^(?:MCP: )?Starting new stdio process|^Handling CreateClient\b|^getOrCreateClient\b|^CreateClient\b/,
  starts: /^(?:MCP: )?Starting new stdio process with command: (?<line>\S.{0,4000})$/,
  ready:
    /^(?:Successfully connected|Connected) to (?:stdio|sse|SSE|HTTP|streamable ?[Hh]ttp) server|^Found \d+ tools\b/,
  ends: /^(?:MCP: )?(?:Client closed for command|Failed to reload client|Error in MCP: Client closed)/,
  own: /^(?:MCP: )?(?:Client error for command|Handling \w+|Creating \w+|No server info found|Storing \w+|Listing \w+)/,
  isKnownByWords: true,
  others: 'stderr',
};
