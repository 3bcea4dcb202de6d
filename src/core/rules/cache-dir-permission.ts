import { stdioPlan } from '../launch/launch-plan';
import { programName } from '../launch/program-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'cache-dir-permission',
  label: 'cache-dir-permission',
  cause: 'permission-denied',
  stage: 'fetch',
  reads: ['cache-denied', 'uv-cache-denied', 'npm-refused', 'file-denied', 'install-collided', 'ended'],
  over: ['npx-cache-corrupt', 'file-permission-denied'],
  messages: {
    npm: 'npm may not write into its own cache: files in it belong to somebody else, mostly after `sudo npm`. Make them yours again: `sudo chown -R $(id -u) ~/.npm`.',
    uv: 'uv may not write into its own cache. Make it yours again, or set `UV_CACHE_DIR` to a folder that is.',
    refused:
      'A file was refused to npm, and which one is not in this text; mostly it is one of its own cache. Make that yours again: `sudo chown -R $(id -u) ~/.npm`, or close what has it open.',
    code: 'It ended with exit code 243, and that is how npm says that a file was refused to it, mostly one of its cache. Make it yours again: `sudo chown -R $(id -u) ~/.npm`.',
  },
  match: ({ facts, entry, plan }, say) => {
    const npm = facts.first('cache-denied');
    if (npm) return [say('npm', {}, { evidence: [npm.evidence] })];
    const uv = facts.first('uv-cache-denied');
    if (uv) return [say('uv', {}, { confidence: 'likely', evidence: [uv.evidence] })];
    const refused = facts.all('npm-refused').find(({ code }) => /^E(?:ACCES|PERM)$/.test(code));
    if (refused && !facts.first('file-denied') && !facts.first('install-collided'))
      return [say('refused', {}, { confidence: 'possible', evidence: [refused.evidence] })];
    const ended = facts.first('ended');
    const command = stdioPlan(plan)?.shown.command ?? entry?.command?.safe ?? null;
    if (ended?.exit?.code !== 243 || !ended.evidence) return [];
    // Of a log nobody knows what was started.
    if (command !== null && !/^np[mx]$/.test(programName(command))) return [];
    return [say('code', {}, { confidence: command === null ? 'possible' : 'likely', evidence: [ended.evidence] })];
  },
});

export const page: Page = {
  title: 'The package client may not write into its cache',
  what: 'npm or uv keeps what it has fetched in a folder, and the system refuses to let it write there.',
  why: 'npm was once run with `sudo`, so files in `~/.npm` belong to root; or `HOME` is unset or `/` in the environment that the client gives, so the cache would be `/.npm`.',
  remedy:
    'Make the folder yours again, or name another one: `npm_config_cache` for npm, `UV_CACHE_DIR` for uv, in `env`.',
  exceptions: 'A file of the server itself that may not be read is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'the path was not copied',
    fires: true,
    given: { stderr: 'npm error code EPERM\nnpm error syscall rename', exit: { code: 1, signal: null } },
  },
  {
    name: 'a path in the cache',
    fires: true,
    given: {
      exit: { code: 243, signal: null },
      stderr:
        'npm error code EACCES\nnpm error syscall open\nnpm error path /Users/u/.npm/_cacache/tmp/9ea4a422\nnpm error errno -13',
    },
  },
  {
    name: 'in one line',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        "npm error code EEXIST npm error syscall rename npm error errno -13 npm error EACCES: permission denied, rename '/Users/u/.npm/_cacache/tmp/9e' -> '/Users/u/.npm/_cacache/content-v2/sha512/02/d7'",
    },
  },
  {
    name: 'the exit code alone',
    fires: true,
    given: {
      exit: { code: 243, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
    },
  },
  {
    name: 'uv',
    fires: true,
    given: {
      exit: { code: 2, signal: null },
      stderr: 'error: Failed to initialize cache at `/.cache/uv`\n  Caused by: Permission denied (os error 13)',
    },
  },
  {
    name: 'another file',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: "Error: EACCES: permission denied, open '/var/log/acme.log'",
    },
  },
];
