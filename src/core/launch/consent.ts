import { parseEnvFile } from '../config/env-file';
import { briefly, faithful, faithfulWord, joined, quotedWord } from '../faithful';
import { isSecretName } from '../secrets/names';
import { decidesCode } from './code-deciding';
import type { Faithful } from '../faithful';
import type { HttpPlan, LaunchPlan, StdioPlan } from './launch-plan';

/** Makes a digest that cannot be turned back: salted by whoever keeps consents. */
export type Digest = (text: string) => string;

/**
 * What consent is given to, as one string to remember: client policy, program and args as they would start, cwd, a
 * digest of every value the entry sets, and of its envFile. Change any of it and the question is asked again.
 */
export function consentUnit(plan: LaunchPlan, digest: Digest): string {
  const settingsOf = (settings: readonly (readonly [string, string | null])[]) =>
    settings.map(([name, value]) => [name, value === null ? null : digest(value)]);
  if (plan.kind === 'http')
    return JSON.stringify([
      plan.client.id,
      plan.transport,
      digest(plan.url.reveal()),
      settingsOf(plan.headers.reveal()),
    ]);
  return JSON.stringify([
    plan.client.id,
    plan.environment.policy,
    digest(JSON.stringify([plan.command.reveal(), plan.args.reveal()])),
    plan.cwd,
    settingsOf(plan.settings.reveal()),
    plan.envFile && [plan.envFile.path, plan.envFile.kind === 'read' ? digest(plan.envFile.text.reveal()) : null],
  ]);
}

/** The program that would be started, and what it is a link to. */
export interface FoundProgram {
  readonly path: string;
  readonly realPath: string;
}

/**
 * What a person is asked: `line` and `note` are what stands in a list of several, `short` is what fits a dialog,
 * `everything` has every value besides, and hides nothing.
 */
export interface ConsentQuestion {
  readonly server: Faithful;
  readonly line: Faithful;
  /** What else is agreed to, by name; empty where there is nothing. */
  readonly note: Faithful;
  /** It sets what decides which code runs: in a list it is not agreed to beforehand. */
  readonly hasDeciding: boolean;
  readonly short: readonly Faithful[];
  /** What is agreed to of every server in the same words. */
  readonly always: readonly Faithful[];
  readonly everything: readonly Faithful[];
}

/** The question before a remote server is called: the address, and what goes there. */
export function callQuestion({ server, url, headers, proxy }: HttpPlan): ConsentQuestion {
  const names = headers.reveal().map(([name]) => faithfulWord(name));
  const through = proxy ? [faithful`Through the proxy: ${faithfulWord(proxy.reveal().host)}`] : [];
  const sent = names.length > 0 ? [faithful`With the headers: ${joined(names, ', ')}`] : [];
  const lines = [
    ...sent,
    ...through,
    faithful`Nothing is started on this machine. Where the server asks for a sign-in, it is asked how, without credentials.`,
  ];
  return {
    server: quotedWord(server),
    line: faithful`calls ${briefly(url.reveal())}`,
    note: names.length > 0 ? faithful`sends ${joined(names, ', ')}` : faithful``,
    hasDeciding: false,
    always: [],
    short: [faithful`Calls: ${briefly(url.reveal())}`, ...lines],
    everything: [
      faithful`Calls: ${faithfulWord(url.reveal())}`,
      ...headers.reveal().map((header) => faithful`Sends: ${assignment(header)}`),
      ...lines,
    ],
  };
}

