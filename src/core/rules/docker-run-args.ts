import { muteEnd, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { dockerRun } from '../deduce/docker-run';
import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill, safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { Value } from '../config/config-file';
import type { DockerRun } from '../deduce/docker-run';
import type { Candidate, Examples, Page, Say, Way } from './rule';

const READS = [
  'docker-run-refused',
  'docker-image-refused',
  'argument-refused',
  'entry',
  'ready',
  ...READ_OF_BARE_FAILURE,
] as const;

const MESSAGES = {
  default: 'Docker cannot run the container as it is written: {what}. Correct that option in `args`.',
  unknown: '`docker run` has no option {flag}. Correct or remove it; what is for the server stands behind the image.',
  refused:
    'Exit code {code} is Docker’s own: it could not make the container as `{flag}` has it. Start the same line in a terminal, there it says why.',
  inside:
    'Exit code {code} is Docker’s own: what it was to run is not in the image, or may not be run. Does the image have such a program?',
  image:
    'Docker takes {word} for the name of an image, and it is one of its own words: it stands twice, or behind an option without its value. Leave it out.',
  volume:
    '{volume} names a folder of this machine and no place in the container: it is not there for the server. Write `{volume}:/in/the/container`.',
  letters: 'Behind one hyphen Docker reads single letters, and {flag} is a word. Write `{right}`.',
  equals:
    'Docker takes all in front of the equals sign of {setting} for the name of the variable, and all behind it for its value, blanks included. Leave the blanks out.',
  empty: '{volume} is no volume: one side of the colon is empty. Write `/on/this/machine:/in/the/container`.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'docker-run-args',
  label: 'docker-run-args',
  cause: 'docker-run-args',
  stage: 'fetch',
  reads: READS,
  over: [
    'wrong-subcommand-or-flag',
    'argument-not-taken',
    'docker-image-unavailable',
    'runner-not-on-path',
    'runner-not-installed',
    'cwd-missing',
    'port-in-use',
    'bin-not-executable',
  ],
  messages: MESSAGES,
  match: (subject, say) => {
    const { facts } = subject;
    const refused = facts.all('docker-run-refused');
    if (refused.length > 0)
      return refused.map(({ what, evidence }) => say('default', { what }, { evidence: [evidence] }));
    const found = firstWay(facts.first('ready') ? [ownWord] : WAYS, subject, say);
    return found.length > 0 || facts.first('ready') ? found : volumes(subject, say);
  },
});

const ownWord: Here = ({ facts }, say) => {
  const word = facts.all('docker-image-refused').find(({ image }) => image !== null && OWN_WORD.test(image));
  return word?.image ? say('image', { word: word.image }, { evidence: [word.evidence] }) : null;
};

const unknownOption: Here = ({ facts, entry }, say) => {
  const options = dockerRun(entry)?.options ?? [];
  for (const { what, evidence } of facts.all('argument-refused')) {
    const option = options.find(({ safe: each }) => each.startsWith(what));
    if (option) return say('unknown', { flag: what }, { span: option.span, evidence: [evidence] });
  }
  return null;
};

/** Docker's own exit codes, of what it has not started. */
const byExitCode: Here = (subject, say) => {
  const container = dockerRun(subject.entry);
  const end = container ? muteEnd(subject) : null;
  const code = end?.exit?.code ?? null;
  if (!container || !end?.evidence || code === null) return null;
  if (code === 126 || code === 127) return say('inside', { code }, { confidence: 'likely', evidence: [end.evidence] });
  const risky = code === 125 ? container.options.find(({ safe: option }) => RISKY.test(option)) : undefined;
  if (!risky) return null;
  const more = { confidence: 'possible', span: risky.span, evidence: [end.evidence] } as const;
  return say('refused', { code, flag: risky.safe }, more);
};

const oneHyphen: Here = ({ entry, file }, say) => {
  const flag = dockerRun(entry)?.options.find(({ safe: option }) => ONE_HYPHEN.test(option));
  if (!entry || !flag) return null;
  const right = fill('-{flag}', { flag: flag.safe });
  const edits = file ? [replaceText(flag, `-${flag.raw.reveal()}`)] : [];
  const fixes = entryFix(entry, 'write-two-hyphens', fill('Write {right}', { right }), edits);
  return say('letters', { flag: flag.safe, right }, { ...shownBy(flag), fixes });
};

const blankAtEquals: Here = ({ entry, file }, say) => {
  const spaced = valuesOf(dockerRun(entry), /^(?:-e|--env)$/, /^(?:-e=?|--env=)./).find(({ raw }) =>
    BLANK_AT_EQUALS.test(raw.reveal()),
  );
  if (!entry || !spaced) return null;
  const edits = file?.problems.length === 0 ? [replaceText(spaced, spaced.raw.reveal().replace(/\s*=\s*/, '='))] : [];
  const fixes = entryFix(entry, 'trim-blanks', safe('Leave the blanks out'), edits);
  return say('equals', { setting: spaced.safe }, { ...shownBy(spaced), ...DOUBTFUL, fixes });
};

const WAYS: readonly Here[] = [ownWord, unknownOption, byExitCode, oneHyphen, blankAtEquals];

