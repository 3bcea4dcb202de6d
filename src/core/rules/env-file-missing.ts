import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { clientNameOf } from '../deduce/client-name';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Question } from '../facts';
import type { LaunchPlan } from '../launch/launch-plan';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'env-file-missing',
  label: 'missing-env',
  cause: 'missing-setting',
  stage: 'settings',
  ofWholeFile: true,
  reads: ['env-file', 'file', 'ready'],
  over: ['missing-env'],
  messages: {
    relative:
      '{client} looks for {path} from the folder of its own process, and not from the workspace. Write {right}.',
    missing:
      'There is no {path} on this machine: {client} does not start a server whose `envFile` it cannot read. Correct the path, or make the file.',
  },
  asks: ({ plan }) => asked(plan),
  match: (subject, say) => {
    const { facts, entry, file, plan } = subject;
    const found = facts.first('env-file');
    if (!found || !entry || facts.first('ready')) return [];
    const client = clientNameOf(subject);
    const { path, where, isRelative } = found;
    const evidence = [{ kind: 'entry', line: null, text: path }] as const;
    if (isRelative) {
      const reference = `\${workspaceFolder}/${where.raw.reveal().replace(/^\.[/\\]/, '')}`;
      const fixes = file
        ? entryFix(entry, 'from-workspace-folder', fill('Write it from ${workspaceFolder}', {}), [
            replaceText(where, reference),
          ])
        : [];
      return [
        say(
          'relative',
          { client, path, right: entry.mask(reference) },
          { severity: 'warning', confidence: 'likely', span: where.span, evidence, fixes },
        ),
      ];
    }
    const [question] = asked(plan);
    if (!question || facts.answerTo(question)?.is !== 'nothing') return [];
    return [say('missing', { client, path: question.path }, { confidence: 'likely', span: where.span, evidence })];
  },
});

/** Where its path is plain, and known. */
function asked(plan: LaunchPlan | null): readonly (Question & { readonly kind: 'file' })[] {
  const path =
    plan?.kind === 'stdio' && plan.unresolved.length === 0 && plan.unset.length === 0 ? plan.envFile?.path : undefined;
  if (plan?.kind !== 'stdio' || path === undefined) return [];
  const safe = plan.mask(path);
  return safe === path ? [{ kind: 'file', path: safe }] : [];
}

export const page: Page = {
  title: 'The envFile is not there',
  what: 'The entry names a file with variables, and the client does not find it.',
  why: 'The file is kept out of the repository and was not made here yet. Or its path is relative: VS Code takes that from the folder of its own process.',
  remedy: 'Write `"envFile": "${workspaceFolder}/.env"`, and make the file.',
  exceptions: 'Clients that do not read `envFile` are told apart.',
};

const given = (envFile: string, is: 'nothing' | 'file' = 'file') => ({
  config: JSON.stringify({ servers: { a: { command: 'acme', envFile } } }),
  world: [{ kind: 'file', path: fill('/w/.env', {}), is } as const],
});

export const examples: Examples = () => [
  { name: 'relative', fires: true, given: given('.env'), says: 'from the folder of its own process' },
  { name: 'not there', fires: true, given: given('${workspaceFolder}/.env', 'nothing'), params: { path: '/w/.env' } },
  { name: 'there', fires: false, given: given('${workspaceFolder}/.env') },
];