/** The question: exactly what would start, and what else that agrees to. `program` is null where none is found. */
export function consentQuestion(plan: StdioPlan, program: FoundProgram | null): ConsentQuestion {
  const settings = plan.settings.reveal();
  const deciding = settings.filter(([name]) => decidesCode(name));
  const ofFile = plan.envFile?.kind === 'read' ? Object.entries(parseEnvFile(plan.envFile.text.reveal())) : [];
  const where = [programLine(program), faithful`In: ${faithfulWord(plan.cwd)}`];
  const more = [...(mayChange(plan) ? [faithful`Whatever is published under that name later will run, too.`] : [])];
  return {
    server: quotedWord(plan.server),
    line: joined(commandWords(plan, briefly), ' '),
    note: joined(notesOf(plan, deciding, ofFile.length), ', '),
    always: [TRIALS],
    hasDeciding: deciding.length > 0 || ofFile.some(([name]) => decidesCode(name)),
    short: [
      faithful`Runs: ${joined(commandWords(plan, briefly), ' ')}`,
      ...where,
      environmentLine(plan, ofFile.length),
      ...deciding.map((setting) => faithful`Sets: ${assignment(setting)}`),
      ...ofFile.filter(([name]) => decidesCode(name)).map((setting) => faithful`The file sets: ${assignment(setting)}`),
      ...more,
    ],
    everything: [
      faithful`Runs: ${joined(commandWords(plan, faithfulWord), '\n      ')}`,
      ...where,
      environmentLine(plan, ofFile.length),
      ...settings.map((setting) => faithful`Sets: ${assignment(setting)}`),
      ...ofFile.map((setting) => faithful`The file sets: ${assignment(setting)}`),
      ...more,
    ],
  };
}

const TRIALS = faithful`To prove a cure, the same program may be started again from another of your own folders, with PATH added or with placeholders for keys that it misses.`;

/** What goes beyond the command line, in a few words each; of what decides which code runs the values, too. */
function notesOf(
  { settings, probeClass, envFile }: StdioPlan,
  deciding: readonly (readonly [string, string | null])[],
  valuesOfFile: number,
): readonly Faithful[] {
  const names = settings.reveal().flatMap(([name]) => (decidesCode(name) ? [] : [faithfulWord(name)]));
  return [
    ...(probeClass.code === 'downloads' ? [faithful`may download it`] : []),
    ...deciding.map((setting) => faithful`sets ${assignment(setting)}`),
    ...(names.length > 0 ? [faithful`gets ${joined(names, ', ')}`] : []),
    ...(envFile ? [faithful`gets ${valuesOfFile} values from ${faithfulWord(envFile.path)}`] : []),
  ];
}

function programLine(program: FoundProgram | null): Faithful {
  if (!program) return faithful`Which is: nothing that is there now`;
  const { path, realPath } = program;
  return path === realPath
    ? faithful`Which is: ${faithfulWord(path)}`
    : faithful`Which is: ${faithfulWord(path)}, a link to ${faithfulWord(realPath)}`;
}

function environmentLine({ client, settings, envFile }: StdioPlan, valuesOfFile: number): Faithful {
  const names = settings.reveal().map(([name]) => faithfulWord(name));
  const own = names.length > 0 ? faithful`, and ${joined(names, ', ')}` : faithful``;
  const file = envFile ? faithful`, and ${valuesOfFile} values from ${faithfulWord(envFile.path)}` : faithful``;
  return faithful`With: the environment that ${joined(client.name.split(' ').map(faithfulWord), ' ')} gives its servers${own}${file}`;
}

function assignment([name, value]: readonly [name: string, value: string | null]): Faithful {
  return value === null
    ? faithful`${faithfulWord(name)} to nothing`
    : faithful`${faithfulWord(name)}=${faithfulWord(value)}`;
}

/** Program and args, each in the one way in which it can be read. `hide` writes what stands behind a secret's flag. */
function commandWords({ command, args }: StdioPlan, hide: (value: string) => Faithful): readonly Faithful[] {
  const words = args.reveal().map((arg, index, all) => {
    const [, flag = '', value = ''] = /^(--?[A-Za-z][\w-]{0,80}=)(.+)$/s.exec(arg) ?? [];
    if (isSecretName(flag)) return faithful`${faithfulWord(flag)}${hide(value)}`;
    const before = all[index - 1] ?? '';
    const isValue = /^--?[A-Za-z][\w-]{0,80}$/.test(before) && !arg.startsWith('-') && isSecretName(before);
    return isValue ? hide(arg) : faithfulWord(arg);
  });
  return [faithfulWord(command.reveal()), ...words];
}

/** What is run is fetched, and not named with an exact version, or something else is added to it. */
function mayChange({ args, probeClass }: StdioPlan): boolean {
  if (probeClass.code !== 'downloads') return false;
  const words = args.reveal();
  const addsMore = words.some((arg) => /^(?:-p|--package|--with|--from)\b/.test(arg));
  return addsMore || !/(?:@|==)\d+\.\d+\.\d+$/.test(words.find((arg) => !arg.startsWith('-')) ?? '');
}
