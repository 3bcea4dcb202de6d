import { replaceText } from '../edit';
import { fetches } from '../deduce/place-of-import';
import { packageArg } from '../deduce/package-arg';
import { fill } from '../text';
import { defineRule } from './rule';
import type { PackageArg } from '../deduce/package-arg';
import type { ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'npm-version-missing',
  label: 'npm-version-missing',
  cause: 'npm-package-missing',
  stage: 'fetch',
  reads: ['npm-version-refused', 'npm-refused'],
  messages: {
    young:
      'The version that is asked for is younger than a setting of the package client allows (`before`, `min-release-age`, `minimumReleaseAge`). Take an older version, or change that setting.',
    unnamed: 'The npm registry that was asked has no version such as is asked for. Take one that is published.',
    default: 'The npm registry that was asked has no version `{version}` of `{name}`. Take one that is published.',
  },
  match: ({ facts, entry }, say) => {
    const refused = facts.first('npm-version-refused');
    const code = facts.all('npm-refused').find(({ code: each }) => /^ETARGET$|_MATCHING_VERSION$/.test(each));
    const young = [refused?.evidence, code?.evidence].find((said) => said && YOUNG.test(said.text));
    if (young) return [say('young', {}, { confidence: 'likely', evidence: [young] })];
    // In a few words nobody names the package.
    const isNote = code !== undefined && !code.evidence.text.startsWith('npm ');
    if (!refused && code && (!entry || (isNote && fetches(entry))))
      return [say('unnamed', {}, { confidence: 'likely', evidence: [code.evidence] })];
    if (!refused) return [];
    const { name, version, evidence } = refused;
    const named = packageArg(entry, (written) => written === name);
    if (entry && !named) return []; // another package wants it: nothing in this file does
    return [
      say(
        'default',
        { name, version },
        {
          confidence: named ? 'evident' : 'likely',
          span: named?.arg.span ?? null,
          evidence: [evidence],
          fixes: entry && named ? [withoutVersion(entry, named, name)] : [],
        },
      ),
    ];
  },
});

/** npm names the date behind the version; pnpm has a code for it. */
const YOUNG = /\bwith a date before\b|\bERR_PNPM_NO_MATURE_MATCHING_VERSION\b/;

function withoutVersion(entry: ServerEntry, { arg, written }: PackageArg, name: Safe): Fix {
  const text = arg.raw.reveal();
  const at = text.indexOf(written) + written.length;
  return {
    id: 'drop-version',
    title: fill('Take the newest version of {name}', { name }),
    applicability: 'maybe',
    preferred: true,
    needs: [],
    edits: [replaceText(arg, text.slice(0, at) + text.slice(at).replace(/^@[^\s=]+/, ''))],
    trying: 'never',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'That version of the npm package does not exist',
  what: '`npx` found the package, and not the version or tag that is asked for.',
  why: 'The version was never published or was withdrawn, the tag is misspelt, or a mirror of the registry lags behind.',
  remedy: 'Take a version that `npm view NAME versions` lists, or leave the version out.',
  exceptions:
    'Where the version is one that another package needs, the fault is that package’s, and this rule does not speak.',
};

const etarget = `npm error code ETARGET
npm error notarget No matching version found for @acme/weather-mcp@9.9.9.
npm error notarget In most cases you or one of your dependencies are requesting
npm error notarget a package version that doesn't exist.`;
const config = (name: string) => JSON.stringify({ servers: { a: { command: 'npx', args: ['-y', name] } } });

export const examples: Examples = () => [
  {
    name: 'a version that is too young for a setting',
    fires: true,
    given: {
      stderr: 'npm error notarget No matching version found for acme@1.2.3 with a date before 11/1/2026, 1:00:00 AM.',
    },
    says: 'younger',
  },
  {
    name: 'of npm only its code is left',
    fires: true,
    given: { stderr: 'npm error code ETARGET' },
    says: 'no version',
  },
  {
    name: 'a version that is not there',
    fires: true,
    given: { stderr: etarget, config: config('@acme/weather-mcp@9.9.9') },
    params: { name: '@acme/weather-mcp', version: '9.9.9' },
  },
  { name: 'in a log', fires: true, given: { stderr: etarget } },
  {
    name: 'a version that another package wants',
    fires: false,
    given: { stderr: etarget, config: config('@acme/other') },
  },
];
