import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { ofOtherSystem } from '../launch/virtual-env';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'venv-of-other-system',
  label: 'script-path-wrong',
  cause: 'path-or-cwd-wrong',
  stage: 'spawn',
  reads: ['entry', 'ready'],
  over: [
    'script-path-wrong',
    'wrong-interpreter',
    'cwd-missing',
    'runner-not-on-path',
    'wrong-cwd',
    'path-of-one-machine',
  ],
  messages: {
    default:
      'A virtual environment has its Python elsewhere on such a system: Windows has `Scripts\\\\python.exe`, all others `bin/python`. Write {right}.',
  },
  match: ({ facts, entry, file }, say) => {
    const command = entry?.command;
    const right = command ? ofOtherSystem(command.raw.reveal()) : null;
    if (!entry || !command || right === null || facts.first('ready')) return [];
    const path = entry.mask(right);
    const edits = file?.problems.length === 0 && !entry.keys.isCommandLine ? [replaceText(command, right)] : [];
    const fixes = entryFix(entry, 'python-of-venv', fill('Write {path}', { path }), edits);
    const evidence = [{ kind: 'entry', line: null, text: command.safe }] as const;
    return [
      say(
        'default',
        { right: path },
        { severity: 'warning', confidence: 'likely', span: command.span, evidence, fixes },
      ),
    ];
  },
});

export const page: Page = {
  title: 'The Python of a virtual environment, as another system has it',
  what: 'The entry starts the Python of a virtual environment by a path that such an environment has on another system only.',
  why: 'The entry was copied from instructions for another system.',
  remedy: 'On Windows `…\\\\.venv\\\\Scripts\\\\python.exe`, on macOS and Linux `…/.venv/bin/python`.',
  exceptions: 'Paths of WSL and of Git for Windows to the disks of Windows are left alone.',
};

const entry = (command: string) => ({ config: JSON.stringify({ servers: { a: { command, args: ['server.py'] } } }) });

export const examples: Examples = () => [
  {
    name: 'on Windows',
    fires: true,
    given: entry('C:\\acme\\.venv\\bin\\python'),
    params: { right: 'C:\\acme\\.venv\\Scripts\\python.exe' },
  },
  {
    name: 'elsewhere',
    fires: true,
    given: entry('/srv/acme/venv/Scripts/python.exe'),
    params: { right: '/srv/acme/venv/bin/python' },
  },
  { name: 'as Windows has it', fires: false, given: entry('C:\\acme\\.venv\\Scripts\\python.exe') },
  { name: 'as others have it', fires: false, given: entry('/srv/acme/.venv/bin/python') },
  { name: 'a disk of Windows', fires: false, given: entry('/mnt/c/acme/.venv/Scripts/python.exe') },
];
