import type { LogForm } from './form';

/** goose, before the error of an extension that it could not start. Source: `goose-cli`; reported. */
export const form: LogForm = {
  client: 'goose',
  line: /^(?<at>)\W{0,4}(?:Warning: )?Failed to (?:start extension(?=: [^,:]{1,100}, | '):?|load extension(?=.{1,120}: failed to initialize MCP client\b)) '?(?<server>[^\s'",:][^'",:]{0,99}?)'?(?:[,:] | (?=\())(?<text>.*)$/,
  stderr: /(?:\bstderr: "|\bStdio process error: )(.*)/,
  begins: /(?!)/,
  ready: /(?!)/,
  ends: /^/,
  own: /^/,
  others: 'client',
};
