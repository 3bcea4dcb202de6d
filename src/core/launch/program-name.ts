/** `C:\x\npx.cmd` → `npx`. */
export function programName(command: string): string {
  const file = command.split(/[/\\]/).at(-1) ?? command;
  return file.replace(/\.(exe|cmd|bat|ps1)$/i, '').toLowerCase();
}
