import type { LogForm } from './form';

/** Amazon Q Developer’s and Kiro’s command line while it loads servers. Evidence: reported. */
export const form: LogForm = {
  client: 'amazon-q',
  line: /^(?<at>)(?:[✗✓] (?<server>\S{1,100}) (?=has failed to load\b|loaded in\b)| +- |- (?=Failed to retrieve\b))(?<text>.*)$/,
  begins: /(?!)/,
  ready: /^loaded in\b/,
  ends: /^has failed to load\b/,
  own: /^(?:M[Cc][Pp] error|run with Q_LOG_LEVEL|Failed to retrieve (?:result|tools from result) for custom tool)\b/,
  others: 'client',
};
