import { fill, safe } from '../text';
import { commandLine } from './plan';
import type { Safe } from '../text';
import type { LaunchPlan } from './plan';

/** Makes a digest that cannot be turned back: salted by whoever keeps consents. */
export type Digest = (text: string) => string;

/**
 * What consent is given to, as one string to remember: client policy, program and args as they would start, cwd, a
 * digest of every value the entry sets, and of its envFile. Change any of it and the question is asked again.
 */
export function consentUnit(plan: LaunchPlan, entryEnvNames: readonly string[], digest: Digest): string {
  const env = plan.env.reveal();
  return JSON.stringify([
    plan.client.id,
    plan.environment.policy,
    digest(JSON.stringify([plan.command.reveal(), plan.args.reveal()])),
    plan.cwd,
    entryEnvNames.toSorted().map((name) => [name, digest(env[name] ?? '')]),
    plan.envFile && [plan.envFile.path, digest(plan.envFile.text?.reveal() ?? '')],
  ]);
}

/** The question's body, a line each: exactly what would start, and what else that agrees to. */
export function consentQuestion(plan: LaunchPlan, entryEnvNames: readonly string[]): readonly Safe[] {
  const lines = [
    commandLine(plan),
    fill('in {cwd}', { cwd: plan.shown.cwd }),
    fill('with the environment that {client} gives its servers{names}', {
      client: plan.client.name,
      names: entryEnvNames.length === 0 ? safe('') : plan.mask(`, and ${entryEnvNames.join(', ')}`),
    }),
  ];
  if (plan.envFile) lines.push(fill('and the values of {path}', { path: plan.mask(plan.envFile.path) }));
  if (plan.probeClass.code === 'downloads' && !isPinned(plan))
    lines.push(safe('Whatever is published under that name later will run, too.'));
  lines.push(
    safe('To prove a cure, the same program may be started again from another of your own folders, with PATH added.'),
  );
  return lines;
}

/** Every package among the args has an exact version. */
function isPinned(plan: LaunchPlan): boolean {
  const packages = plan.args.reveal().filter((arg) => !arg.startsWith('-'));
  return packages.length > 0 && /(@|==)\d+\.\d+\.\d+/.test(packages[0] ?? '');
}
