import { accountOf } from '../deduce/account';
import { fetches } from '../deduce/place-of-import';
import { packageArg } from '../deduce/package-arg';
import { replacePackage } from '../fixes/replace-package';
import { switchRunner } from '../fixes/switch-runner';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { PackageArg } from '../deduce/package-arg';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'npm-package-missing',
  label: 'npm-package-missing',
  cause: 'npm-package-missing',
  stage: 'fetch',
  reads: [
    'account',
    'npm-name-refused',
    'npm-refused',
    'npm-version-refused',
    'git-refused',
    'npm-name',
    'pypi-name',
    'program',
    'entry',
  ],
  messages: {
    scope: '`{name}` is no name of a package: what begins with `@` is `@scope/name`. Without the `@` it may be one.',
    dependency:
      'The release of this server needs the package `{name}`, which the npm registry that was asked does not have: the release is broken, or part of it is private. Take another version of the server.',
    told: 'A package of that name is not on npm, as it is told here. Look up how the server calls its package now.',
    unnamed: 'The npm registry that was asked has no such package. Correct the name.',
    default: 'The npm registry that was asked has no package `{name}`. Correct the name.',
    similar: 'The npm registry that was asked has no package `{name}`. Did you mean `{similar}`?',
    twin: 'The npm registry that was asked has no package `{name}`. There is one on PyPI: run it with `uvx`.',
    'twin-without':
      'The npm registry that was asked has no package `{name}`. There is one on PyPI, and `uvx`, which would run it, is not on this machine: install uv first (docs.astral.sh/uv).',
  },
  match: ({ facts, file, entry }, say) => {
    const refused = facts.first('npm-name-refused');
    const scope = entry ? scopeAlone(entry) : null;
    if (entry && scope) {
      const { arg, written } = scope;
      const name = entry.mask(written);
      const said = refused?.evidence ?? { kind: 'entry', line: null, text: name };
      const fixes = [replacePackage(entry, scope, entry.mask(written.slice(1)), true)];
      return [say('scope', { name }, { confidence: 'evident', span: arg.span, evidence: [said], fixes })];
    }
    const account = entry && !fetches(entry) ? undefined : accountOf({ facts }, 'package');
    // A number alone may be any server's, and Python has an index of its own.
    const isOther =
      !entry && /^(?:npm )?E?404(?: not found)?[.!]?$|\b(?:PyPI|uvx|pip)\b/i.test(account?.evidence.text ?? '');
    if (!refused && account && !isOther)
      return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    // Of all that npm says of it only its code is left.
    const code = facts.all('npm-refused').find(({ code: each }) => each === 'E404');
    if (!refused && code && !entry && !facts.first('npm-version-refused') && !facts.first('git-refused'))
      return [say('unnamed', {}, { confidence: 'likely', evidence: [code.evidence] })];
    if (!refused) return [];
    const { name, evidence } = refused;
    const named = packageArg(entry, (written) => written === name);
    // Nothing in this file names it: a release asks for it.
    if (refused.wantedBy === 'package' || (entry && !named))
      return [say('dependency', { name }, { confidence: 'likely', evidence: [evidence] })];
    const npm = facts.answerTo({ kind: 'npm-name', name });
    const twin = facts.answerTo({ kind: 'pypi-name', name })?.exists === 'yes';
    if (npm?.exists === 'yes') return []; // the registry that this start asked is another one
    const similar = npm?.similar ?? [];
    const [best] = similar;
    const replacements =
      entry && named ? similar.map((to, index) => replacePackage(entry, named, to, index === 0)) : [];
    const hasUvx = facts.answerTo({ kind: 'program', name: UVX });
    const isThere = hasUvx === undefined || hasUvx.onPath !== 'no' || hasUvx.places.length > 0;
    const runner = file && entry && twin && isThere ? switchRunner(file, entry, 'uvx', name, best === undefined) : null;
    const more = {
      // Another registry may have it.
      confidence: refused.isMirror ? 'possible' : 'evident',
      span: named?.arg.span ?? null,
      evidence: [evidence],
      fixes: [...replacements, ...(runner ? [runner] : [])],
      wants: [
        { kind: 'npm-name', name },
        { kind: 'pypi-name', name },
        ...(twin ? [{ kind: 'program', name: UVX } as const] : []),
      ],
    } as const;
    return [
      best
        ? say('similar', { name, similar: best }, more)
        : say(twin ? (isThere ? 'twin' : 'twin-without') : 'default', { name }, more),
    ];
  },
});

