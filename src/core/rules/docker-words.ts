import { dockerRun } from '../deduce/docker-run';
import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { dockerSlip, lateOptions } from '../launch/docker-slip';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { DockerRun } from '../deduce/docker-run';
import type { Fix } from '../fixes/fix';
import type { DockerSlip } from '../launch/docker-slip';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'docker-words',
  label: 'docker-run-args',
  cause: 'docker-run-args',
  stage: 'entry',
  reads: ['entry', 'ready', 'file-missing', 'script-missing'],
  over: ['docker-run-args', 'docker-image-unavailable', 'missing-env', 'path-outside-container', 'script-path-wrong'],
  messages: {
    late: '{word} stands behind the image: what runs in the container gets it, and Docker does not. Put it in front of `{right}`.',
    apart:
      'Docker takes {word} for a variable without a value, and the word behind it for the image. Write name and value as one: `{right}`.',
    colon: 'Docker wants an equals sign between the name of a variable and its value. Write `{right}`.',
    nameless:
      '`-e` takes the word behind it for a variable, and that is {word}, the image. Write the variable between them, or leave `-e` out.',
    valued:
      '`-e` takes what is written alone for a name, and {word} stands for a value: the container gets a variable of that name, and not the one that is meant. Write `{right}`.',
    tilde: 'No shell reads this line, and Docker does not know what `~` is in {word}. Write the whole path.',
    target: 'A mount needs its place in the container as well, and {word} names none. Add `,dst=/in/the/container`.',
    blanks: 'Docker takes the blanks in {word} for a part of the names behind them. Write `{right}`.',
    outside: '{word} is a folder of this machine, and what runs in the container has it under another name: `{right}`.',
  },
  match: ({ facts, entry, file }, say) => {
    const run = entry?.transport === 'stdio' && !facts.first('ready') ? dockerRun(entry) : null;
    const slip = run && dockerSlip(wordsOf(run));
    const at =
      slip && entry?.args.find(({ raw }) => raw.reveal() === slip.word || raw.reveal().endsWith(`=${slip.word}`));
    if (!run || !slip || !at || !entry) return [];
    const params = { word: at.safe, right: slip.right === null ? safe('…') : entry.mask(slip.right) };
    const missed = [...facts.all('file-missing'), ...facts.all('script-missing')].find(
      ({ path }) => path === slip.word,
    );
    const written = { kind: 'entry', line: null, text: at.safe } as const;
    const more = {
      severity: 'warning',
      confidence: missed || !DOUBTFUL.has(slip.is) ? 'evident' : 'likely',
      span: at.span,
      evidence: missed ? [written, missed.evidence] : [written],
      fixes: file ? corrected(file, entry, run, slip) : [],
    } as const;
    return [say(slip.is, params, more)];
  },
});

/** What may be meant as it is written, unless it is seen to be missing. */
const DOUBTFUL: ReadonlySet<DockerSlip['is']> = new Set(['apart', 'outside', 'late']);

function wordsOf({ options, image, behind }: DockerRun) {
  const reveal = ({ raw }: DockerRun['run']) => raw.reveal();
  return { options: options.map(reveal), image: image && reveal(image), behind: behind.map(reveal) };
}

/** Only where it is known what was meant. */
function corrected(
  file: ConfigFile,
  entry: ServerEntry,
  run: DockerRun,
  { is, word, right }: DockerSlip,
): readonly Fix[] {
  if (entry.keys.isCommandLine || file.problems.length > 0 || right === null) return [];
  const value = entry.args.find(({ raw }) => raw.reveal() === word);
  if (!value) return [];
  if (is === 'late') {
    const late = lateOptions(wordsOf(run)).flatMap((at) => run.behind[at] ?? []);
    const words = entry.args.filter(({ span }) => !late.some((each) => each.span.offset === span.offset));
    const isImage = ({ span }: Value) => span.offset === run.image?.span.offset;
    const args = words.flatMap((arg) => (isImage(arg) ? [...late, arg] : [arg])).map(({ raw }) => raw.reveal());
    const edits = editorOf(file).setProperties(file, entry.path, { [entry.keys.args]: args });
    return entryFix(entry, 'put-before-image', safe('Put it in front of the image'), edits);
  }
  const title = fill('Write {right}', { right: entry.mask(right) });
  if (is !== 'apart') return entryFix(entry, 'write-word', title, [replaceText(value, right)]);
  const rest = run.image ? editorOf(file).replaceItem(file, run.image, []) : [];
  return entryFix(entry, 'write-word', title, [replaceText(value, right), ...rest]);
}

export const page: Page = {
  title: 'A word that Docker takes for something else',
  what: 'The line of `docker run` is read word by word: options, the image, then what is for the container. A word stands where it means something else than was meant.',
  why: 'What a shell does with a line, nobody does here: it knows `~`, and people see what belongs together. An option was added at the end, where it is the container’s.',
  remedy: 'Options with their values first, then the image, then what is for the program in it.',
  exceptions: 'Words that what runs in the container may take as well are left alone.',
};

const run = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', '--rm', ...args] } } }),
});

export const examples: Examples = () => [
  {
    name: 'a variable behind the image',
    fires: true,
    given: run('acme/mcp', '-e', 'ACME_KEY=abc'),
    params: { word: '-e' },
  },
  { name: 'an option of what runs in it', fires: false, given: run('acme/mcp', '-e', 'production') },
  {
    name: 'a value apart from its name',
    fires: true,
    given: run('-e', 'ACME_MODE', 'fast', 'acme/mcp'),
    params: { right: 'ACME_MODE=fast' },
  },
  { name: 'a variable that is handed on', fires: false, given: run('-e', 'ACME_MODE', 'acme/mcp') },
  {
    name: 'a colon',
    fires: true,
    given: run('-e', 'ACME_MODE: fast', 'acme/mcp'),
    params: { right: 'ACME_MODE=fast' },
  },
  { name: 'no variable', fires: true, given: run('-e', 'acme/mcp'), params: { word: 'acme/mcp' } },
  {
    name: 'a value without a name',
    fires: true,
    given: run('-e', '${ACME_TOKEN}', 'acme/mcp'),
    params: { word: '${ACME_TOKEN}', right: 'ACME_TOKEN=${ACME_TOKEN}' },
  },
  { name: 'a value with its name', fires: false, given: run('-e', 'ACME_TOKEN=${ACME_TOKEN}', 'acme/mcp') },
  { name: 'a home', fires: true, given: run('-v', '~/data:/data', 'acme/mcp'), params: { word: '~/data:/data' } },
  { name: 'a whole path', fires: false, given: run('-v', '/srv/data:/data', 'acme/mcp') },
  { name: 'a mount to nowhere', fires: true, given: run('--mount', 'type=bind,src=/srv/data', 'acme/mcp') },
  { name: 'a mount', fires: false, given: run('--mount', 'type=bind,src=/srv/data,dst=/data', 'acme/mcp', '/data') },
  {
    name: 'a mount with blanks',
    fires: true,
    given: run('--mount', 'type=bind, src=/srv/data, dst=/data', 'acme/mcp'),
    params: { right: 'type=bind,src=/srv/data,dst=/data' },
  },
  {
    name: 'a folder by its name outside',
    fires: true,
    given: run('-v', '/srv/data:/data', 'acme/mcp', '/srv/data/notes'),
    params: { right: '/data/notes' },
  },
  { name: 'a folder of the same name', fires: false, given: run('-v', '/srv/data:/srv/data', 'acme/mcp', '/srv/data') },
];
