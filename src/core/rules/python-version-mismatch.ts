import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { isForOtherPython } from '../deduce/other-python';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'python-version-mismatch',
  label: 'python-version-mismatch',
  cause: 'runtime-version-other',
  stage: 'fetch',
  reads: ['python-version-refused', 'build-failed', 'pypi-name-refused', ...READ_OF_BARE_FAILURE],
  over: [
    'package-broken-release',
    'install-build-failure',
    'dependency-conflict',
    'deps-not-installed',
    'server-startup-crash',
  ],
  messages: {
    default:
      'The server does not take the Python that was chosen. Name one that it takes: `uvx --python 3.12 …`, or `UV_PYTHON` in `env`.',
    wanted:
      'The server wants Python {wanted}, and another one was chosen. Name one that it takes: `uvx --python 3.12 …`, or `UV_PYTHON` in `env`.',
    build:
      'A package has no ready build for the Python that was chosen, and is built here. Mostly that Python is too new for it, or too old: name another one, `uvx --python 3.12 …`, or `UV_PYTHON` in `env`.',
    maybe:
      '`{program}` takes the first Python that it finds, and a server may not run with that one: name another, `--python 3.12`, or `UV_PYTHON` in `env`.',
    none: '`{name}` is on the index, and has no version for the Python that was chosen: mostly that is too old. Name one that it takes.',
    seen: 'The server wants Python {wanted}, and {version} was chosen. Name one that it takes: `uvx --python 3.12 …`, or `UV_PYTHON` in `env`.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const refused = facts.first('python-version-refused');
    const unseen = facts.all('pypi-name-refused').find(isForOtherPython);
    if (!refused && unseen)
      return [say('none', { name: unseen.name }, { confidence: 'likely', evidence: [unseen.evidence] })];
    const build = facts.all('build-failed').find(({ evidence }) => OF_PYTHON.test(evidence.text));
    if (!refused && build)
      return [say('build', {}, { severity: 'information', confidence: 'possible', evidence: [build.evidence] })];
    if (!refused) {
      const runner = entry?.program === 'uvx' && isBareFailure(subject) ? entry.command : null;
      return runner ? [say('maybe', { program: runner.safe }, { ...suggestedBy(runner), isLastGuess: true })] : [];
    }
    const { evidence } = refused;
    const [version, wanted] = [refused.version || null, refused.wanted || null];
    // Without the version at hand a sentence may say what a package asks for, and no more.
    const isFound = version !== null || OF_INTERPRETER.test(evidence.text);
    const more = { confidence: isFound ? 'evident' : 'likely', evidence: [evidence] } as const;
    if (wanted === null) return [say('default', {}, more)];
    return [version === null ? say('wanted', { wanted }, more) : say('seen', { wanted, version }, more)];
  },
});

/** What an interpreter, or a client that looked for one, says of itself. */
const OF_INTERPRETER =
  /\b(?:Type|Import|Attribute|ModuleNotFound|Syntax)Error\b|\bNo module named\b|\bcannot import name\b|\b[Nn]o interpreter found\b/;

const OF_PYTHON =
  /\b(?:maturin|setuptools|hatchling|poetry|meson|scikit|flit)\w*\b|\bbuild_(?:wheel|editable|sdist)\b|\bbuilding wheel\b|\bbuild wheels?\b|\bFailed to build `?[\w.-]+==/;

export const page: Page = {
  title: 'Another version of Python is needed',
  what: 'The package says which versions of Python it takes, and the one that was chosen is none of them.',
  why: 'uv takes the first Python that it finds: a project’s `.python-version`, the system’s, or the newest, for which some packages have no builds yet.',
  remedy: 'Name the version: `uvx --python 3.12 NAME`, or `"UV_PYTHON": "3.12"` in `env`. uv fetches it by itself.',
  exceptions: 'A module that is missing in the right Python is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'uv',
    fires: true,
    given: {
      ...died,
      stderr:
        '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because the current Python version (3.9.6) does not satisfy Python>=3.10 and acme==1.0 depends on Python>=3.10, we can conclude that acme==1.0 cannot be used.',
    },
    params: { version: '3.9.6', wanted: '>=3.10' },
  },
  {
    name: 'the end alone, of what another Python may have run',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config: '{ "servers": { "a": { "command": "uvx", "args": ["acme"], "env": { "ACME_REGION": "eu" } } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'takes the first Python',
  },
  {
    name: 'pip',
    fires: true,
    given: { ...died, stderr: "ERROR: Package 'acme' requires a different Python: 3.9.6 not in '>=3.10'" },
  },
  { name: 'none at all', fires: true, given: { ...died, stderr: 'error: No interpreter found for Python >=3.12 in' } },
  {
    name: 'a request that cannot be met',
    fires: true,
    given: {
      ...died,
      stderr: 'error: The Python request from `.python-version` resolved to Python 3.8.10, which is incompatible',
    },
  },
  {
    name: 'what is on the index, for another Python',
    fires: true,
    given: {
      ...died,
      stderr:
        'ERROR: Could not find a version that satisfies the requirement mcp (from versions: none)\nERROR: No matching distribution found for mcp',
    },
    params: { name: 'mcp' },
  },
  {
    name: 'what nobody knows',
    fires: false,
    given: { ...died, stderr: 'ERROR: No matching distribution found for acme-notes-of-nobody' },
  },
  {
    name: 'a build that fails',
    fires: true,
    behind: 'install-build-failure',
    given: { ...died, stderr: '  × Failed to build `acme-core==0.7.0`\n  ╰─▶ Call to `maturin.build_wheel` failed' },
  },
  {
    name: 'another package',
    fires: false,
    given: { ...died, stderr: 'acme requires pydantic>=2 and 1.10 is installed' },
  },
];