/** The package that npx is given, where its name ends with the scope. */
function scopeAlone(entry: ServerEntry): PackageArg | null {
  const first = fetches(entry) ? entry.args.find(({ safe: word }) => !word.startsWith('-')) : undefined;
  const written = /^(@[^/@]{1,100})(?:@[^/]{0,40})?$/.exec(first?.safe ?? '')?.[1];
  return first && written !== undefined ? { arg: first, written } : null;
}

/** The runner of the other ecosystem: switched to only where it is. */
const UVX = safe('uvx');

export const page: Page = {
  title: 'There is no npm package of that name',
  what: '`npx` asked the registry for the package and was told that there is none.',
  why: 'The name is misspelt, was never published, was withdrawn, or belongs to another ecosystem: many servers are on PyPI and run with `uvx`.',
  remedy:
    'Correct the name. A server that is not published must be cloned, built and started with `node` and its full path.',
  exceptions:
    'A package that you may not see gets the same answer: log in first if it is private. A private registry answers for itself: where your own `npm view` knows the name, the registry set in the server’s folder is the likelier cause, and the message says so.',
};

const e404 = `npm error code E404
npm error 404 Not Found - GET https://registry.example/@acme%2fweather-mcp - Not found
npm error 404
npm error 404  '@acme/weather-mcp@*' is not in this registry.`;

export const examples: Examples = () => [
  { name: 'of npm only its code is left', fires: true, given: { stderr: 'npm error code E404' }, says: 'no such' },
  { name: 'somebody has seen it', fires: true, given: { log: 'the package of the README was never published to npm' } },
  {
    name: 'somebody has seen it there',
    fires: false,
    given: { log: 'the package of the README was published to npm' },
  },
  {
    name: 'a range is what another package wants',
    fires: true,
    says: 'The release of this server needs',
    given: { stderr: "npm error code E404\nnpm error 404  '@acme/shared@^0.5.4' is not in this registry." },
  },
  {
    name: 'a scope, and no name behind it',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@acme-mcp"] } } }' },
    params: { name: '@acme-mcp' },
  },
  {
    name: 'a scope, and a name',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp@latest"] } } }' },
  },
  { name: 'npm 10 and later', fires: true, given: { stderr: e404 }, params: { name: '@acme/weather-mcp' } },
  {
    name: 'pnpm',
    fires: true,
    given: {
      stderr:
        'ERR_PNPM_FETCH_404  GET https://r.test/acme-mcp: Not Found - 404\n\nacme-mcp is not in the npm registry, or you have no permission to fetch it.',
    },
    params: { name: 'acme-mcp' },
  },
  {
    name: 'npm 11.6 and later',
    fires: true,
    given: {
      stderr:
        "npm error code E404\nnpm error 404  The requested resource '@acme/weather-mcp@*' could not be found or you do not have permission to access it.",
    },
    params: { name: '@acme/weather-mcp' },
  },
  {
    name: 'npm 9 and earlier, without the sentence',
    fires: true,
    given: {
      stderr: 'npm ERR! code E404\nnpm ERR! 404 Not Found - GET https://registry.example/weather-mcp - Not found',
    },
    params: { name: 'weather-mcp' },
  },
  {
    name: 'a look-up knows a better name',
    fires: true,
    given: {
      stderr: e404,
      world: [
        { kind: 'npm-name', name: safe('@acme/weather-mcp'), exists: 'no', similar: [safe('@acme/mcp-weather')] },
      ],
    },
    params: { similar: '@acme/mcp-weather' },
  },
  {
    name: 'it is one of PyPI’s',
    fires: true,
    given: {
      stderr: e404,
      world: [{ kind: 'pypi-name', name: safe('@acme/weather-mcp'), exists: 'yes', similar: [] }],
    },
  },
  {
    name: 'it is one of PyPI’s, and nothing here would run it',
    fires: true,
    given: {
      stderr: e404,
      world: [
        { kind: 'pypi-name', name: safe('@acme/weather-mcp'), exists: 'yes', similar: [] },
        { kind: 'program', name: safe('uvx'), onPath: 'no', places: [] },
      ],
    },
  },
  {
    name: 'a dependency is missing, not the package',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "other-mcp"] } } }', stderr: e404 },
  },
  {
    name: 'the version is missing, not the package',
    fires: false,
    given: { stderr: 'npm error code ETARGET\nnpm error notarget No matching version found for weather-mcp@9.9.9.' },
  },
];
