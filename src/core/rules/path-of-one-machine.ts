import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { fill } from '../text';
import { defineRule } from './rule';
import type { VariableSyntax } from '../clients';
import type { FactOf } from '../facts';
import type { Safe } from '../text';
import type { ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'path-of-one-machine',
  label: 'script-path-wrong',
  cause: 'path-or-cwd-wrong',
  stage: 'entry',
  ofWholeFile: true,
  reads: ['path-of-one-machine', 'path-with-backslashes', 'file', 'ready'],
  messages: {
    person:
      '{path} leads into the home directory of {person}: this file goes with the project, and others have no such path.',
    default: '{path} is a path of one machine: this file goes with the project, and others have no such path.',
    backslashes:
      '{path} is a path on Windows only: elsewhere a backslash is part of a name. With / it works on every system.',
  },
  asks: ({ facts, plan }) =>
    plan?.kind === 'stdio'
      ? facts
          .all('path-of-one-machine')
          .flatMap(({ path, where }) => (path === where.raw.reveal() ? [{ kind: 'file', path }] : []))
      : [],
  match: ({ facts, entry, file, plan, reader }, say) => {
    // Where it is there, this is the machine.
    const isHere = (path: Safe): boolean =>
      !['nothing', 'unknown'].includes(facts.answerTo({ kind: 'file', path })?.is ?? 'unknown');
    const severity = facts.first('ready') ? 'information' : 'warning';
    const variables = (plan?.location ?? reader?.location)?.variables;
    const more = (fact: { where: FactOf<'path-of-one-machine'>['where'] }, fixes: readonly Fix[]) =>
      ({
        severity,
        confidence: 'likely',
        span: fact.where.span,
        evidence: [{ kind: 'entry', line: null, text: fact.where.safe }],
        fixes,
      }) as const;
    return [
      ...facts.all('path-of-one-machine').map((fact) => {
        const fixes = file && entry && variables ? fromFolder(entry, fact, variables) : [];
        const { path, person } = fact;
        const said = { ...more(fact, fixes), ...(isHere(path) && ({ severity: 'information' } as const)) };
        return person === null
          ? say('default', { path }, said)
          : say('person', { path, person: hideShapes(person) }, said);
      }),
      ...facts.all('path-with-backslashes').map((fact) => {
        const { path, where } = fact;
        const slashes = replaceText(where, where.raw.reveal().replaceAll('\\', '/'));
        return say(
          'backslashes',
          { path },
          more(fact, file && entry ? entryFix(entry, 'use-slashes', fill('Write it with /', {}), [slashes]) : []),
        );
      }),
    ];
  },
});

/** From the folder of the workspace, where the path leads into it and this client has a variable for that. */
function fromFolder(
  entry: ServerEntry,
  { where, inWorkspace }: FactOf<'path-of-one-machine'>,
  syntax: VariableSyntax,
): readonly Fix[] {
  if (inWorkspace === null || (syntax !== 'vscode' && syntax !== 'env-colon')) return [];
  const edit = replaceText(where, `\${workspaceFolder}/${inWorkspace}`);
  return entryFix(entry, 'from-workspace-folder', fill('Write it from ${workspaceFolder}', {}), [edit], 'maybe');
}

export const page: Page = {
  title: 'A path of one machine in a file for many',
  what: 'The file lies in the project and goes to everybody who has it. A path in it leads where only one person, or one machine, has something.',
  why: 'The client, or its author, wrote the full path that was right at that time and place.',
  remedy:
    'Write it from the project: `${workspaceFolder}/…` where the client has that, else relative to the folder that it starts servers in. Or keep the entry in your own settings.',
  exceptions:
    'A user’s own file is right with such paths. Paths into the same home directory as the file’s, into folders of the system, and of usual containers are left alone.',
};

const entry = (args: readonly string[], path = '/home/ann/acme/.vscode/mcp.json', root = 'servers') => ({
  path,
  config: JSON.stringify({ [root]: { a: { command: 'node', args } } }),
});

export const examples: Examples = () => [
  { name: 'somebody else’s home', fires: true, given: entry(['/Users/bob/acme/dist/a.js']), params: { person: 'bob' } },
  { name: 'a drive', fires: true, given: entry(['D:\\work\\acme\\a.js']) },
  { name: 'backslashes', fires: true, given: entry(['.\\dist\\a.js']) },
  { name: 'the same person', fires: false, given: entry(['/home/ann/other/a.js']) },
  {
    name: 'a user’s own file',
    fires: false,
    given: entry(['/Users/bob/acme/a.js'], '/h/claude_desktop_config.json', 'mcpServers'),
  },
  { name: 'where programs are', fires: false, given: entry(['C:\\Program Files\\acme\\a.js']) },
  {
    name: 'the account of an image',
    fires: false,
    given: entry(['/home/node/a.js', '/root/x', '/workspaces/acme/a.js']),
  },
  {
    name: 'in a container',
    fires: false,
    given: {
      path: '/w/.vscode/mcp.json',
      config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', 'acme', '/home/acme/a.js'] } } }),
    },
  },
];
