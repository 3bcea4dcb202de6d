import { programName } from '../launch/program-name';

/** Whether a program of that name runs what others are written in. */
export function isInterpreter(program: string): boolean {
  return /^(?:node|bun|deno|ruby|java|php|perl|python[\d.]*)$/.test(programName(program));
}

/** Whether a program of that name is a script itself, and starts what its packages bring. */
export function isRunner(program: string): boolean {
  return RUNNERS.has(programName(program));
}

const RUNNERS = new Set('npx npm pnpm pnpx yarn corepack bunx pipx poetry pdm hatch bundle'.split(' '));

/** Whether a program of that name does nothing until a word tells it what: `run`, `exec`. */
export function isToldBySubcommand(program: string): boolean {
  return TOLD.has(programName(program));
}

const TOLD = new Set('uv docker podman npm pnpm dotnet cargo go poetry pdm hatch conda'.split(' '));

/** Whether it is a word with which a file of JavaScript or Python begins: a shell that misses it was given such a file. */
export function isKeyword(program: string): boolean {
  return KEYWORDS.has(program);
}

const KEYWORDS = new Set('import export const let var function async await require from def class use'.split(' '));

/** Names of programs that servers call for their work, and with which no entry starts its server. */
export const CALLED_TOOLS: readonly string[] =
  'git gh ffmpeg ffprobe pandoc tesseract kubectl helm terraform aws gcloud gsutil az adb rg ripgrep jq psql mysql sqlite3 gdb gradle mvn xcodebuild simctl xcrun xdotool xclip wl-copy pdftotext pdfinfo pdftoppm soffice libreoffice pdflatex graphviz inkscape imagemagick chromium google-chrome yt-dlp nmap tmux cmake clangd semgrep'.split(
    ' ',
  );

/** Whether it is such a name. */
export function isCalledTool(program: string): boolean {
  return CALLED.has(programName(program));
}

const CALLED: ReadonlySet<string> = new Set(CALLED_TOOLS);
