import type { LogForm } from './form';

/** Gemini CLI with `--debug`: only what a server prints has its name in front. Evidence: reported. */
export const form: LogForm = {
  client: 'gemini-cli',
  line: /^(?<at>)\[DEBUG\] \[MCP STDERR \((?<server>[^)\n]{1,200})\)\]: ?(?<text>.*)$/,
  begins: /(?!)/,
  ready: /(?!)/,
  ends: /^✕? ?Error during discovery for (?:MCP )?server '/,
  own: /^(?:✕ |Error (?:connecting to MCP server|during discovery for)|\[DEBUG\] \[(?:MemoryDiscovery|BfsFileSearch)\])/,
  isKnownByWords: true,
  others: 'stderr',
};
