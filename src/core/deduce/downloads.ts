import { stdioPlan } from '../launch/launch-plan';
import { programName } from '../launch/program-name';
import type { Subject } from '../rules/rule';

/** Whether what is started fetches the server first, where it is not there yet: a package client, or a container. */
export function mayDownload({ plan, entry }: Pick<Subject, 'plan' | 'entry'>): boolean {
  const command = stdioPlan(plan)?.shown.command ?? entry?.command?.safe ?? '';
  const words = (stdioPlan(plan)?.shown.args ?? entry?.args.map(({ safe }) => safe) ?? []).slice(0, 3);
  const inner = /^(?:cmd|sh|bash|zsh)$/.test(programName(command)) ? words : [];
  return [command, ...inner].some((word) => CLIENTS.has(programName(word)) || /\b(?:npx|uvx) /.test(word))
    ? true
    : TWO_WORDS.test([programName(command), ...words].join(' '));
}

const CLIENTS = new Set('npx uvx bunx pnpx dnx pipx'.split(' '));
const TWO_WORDS =
  /^(?:npm (?:exec|x)|pnpm (?:dlx|exec)|yarn dlx|bun x|uv (?:(?:--directory|--project) \S{1,400} )?(?:tool )?run|docker run|podman run|deno run)\b/;
