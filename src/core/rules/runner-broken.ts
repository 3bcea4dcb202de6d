import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'runner-broken',
  label: 'runner-broken',
  cause: 'runner-broken',
  stage: 'interpreter',
  reads: ['npm-refused', 'version-unset', 'module-missing', 'script-missing'],
  over: ['interpreter-missing', 'runner-not-on-path', 'runner-not-installed', 'script-path-wrong', 'build-missing'],
  messages: {
    lock: 'npx gave up over a lock of its own (`ECOMPROMISED`): nobody has tampered with anything. Update npm, or start the installed server with `node` and its full path.',
    shim: 'A version manager stands in for `{program}`, and has no version of it for this start. Choose one for all folders, or write the full path of the real program into `command`.',
    unnamed:
      'A version manager stands in for this program, and has no version of it for this start. Choose one for all folders, or write the full path of the real program into `command`.',
    npm: 'npm itself is incomplete: its own file {file} is missing. Install Node.js anew, or name another `npx` by its full path.',
  },
  match: ({ facts, entry }, say) => {
    const span = entry?.command?.span ?? null;
    const unset = facts.first('version-unset');
    if (unset) {
      const more = { span, evidence: [unset.evidence] };
      return [unset.program === null ? say('unnamed', {}, more) : say('shim', { program: unset.program }, more)];
    }
    const lock = facts.all('npm-refused').find(({ code }) => code === 'ECOMPROMISED');
    if (lock) return [say('lock', {}, { confidence: 'likely', span, evidence: [lock.evidence] })];
    const missing = facts.first('module-missing');
    const file = missing?.specifier;
    if (!missing || !file || !(OF_NPM.test(missing.importer ?? file) || OF_NPM.test(file))) return [];
    return [say('npm', { file }, { confidence: 'likely', span, evidence: [missing.evidence] })];
  },
});

/** Files of npm, and those of its programs that look for them. */
const OF_NPM =
  /(?:[/\\]node_modules)?[/\\]npm[/\\](?:bin|lib|node_modules)[/\\]|[/\\](?:npx|npm|pnpm|corepack)(?:-cli)?\.js$|^\.\.\/lib\/cli\.js$/;

export const page: Page = {
  title: 'The runner is damaged, or is not what it seems',
  what: 'The program in `command` was found and started, and fails before it comes to the server.',
  why: 'A version manager (asdf, mise, Volta, pyenv) puts small stand-ins on the PATH that look in the current folder which version is meant; a client starts in another folder. Or npm’s own files are incomplete after an update, or its lock failed.',
  remedy:
    'Write the full path of the real program into `command` (`asdf which npx`, `mise which npx`, `volta which npx`), set a version for all folders, or install the runner anew.',
  exceptions: 'A version that is set and too old is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a stand-in without a version',
    fires: true,
    given: { exit: { code: 126, signal: null }, stderr: 'No version is set for command npx\nConsider adding one of' },
    params: { program: 'npx' },
  },
  {
    name: 'pyenv',
    fires: true,
    given: { exit: { code: 127, signal: null }, stderr: 'pyenv: uvx: command not found' },
  },
  {
    name: 'a version that is gone',
    fires: true,
    given: { ...died, stderr: "pyenv: version `3.12.1' is not installed" },
  },
  {
    name: 'the lock',
    fires: true,
    given: { ...died, stderr: 'npm error code ECOMPROMISED\nnpm error Lock compromised' },
  },
  {
    name: 'npm itself',
    fires: true,
    given: {
      ...died,
      stderr: "Error: Cannot find module '../lib/cli.js'\nRequire stack:\n- /usr/local/bin/npx",
    },
  },
  {
    name: 'a file of the server',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module '../lib/tools.js'\nRequire stack:\n- /p/bin/acme.js" },
  },
];
