import { packageArg } from './package-arg';
import { isKeyword } from './interpreters';
import { fetches } from './place-of-import';
import type { Evidence, FactOf } from '../facts';
import type { Subject } from '../rules/rule';

/** What is wrong with the release itself in one line, whatever else it says. */
export interface FaultOfRelease {
  readonly message: FactOf<'bundle-broken'>['how'] | 'told' | 'workspace' | 'shebang' | 'crlf' | 'unsatisfiable';
  readonly evidence: Evidence;
  readonly confidence: 'evident' | 'likely' | 'possible';
}

/** The first of them that is said; undefined where none is. */
export function faultOfRelease({ facts, entry }: Subject<Readable>): FaultOfRelease | undefined {
  const workspace =
    facts.all('npm-refused').find(({ code }) => code === 'EUNSUPPORTEDPROTOCOL') ?? facts.first('workspace-refused');
  const shebang = facts.all('command-not-found').find(({ program }) => isKeyword(program));
  const crlf = facts
    .all('interpreter-not-found')
    .find(({ interpreter }) => /\\r|⏎|\r|^(?!(?:npx|uvx?|bunx|pipx|docker) )\S+ -/.test(interpreter));
  const bundle = facts.first('bundle-broken');
  // A version that nothing in the entry names is wanted by what the entry starts.
  const wantedVersion = entry
    ? facts.all('npm-version-refused').find(({ name }) => packageArg(entry, (written) => written === name) === null)
    : undefined;
  // Where no place is shown, what is started tells whose code it is.
  const isOfRelease = bundle !== undefined && (bundle.isInstalled || entry === null || fetches(entry));
  const said: readonly (readonly [FaultOfRelease['message'], { readonly evidence: Evidence } | undefined])[] = [
    ['workspace', workspace],
    ['shebang', shebang],
    ['crlf', crlf],
    [bundle?.how ?? 'module-kind', isOfRelease ? bundle : undefined],
    ['told', facts.first('release-told')],
    ['unsatisfiable', facts.first('pypi-unsatisfiable') ?? wantedVersion],
  ];
  const [found] = said.flatMap(([message, fact]) => (fact ? [{ message, evidence: fact.evidence }] : []));
  // Somebody names a version that works, and something is missing from this one.
  const isShown = facts.first('module-missing') !== undefined;
  const isOpen =
    (found?.message === 'told' && !isShown) || (found !== undefined && bundle?.isInstalled === false && entry === null);
  return found && { ...found, confidence: found.message === 'workspace' ? 'evident' : isOpen ? 'possible' : 'likely' };
}

type Readable =
  | 'npm-version-refused'
  | 'npm-refused'
  | 'release-told'
  | 'module-missing'
  | 'workspace-refused'
  | 'command-not-found'
  | 'interpreter-not-found'
  | 'bundle-broken'
  | 'pypi-unsatisfiable';
