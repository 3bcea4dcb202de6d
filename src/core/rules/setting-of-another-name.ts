import { knownServer } from '../deduce/known-server';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { isSecretName } from '../secrets/names';
import { hideShapes } from '../secrets/mask';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'setting-of-another-name',
  label: 'missing-env',
  cause: 'missing-setting',
  stage: 'settings',
  reads: ['entry', 'ready'],
  messages: {
    default: '{package} reads {right}, and not {name}: it starts without what it needs. Rename the variable.',
  },
  match: ({ entry, file, facts }, say) => {
    const known = knownServer(entry);
    const secret = known?.server.secret;
    if (!entry || !known || secret === undefined || facts.first('ready')) return [];
    if (entry.env.some(({ name }) => name === secret)) return [];
    const reads = new Set(known.server.reads);
    const named = entry.env.filter(({ name }) => isSecretName(name) && !reads.has(name));
    const [setting] = named;
    // Of several nobody knows which one was meant.
    if (!setting || named.length > 1 || !sharesService(setting.name, secret)) return [];
    const name = hideShapes(setting.name);
    const right = hideShapes(secret);
    const fixes = file
      ? entryFix(
          entry,
          'rename-setting',
          fill('Rename it to {right}', { right }),
          editorOf(file).renameKey(file, setting.nameSpan, secret),
        )
      : [];
    const evidence = [{ kind: 'entry', line: null, text: name }] as const;
    return [
      say(
        'default',
        { package: hideShapes(known.name), right, name },
        { severity: 'warning', confidence: 'likely', span: setting.nameSpan, evidence, fixes },
      ),
    ];
  },
});

/** Both names begin with the name of the same service. */
function sharesService(name: string, secret: string): boolean {
  return name.toUpperCase().split('_')[0] === secret.split('_')[0];
}

export const page: Page = {
  title: 'The server reads a variable of another name',
  what: 'The entry sets a variable that this server does not read, and not the one that it needs.',
  why: 'The name was guessed, or is right for another server of the same service: `GITHUB_TOKEN` and `GITHUB_PERSONAL_ACCESS_TOKEN`.',
  remedy: 'Rename it.',
  exceptions: 'Only servers whose released code was looked through are known here.',
};

const entry = (env: unknown, name = '@modelcontextprotocol/server-github') => ({
  config: JSON.stringify({ servers: { a: { command: 'npx', args: ['-y', name], env } } }),
});

export const examples: Examples = () => [
  {
    name: 'GitHub',
    fires: true,
    given: entry({ GITHUB_TOKEN: '${env:GITHUB_TOKEN}' }),
    params: { right: 'GITHUB_PERSONAL_ACCESS_TOKEN' },
  },
  { name: 'its own', fires: false, given: entry({ GITHUB_PERSONAL_ACCESS_TOKEN: '${env:GITHUB_TOKEN}' }) },
  { name: 'of another service', fires: false, given: entry({ GITLAB_TOKEN: '${env:X}' }) },
  {
    name: 'a server that nobody has looked at',
    fires: false,
    given: entry({ GITHUB_TOKEN: '${env:X}' }, '@acme/server-github'),
  },
];
