/**
 * Text of a file or a server, for messages of the editor that would make links of `[words](command:…)` and pictures of
 * `$(name)`: progress, notifications, prompts and lists. It reads the same and does nothing.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', '] (').replaceAll('$(', '$ (');
}
