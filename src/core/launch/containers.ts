/** The programs that run containers, and take the same words for it; `container` is Apple’s. */
export const CONTAINERS: ReadonlySet<string> = new Set(['docker', 'podman', 'nerdctl', 'finch', 'container']);
