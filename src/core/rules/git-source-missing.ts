import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'git-source-missing',
  label: 'git-source-missing',
  cause: 'build-or-system-tool-missing',
  stage: 'fetch',
  reads: ['git-missing', 'git-refused'],
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing'],
  messages: {
    refused:
      'git did not get the repository that the entry names: it does not exist, is private, or is fetched by `ssh` without a key. Try `git ls-remote` with its address in a terminal; for a public one write `git+https://…`.',
    default:
      'The server is fetched by git, and the package client finds no git. Install git where the client sees it, or name an archive of the repository instead.',
  },
  match: ({ facts }, say) => {
    const missing = facts.first('git-missing');
    if (missing) return [say('default', {}, { evidence: [missing.evidence] })];
    const refused = facts.first('git-refused');
    return refused ? [say('refused', {}, { confidence: 'likely', evidence: [refused.evidence] })] : [];
  },
});

export const page: Page = {
  title: 'git is missing, or gets nothing',
  what: 'The entry names a repository (`git+https://…`, `github:…`), and the package client calls git to fetch it.',
  why: 'git is not installed, or not on the PATH that the client gives. Or the repository is not there, or only for people who may read it: git asks for a login, and nobody is there to answer.',
  remedy: 'Install git. Or name an archive: `https://github.com/OWNER/NAME/archive/refs/heads/main.zip`.',
  exceptions: 'A branch or a tag that the repository does not have gives other words.',
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
  {
    name: 'git is there, and the repository is not',
    fires: true,
    given: {
      ...died,
      stderr:
        'npm error code 128\nnpm error An unknown git error occurred\nnpm error command git --no-replace-objects ls-remote ssh://git@git.example/acme/mcp.git',
    },
  },
  { name: 'a folder that is no repository', fires: false, given: { ...died, stderr: 'fatal: not a git repository' } },
];
