/**
 * Whether a path lies in what a package client has installed: a folder of modules or its cache; also where Markdown has
 * eaten backslashes, and where somebody has cut a path down to the package.
 */
export function isInstalled(path: string): boolean {
  return FOLDERS.test(path) || A_BUILT_PACKAGE.test(path);
}

/** Whether it is a program that a Python package brings: the few lines with which an installer calls its first function. */
export function isBroughtProgram(path: string): boolean {
  return /(?:^|[/\\])(?:bin|Scripts)[/\\](?!.*\.py$)[^/\\]+(?:[/\\]__main__\.py)?$/.test(path);
}

const FOLDERS =
  /(?:^|[/\\]|npm-cache)(?:node_modules(?:[/\\]|(?=@))|_npx[/\\]|(?:site|dist)-packages[/\\]|archive-v\d[/\\])/;
/** Behind what was cut: its scope, its name, and the folder that authors publish. */
const A_BUILT_PACKAGE = /(?:^|(?:\.{3}|…)[/\\])@[\w.-]{1,60}[/\\][\w.-]{1,100}[/\\](?:dist|build|lib)[/\\]/;
