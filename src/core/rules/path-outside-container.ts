import { dockerRun } from '../deduce/docker-run';
import { givenPath } from '../deduce/given-path';
import { missingScript, READ_OF_MISSING_SCRIPT } from '../deduce/missing-script';
import { editorOf } from '../edit';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { DockerRun } from '../deduce/docker-run';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'path-outside-container',
  label: 'docker-run-args',
  cause: 'docker-run-args',
  stage: 'spawn',
  reads: ['file-missing', ...READ_OF_MISSING_SCRIPT, 'spawn-failed'],
  over: ['script-path-wrong', 'build-missing', 'wrong-cwd', 'missing-credential-file'],
  messages: {
    default:
      'The container has no {path}: of this machine it sees only what `-v` hands in. Add `-v {path}:{path}` in front of the image, or give the path that it has inside of the container.',
    inside:
      'What runs in the container looks for {path}, and the image has no such file. Is the command behind the image the right one, or the entrypoint?',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    const container = entry?.transport === 'stdio' ? dockerRun(entry) : null;
    if (!entry || !container?.image) return [];
    const script = missingScript(subject);
    const missing = [...(script ? [script] : []), ...facts.all('file-missing')].find(({ path }) => ABSOLUTE.test(path));
    if (!missing) return [];
    const { path, evidence } = missing;
    const given = givenPath(entry, path);
    // What Docker itself misses on this machine is said of its options.
    const isHanded = given !== undefined && !container.options.some(({ span }) => span.offset === given.span.offset);
    if (isHanded) {
      const fixes = file && OF_PERSON.test(path) ? [mount(file, entry, container, given)] : [];
      return [say('default', { path }, { span: given.span, evidence: [evidence], confidence: 'likely', fixes })];
    }
    return script && !given ? [say('inside', { path }, { evidence: [evidence], confidence: 'likely' })] : [];
  },
});

const ABSOLUTE = /^(?:\/|[A-Za-z]:[/\\])./;
/** Where files of persons are, on systems whose paths a container can have as well. */
const OF_PERSON = /^\/(?:Users|home|Volumes|mnt|srv|media)\/[^:]+$/;

/** The same container, with the folder or the file at the same place. */
function mount(file: ConfigFile, { path }: ServerEntry, { run }: DockerRun, given: Value): Fix {
  const place = given.raw.reveal().replace(/^[^/]*=/, '');
  return {
    id: 'mount-path',
    title: fill('Hand it to the container with -v', {}),
    applicability: 'maybe',
    preferred: true,
    needs: [],
    edits: editorOf(file).replaceItem(file, run, ['run', '-v', `${place}:${place}`]),
    trying: 'never',
    entryPath: path,
  };
}

export const page: Page = {
  title: 'The container does not have that path',
  what: 'What runs in the container was given a path of the machine outside, or is started with a file that its image does not have.',
  why: 'A container has the files of its image, and of the machine only what is mounted. A path that is right outside leads nowhere inside.',
  remedy:
    'Mount the folder, and give the server its place in the container: `"args": ["run", "-i", "--rm", "-v", "/Users/me/notes:/notes", "IMAGE", "/notes"]`.',
  exceptions: 'What Docker misses itself, such as the source of a mount, is a mistake in its own options.',
};

const entry = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', '--rm', ...args] } } }),
});
const died = { exit: { code: 1, signal: null } };
const notThere = (path: string) => ({ ...died, stderr: `Error: ENOENT: no such file or directory, stat '${path}'` });

export const examples: Examples = () => [
  {
    name: 'a folder of the machine',
    fires: true,
    given: { ...entry('acme/mcp', '/Users/ann/notes'), ...notThere('/Users/ann/notes') },
    params: { path: '/Users/ann/notes' },
    says: '-v /Users/ann/notes:/Users/ann/notes',
  },
  {
    name: 'a file that the image does not have',
    fires: true,
    given: {
      ...died,
      ...entry('--entrypoint', 'node', 'acme/mcp', 'index.js'),
      stderr: "Error: Cannot find module '/app/index.js'",
    },
    says: 'the image has no such file',
  },
  {
    name: 'a file that the server makes for itself',
    fires: false,
    given: { ...entry('acme/mcp'), ...notThere('/data/state.json') },
  },
  {
    name: 'no container',
    fires: false,
    given: {
      config: JSON.stringify({ servers: { a: { command: 'acme', args: ['/Users/ann/notes'] } } }),
      ...notThere('/Users/ann/notes'),
    },
  },
];
