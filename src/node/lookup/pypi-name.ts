import { knownPackages } from '../../core/known-packages';
import { askPackageClient, couldNotAsk } from './package-client';
import { similarPublished } from './similar-published';
import type { Known } from '../../core/facts';
import type { StdioPlan } from '../../core/launch/launch-plan';
import type { LookUp } from './index';
import type { Said } from './package-client';

export const lookUp: LookUp<'pypi-name'> = {
  async answer(question, plan, signal) {
    const ask = (name: string) => existsOnPypi(name, plan, signal);
    return { ...question, ...(await similarPublished(question.name, knownPackages.pypi, plan, ask)) };
  },
};

/** The grammar of PEP 508: nothing else is put on a command line. */
const PYPI_NAME = /^[a-z0-9](?:[a-z0-9._-]{0,212}[a-z0-9])?$/i;

/** uv looks for a Python to ask about: in no virtual environment beside or above it, by no file's wish, in no download. */
const NO_DISCOVERY = ['--system', '--no-config', '--no-python-downloads'];

/** uv where it is, else pip. Neither builds or runs anything of the package. */
async function existsOnPypi(name: string, plan: StdioPlan, signal: AbortSignal): Promise<Known> {
  if (!PYPI_NAME.test(name)) return 'unknown';
  const uv = ['pip', 'compile', ...NO_DISCOVERY, '--only-binary', ':all:', '--no-deps', '--no-header', '-'];
  const fromUv = await askPackageClient('uv', uv, { plan, signal, input: `${name}\n` });
  if (fromUv !== 'failed') return judge(fromUv, /was not found in the package registry/);
  const pip = ['-m', 'pip', 'index', 'versions', '--disable-pip-version-check', '--retries', '0', '--', name];
  return judge(await askPackageClient('python3', pip, { plan, signal }), /No matching distribution found/);
}

function judge(said: Said, absent: RegExp): Known {
  if (said === 'failed') return 'unknown';
  if (said.exit === 0) return 'yes';
  return absent.test(said.stderr.replace(/\s+/g, ' ')) && !couldNotAsk(said) ? 'no' : 'unknown';
}
