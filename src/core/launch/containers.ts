/** The programs that run containers, and take the same words for it. */
export const CONTAINERS: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl', 'finch']);
