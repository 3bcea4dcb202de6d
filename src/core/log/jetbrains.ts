import type { LogForm } from './form';

/** AI Assistant of JetBrains: both sides of the connection, told apart by who spoke. Evidence: reported once. */
export const form: LogForm = {
  client: 'jetbrains-ai-assistant',
  line: /^(?<at>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}) (?=(?:INFO|WARN|ERROR|CLIENT|SERVER) - )(?<text>.*)$/,
  // Not known: whether what a server prints to stdout, and is no message, is told apart from its stderr.
  stderr: /^SERVER - (?!\{")(.*)/,
  begins: /^INFO - Server started\b/,
  ready: /^SERVER - \{.*"serverInfo"/,
  ends: /^INFO - Server stopped\b/,
  own: /^CLIENT - \{/,
  others: 'stderr',
};
