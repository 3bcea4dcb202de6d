import { isBareFailure, muteEnd, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { missingScript, READ_OF_MISSING_SCRIPT } from '../deduce/missing-script';
import { placeOfImport } from '../deduce/place-of-import';
import { captured, safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'build-missing',
  label: 'build-missing',
  cause: 'project-not-prepared',
  stage: 'load',
  reads: [...READ_OF_MISSING_SCRIPT, ...READ_OF_BARE_FAILURE, 'module-missing', 'file', 'project-unprepared'],
  over: ['script-path-wrong'],
  messages: {
    default:
      '{path} is made by a build, and the project was not built. Install its dependencies and build it in its folder.',
    partial:
      '{path} is missing in what the build has made, and another file of that asks for it. Build the project again. A name without an ending is a mistake in the source: Node.js wants the `.js` behind it.',
    told: 'What the entry starts is made by a build, and the project was not built. Install its dependencies and build it in its folder.',
    unknown: '{path} looks like what a build makes: the project may not have been built.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const script = missingScript(subject);
    const told = facts.all('project-unprepared').find(({ lacks }) => lacks === 'build');
    if (told?.what) return [say('default', { path: told.what }, { confidence: 'likely', evidence: [told.evidence] })];
    if (told) return [say('told', {}, { confidence: 'likely', evidence: [told.evidence] })];
    const part = facts.all('module-missing').find(({ specifier, importer }) => isPart(specifier, importer));
    if (part && !script && placeOfImport(part, entry) !== 'installed')
      return [say('partial', { path: part.specifier }, { confidence: 'likely', evidence: [part.evidence] })];
    const built = entry && !script ? builtScript(entry) : undefined;
    if (built && (isBareFailure(subject) || muteEnd(subject)?.exit?.code === 1))
      return [say('unknown', { path: built.safe }, suggestedBy(built))];
    if (!script?.wanted) return [];
    const { path, evidence, wanted } = script;
    const is = facts.answerTo(wanted)?.is ?? 'unknown';
    if (is === 'nothing' || is === 'folder') return [];
    const span = entry?.args.find(({ safe: arg }) => arg === path)?.span ?? null;
    const more = { span, evidence: [evidence], wants: [wanted] };
    // A script of the project's own names it, and not the person.
    const isOfProject = entry !== null && /^(?:npm|pnpm|yarn)$/.test(entry.program) && span === null;
    return is === 'unknown' && !isOfProject
      ? [say('unknown', { path }, { ...more, severity: 'information', confidence: 'possible' })]
      : [say('default', { path }, { ...more, confidence: 'likely', fixes: building(wanted.path) })];
  },
});

/** The file that an entry runs, in a folder that a build makes, and that no package brings. */
function builtScript({ program, args }: ServerEntry): Value | undefined {
  const script = program === 'node' ? args.find(({ safe: word }) => !word.startsWith('-')) : undefined;
  return script && MADE.test(script.safe) && !/\bnode_modules\b/.test(script.safe) ? script : undefined;
}

const MADE = /(?:^|[/\\])(?:dist|build|out)[/\\].*\.[cm]?js$/;

/** Both are made by the same build, of a project that nobody has installed as a package. */
function isPart(specifier: string, importer: string | null): boolean {
  const [, folder] = (importer && /^(.*[/\\](?:dist|build|out)[/\\])/.exec(importer)) || [];
  return folder !== undefined && specifier.startsWith(folder) && !/\bnode_modules\b/.test(folder);
}

/** What builds most projects, typed into a terminal in the folder of this one. */
function building(manifest: Safe): readonly Fix[] {
  const [, cwd] = captured(manifest, /^(.*)[/\\]package\.json$/) ?? [];
  return [
    {
      id: 'build-project',
      title: safe('Install its dependencies and build it'),
      applicability: 'maybe',
      preferred: true,
      needs: [],
      edits: [],
      command: { line: safe('npm install && npm run build'), cwd: cwd ?? null },
      trying: 'never',
      entryPath: null,
    },
  ];
}

export const page: Page = {
  title: 'The project was not built',
  what: 'The entry starts a file below `dist`, `build`, `out` or `lib`, which is made from the source, and it is not there.',
  why: 'The repository was cloned, and neither installed nor built; or its build failed or writes elsewhere.',
  remedy:
    'In the folder of the project, `npm install` and `npm run build` (or what its README says). Then start it again.',
  exceptions: 'Where the build is there and only its path is another one, correct the path in `args`.',
};

const died = { exit: { code: 1, signal: null } };
const said = (path: string) =>
  `node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\nError: Cannot find module '${path}'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)`;

export const examples: Examples = () => [
  {
    name: 'what a script of the project starts',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "npm", "args": ["--prefix", "/srv/acme", "start"] } } }',
      stderr: "Error: Cannot find module '/srv/acme/dist/index.js'",
    },
    params: { path: '/srv/acme/dist/index.js' },
  },
  {
    name: 'what a compiler makes',
    fires: true,
    given: { ...died, stderr: 'zsh: no such file or directory: ./target/release/acme-mcp' },
    params: { path: './target/release/acme-mcp' },
  },
  {
    name: 'the server says it',
    fires: true,
    given: { ...died, stderr: 'This server has not been built yet' },
    says: 'was not built',
  },
  {
    name: 'the end alone, of what a build makes',
    fires: true,
    given: {
      config: '{ "mcpServers": { "a": { "command": "node", "args": ["/srv/acme/dist/index.js"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    params: { path: '/srv/acme/dist/index.js' },
  },
  {
    name: 'the same, of what a package brings with it',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "node", "args": ["/srv/acme/node_modules/b/dist/index.js"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'a part of it',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/srv/acme/build/hub/Factory' imported from /srv/acme/build/services/Service.js",
    },
    params: { path: '/srv/acme/build/hub/Factory' },
  },
  {
    name: 'the project is there',
    fires: true,
    given: {
      ...died,
      stderr: said('/srv/acme/dist/index.js'),
      world: [{ kind: 'file', path: safe('/srv/acme/package.json'), is: 'file' }],
    },
    params: { path: '/srv/acme/dist/index.js' },
    confidence: 'likely',
  },
  {
    name: 'there is no project',
    fires: false,
    given: {
      ...died,
      stderr: said('/srv/acme/dist/index.js'),
      world: [{ kind: 'file', path: safe('/srv/acme/package.json'), is: 'nothing' }],
    },
  },
  { name: 'a source', fires: false, given: { ...died, stderr: said('/srv/acme/src/index.js') } },
  {
    name: 'a published package',
    fires: false,
    given: { ...died, stderr: said('/home/u/.npm/_npx/15c61037b1978c83/node_modules/acme/dist/index.js') },
  },
];
