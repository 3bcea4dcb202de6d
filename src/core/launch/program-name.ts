/** `C:\x\npx.cmd` → `npx`. */
export function programName(command: string): string {
  const file = command.slice(Math.max(command.lastIndexOf('/'), command.lastIndexOf('\\')) + 1);
  return (file.includes('.') ? file.replace(/\.(exe|cmd|bat|ps1)$/i, '') : file).toLowerCase();
}
