import leven from 'leven';
import { safe } from '../text';
import type { Platform } from '../platform';
import type { Safe } from '../text';

/** A program that entries start, and how a person gets it. */
interface Runner {
  readonly names: readonly Safe[];
  /** What brings it, in words. */
  readonly broughtBy: Safe;
  /** The line for a terminal, where there is one that fits any machine of that system. Source: the projects' own pages. */
  readonly install: Partial<Readonly<Record<Platform, Safe>>>;
}

const RUNNERS: readonly Runner[] = [
  {
    names: [safe('node'), safe('npx'), safe('npm')],
    broughtBy: safe('Node.js brings it (nodejs.org)'),
    install: { darwin: safe('brew install node'), win32: safe('winget install --id OpenJS.NodeJS.LTS -e') },
  },
  {
    names: [safe('uv'), safe('uvx')],
    broughtBy: safe('uv brings it (docs.astral.sh/uv)'),
    install: {
      darwin: safe('brew install uv'),
      win32: safe('winget install --id astral-sh.uv -e'),
      linux: safe('curl -LsSf https://astral.sh/uv/install.sh | sh'),
    },
  },
  {
    names: [safe('docker')],
    broughtBy: safe('Docker brings it (docs.docker.com/get-docker)'),
    install: { darwin: safe('brew install --cask docker'), win32: safe('winget install --id Docker.DockerDesktop -e') },
  },
  {
    names: [safe('bun'), safe('bunx')],
    broughtBy: safe('Bun brings it (bun.sh)'),
    install: { darwin: safe('brew install oven-sh/bun/bun'), win32: safe('winget install --id Oven-sh.Bun -e') },
  },
  {
    names: [safe('deno')],
    broughtBy: safe('Deno brings it (deno.com)'),
    install: { darwin: safe('brew install deno'), win32: safe('winget install --id DenoLand.Deno -e') },
  },
  {
    names: [safe('pnpm'), safe('pnpx')],
    broughtBy: safe('pnpm brings it (pnpm.io)'),
    install: {
      darwin: safe('npm install -g pnpm'),
      win32: safe('npm install -g pnpm'),
      linux: safe('npm install -g pnpm'),
    },
  },
  {
    names: [safe('pipx')],
    broughtBy: safe('pipx (pipx.pypa.io)'),
    install: { darwin: safe('brew install pipx'), linux: safe('python3 -m pip install --user pipx') },
  },
  {
    names: [safe('python'), safe('python3')],
    broughtBy: safe('Python brings it (python.org)'),
    install: { darwin: safe('brew install python') },
  },
  { names: [safe('dnx'), safe('dotnet')], broughtBy: safe('the .NET SDK brings it (dot.net)'), install: {} },
];

/** The runner of that name; undefined where nobody knows one. */
export function knownRunner(name: string): Runner | undefined {
  return RUNNERS.find(({ names }) => names.some((each) => each === name));
}

/** The runners that a misspelt name may have meant, the nearest first: one letter is wrong, or two have changed places. */
export function similarRunners(name: string): readonly Safe[] {
  const written = name.toLowerCase();
  const letters = (word: string): string => word.split('').toSorted().join('');
  return NAMES.map((candidate) => ({
    candidate,
    distance: letters(candidate) === letters(written) ? 1 : candidate.length < 3 ? Infinity : leven(candidate, written),
  }))
    .filter(({ candidate, distance }) => candidate !== written && distance <= (candidate.length > 5 ? 2 : 1))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 2)
    .map(({ candidate }) => candidate);
}

const NAMES = RUNNERS.flatMap(({ names }) => names);
