import { knownPackages } from '../../core/known-packages';
import { askPackageClient, couldNotAsk } from './package-client';
import { similarPublished } from './similar-published';
import type { Known } from '../../core/facts';
import type { StdioPlan } from '../../core/launch/launch-plan';
import type { LookUp } from './index';

export const lookUp: LookUp<'npm-name'> = {
  async answer(question, plan, signal) {
    const ask = (name: string) => existsOnNpm(name, plan, signal);
    return { ...question, ...(await similarPublished(question.name, knownPackages.npm, plan, ask)) };
  },
};

/** A hiccup of the network is no answer; but nobody waits for npm's own patience of minutes. */
const RETRIES = ['--fetch-retries=2', '--fetch-retry-mintimeout=500', '--fetch-retry-maxtimeout=2000'];

/** npm's grammar for names: nothing else is put on a command line. */
const NPM_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]{0,100}\/)?[a-z0-9~-][a-z0-9._~-]{0,213}$/i;

async function existsOnNpm(name: string, plan: StdioPlan, signal: AbortSignal): Promise<Known> {
  if (!NPM_NAME.test(name)) return 'unknown';
  const said = await askPackageClient('npm', ['view', '--json', ...RETRIES, '--workspaces=false', '--', name, 'name'], {
    plan,
    signal,
  });
  if (said === 'failed') return 'unknown';
  if (said.exit === 0) return said.stdout.includes('"') ? 'yes' : 'unknown';
  return /\bE404\b/.test(said.stderr + said.stdout) && !couldNotAsk(said) ? 'no' : 'unknown';
}