/** Each volume that has one side only. */
function volumes({ entry }: Parameters<Here>[0], say: Say<typeof MESSAGES>): readonly Candidate[] {
  return valuesOf(dockerRun(entry), /^(?:-v|--volume)$/, /^(?:-v=?|--volume=)./).flatMap((volume) => {
    const text = volume.raw.reveal().replace(/^(?:-v|--volume)=?/, '');
    if (/^:|:$/.test(text)) return [say('empty', { volume: volume.safe }, shownBy(volume))];
    const isHost = /^(?:\/(?:Users|home)\/|~|\.{1,2}(?:\/|$)|\$\{|[A-Za-z]:[/\\])/.test(text);
    const isWhole = isHost && !text.replace(/\$\{[^}]*\}|^[A-Za-z]:(?=[/\\])/g, '').includes(':');
    return isWhole ? [say('volume', { volume: volume.safe }, { ...shownBy(volume), ...DOUBTFUL })] : [];
  });
}

function shownBy({ safe: text, span }: Value): Pick<Candidate, 'span' | 'evidence'> {
  return { span, evidence: [{ kind: 'entry', line: null, text }] };
}

const DOUBTFUL = { severity: 'warning', confidence: 'likely' } as const;

/** A long option with one hyphen too few. */
const ONE_HYPHEN =
  /^-(?:rm|name|env|env-file|init|network|net|volume|mount|publish|interactive|tty|detach|user|workdir|platform|pull|entrypoint|add-host)(?:=|$)/;

/** The name of a variable with a blank behind it, or its value with one in front. */
const BLANK_AT_EQUALS = /^(?:--env=|-e=?)?[A-Z][A-Z0-9_]*(?:\s+=|=\s+\S)/i;

/** The values of an option, in an argument of their own behind it, or in that of the flag. */
function valuesOf(run: DockerRun | null, flag: RegExp, both: RegExp): readonly Value[] {
  const options = run?.options ?? [];
  return options.flatMap((option, index) => {
    const text = option.raw.reveal();
    if (flag.test(text)) return options[index + 1] ?? [];
    return both.test(text) ? [option] : [];
  });
}

/** Options by which the machine outside, or what was made before, decides whether there can be such a container. */
const RISKY =
  /^(?:-p|-v|--publish|--volume|--mount|--name|--network|--env-file|--gpus|--device|--platform|--user|-u)(?:=|$)/;

/** What is no image, though there may be one of that name somewhere. */
const OWN_WORD = /^(?:run|docker|exec|podman)(?::latest)?$/;

export const page: Page = {
  title: 'An option of `docker run` is wrong',
  what: 'Docker read the options and refused one of them, or the container could not be made with it.',
  why: 'A volume without a source, a folder that is not there, a name that another container has, a program that the image does not have.',
  remedy:
    'Try the same line in a terminal. Leave `--name` out: a second start of the same server would clash. Write volumes as `/full/path:/in/the/container`.',
  exceptions: 'An image that cannot be fetched is another cause.',
};

const died = { exit: { code: 125, signal: null } };

const container = (...options: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', ...options, 'acme/mcp'] } } }),
});

export const examples: Examples = () => [
  { name: 'a word behind one hyphen', fires: true, given: container('-rm'), params: { right: '--rm' } },
  {
    name: 'Docker’s own exit code, and a port',
    fires: true,
    given: { ...died, ...container('-p', '8000:8000') },
    params: { code: 125, flag: '-p' },
  },
  {
    name: 'a program that the image lacks, by the code alone',
    fires: true,
    given: { exit: { code: 127, signal: null }, ...container() },
    params: { code: 127 },
  },
  {
    name: 'its own word for an image',
    fires: true,
    given: {
      ...died,
      stderr:
        "Unable to find image 'run:latest' locally\ndocker: Error response from daemon: pull access denied for run, repository does not exist or may require 'docker login'",
    },
    params: { word: 'run' },
  },
  {
    name: 'an option that it does not have',
    fires: true,
    given: { ...died, ...container('--foo'), stderr: 'unknown flag: --foo\n\nUsage:  docker run [OPTIONS] IMAGE' },
    params: { flag: '--foo' },
  },
  { name: 'letters behind one hyphen', fires: false, given: container('-u', '1000') },
  {
    name: 'blanks around the equals sign',
    fires: true,
    given: container('-e', 'ACME_KEY = abc'),
    params: { setting: 'ACME_KEY = abc' },
  },
  { name: 'a blank in a value', fires: false, given: container('-e', 'ACME_TITLE=My notes') },
  { name: 'a folder without its place', fires: true, given: container('-v', '${workspaceFolder}') },
  { name: 'a side that is empty', fires: true, given: container('-v', ':/app') },
  {
    name: 'a folder in its place',
    fires: false,
    given: container('-v', '${workspaceFolder}:/app', '-v', 'C:\\Users\\u:/c'),
  },
  { name: 'a folder of the container', fires: false, given: container('-v', '/data') },
  {
    name: 'a volume',
    fires: true,
    given: { ...died, stderr: 'docker: invalid spec: :/app/papers: empty section between colons' },
  },
  {
    name: 'a name',
    fires: true,
    given: {
      ...died,
      stderr:
        'docker: Error response from daemon: Conflict. The container name "/acme" is already in use by container "0123".',
    },
  },
  {
    name: 'a program that is not in the image',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      stderr:
        'docker: Error response from daemon: OCI runtime create failed: runc create failed: exec: "acme": executable file not found in $PATH: unknown',
    },
  },
  { name: 'the server’s own words', fires: false, given: { ...died, stderr: 'Error: invalid spec of the API' } },
];
