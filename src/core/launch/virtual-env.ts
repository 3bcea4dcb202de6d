/**
 * The path of a Python in a virtual environment, as its own system has it; null where it is so already. Windows has
 * `Scripts\\python.exe`, all others `bin/python`. Source: PEP 405, and the module `venv`.
 */
export function ofOtherSystem(path: string): string | null {
  const [, onWindows, name] = /^([A-Za-z]:[\\/].*[\\/]\.?venv[\\/])bin[\\/](python\w?)[\d.]*$/.exec(path) ?? [];
  if (onWindows !== undefined) return `${onWindows}Scripts${onWindows.includes('\\') ? '\\' : '/'}${name}.exe`;
  // What begins with a single letter, or below /mnt, is a drive of Windows to somebody there.
  const [, elsewhere, program] =
    /^((?:\/(?![a-z]\/|mnt\/)|~\/).*\/\.?venv\/)Scripts\/(python)(?:\.exe)?$/.exec(path) ?? [];
  return elsewhere === undefined ? null : `${elsewhere}bin/${program}`;
}
