// One platform's binary instead of every platform's.
export { rgPath } from '@vscode/ripgrep';
