import type { LogForm } from './form';

/** Zed's log: what its other parts say in it has no text here. Evidence: reported. */
export const form: LogForm = {
  client: 'zed',
  line: /^(?<at>\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?:TRACE|DEBUG|INFO|WARN|ERROR) +\[(?:(?:context_server|project::context_server_store)[\w:]{0,60}\] (?:(?<server>[^\s:"(][^:"(]{0,99}) (?=context server failed to start\b))?(?<text>.*)|(?!context_server|project::context_server_store).*)$/,
  begins: /^starting context server\b/,
  ready: /(?!)/,
  ends: /^context server failed to start\b|^cancelled csp request task for "initialize"/,
  own: /^(?:loaded command for context server|cancelled csp request|Using HTTP transport|Failed to create context server)\b/,
  others: 'client',
};
