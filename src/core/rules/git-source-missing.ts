import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'git-source-missing',
  label: 'git-source-missing',
  cause: 'build-or-system-tool-missing',
  stage: 'fetch',
  reads: ['git-missing'],
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing'],
  messages: {
    default:
      'The server is fetched by git, and the package client finds no git. Install git where the client sees it, or name an archive of the repository instead.',
  },
  match: ({ facts }, say) =>
    facts.all('git-missing').map(({ evidence }) => say('default', {}, { evidence: [evidence] })),
});

export const page: Page = {
  title: 'git is missing',
  what: 'The entry names a repository (`git+https://…`, `github:…`), and the package client calls git to fetch it.',
  why: 'git is not installed, or not on the PATH that the client gives.',
  remedy: 'Install git. Or name an archive: `https://github.com/OWNER/NAME/archive/refs/heads/main.zip`.',
  exceptions: 'A repository that does not exist, or is private, gives other words.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'uv',
    fires: true,
    given: {
      ...died,
      stderr: '  ╰─▶ Git executable not found. Ensure that Git is installed and available.',
    },
  },
  { name: 'npm', fires: true, given: { ...died, stderr: 'npm error code ENOENT\nnpm error syscall spawn git' } },
  { name: 'git is there', fires: false, given: { ...died, stderr: 'fatal: repository not found' } },
];
