import { fill, safe } from '../text';
import { commandLine } from './launch-plan';
import type { Safe } from '../text';
import type { LaunchPlan } from './launch-plan';

/** Makes a digest that cannot be turned back: salted by whoever keeps consents. */
export type Digest = (text: string) => string;

/**
 * What consent is given to, as one string to remember: client policy, program and args as they would start, cwd, a
 * digest of every value the entry sets, and of its envFile. Change any of it and the question is asked again.
 */
export function consentUnit(plan: LaunchPlan, digest: Digest): string {
  return JSON.stringify([
    plan.client.id,
    plan.environment.policy,
    digest(JSON.stringify([plan.command.reveal(), plan.args.reveal()])),
    plan.cwd,
    plan.settings.reveal().map(([name, value]) => [name, value === null ? null : digest(value)]),
    plan.envFile && [plan.envFile.path, plan.envFile.kind === 'read' ? digest(plan.envFile.text.reveal()) : null],
  ]);
}

/** The question's body: exactly what would start, and what else that agrees to. */
export function consentQuestion(plan: LaunchPlan): readonly Safe[] {
  const names = plan.settings.reveal().map(([name]) => name);
  const { client, shown, mask, envFile, probeClass } = plan;
  const mayChange = probeClass.code === 'downloads' && !isPinned(plan);
  return [
    fill('Runs: {command}', { command: commandLine(plan) }),
    fill('In: {cwd}', { cwd: shown.cwd }),
    fill('With: the environment that {client} gives its servers{names}{file}', {
      client: client.name,
      names: names.length === 0 ? safe('') : mask(`, and ${names.join(', ')}`),
      file: envFile ? fill(', and the values in {path}', { path: mask(envFile.path) }) : safe(''),
    }),
    ...(mayChange ? [safe('Whatever is published under that name later will run, too.')] : []),
    safe(
      'To prove a cure, the same program may be started again from another of your own folders, with PATH added or with placeholders for keys that it misses.',
    ),
  ];
}

/** What is run is named with an exact version, and nothing else is added to it. */
function isPinned(plan: LaunchPlan): boolean {
  const args = plan.args.reveal();
  const addsMore = args.some((arg) => /^(?:-p|--package|--with|--from)\b/.test(arg));
  return !addsMore && /(?:@|==)\d+\.\d+\.\d+$/.test(args.find((arg) => !arg.startsWith('-')) ?? '');
}
