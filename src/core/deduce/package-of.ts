/** The package that a file belongs to: the last one, where packages lie in each other. Undefined for a file of none. */
export function packageOf(path: string): string | undefined {
  return [...path.matchAll(/[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)[/\\]/g)].at(-1)?.[1];
}
