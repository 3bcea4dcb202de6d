import { isCalledTool, isInterpreter, isRunner } from '../deduce/interpreters';
import { fetches, isOwnDescription, placeOfImport } from '../deduce/place-of-import';
import { packageOf } from '../deduce/package-of';
import { missingFromRelease } from '../deduce/missing-from-release';
import { stdioPlan } from '../launch/launch-plan';
import { programName } from '../launch/program-name';
import { captured, fill, safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { Evidence } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page, Way } from './rule';

const READS = [
  'module-missing',
  'module-unnamed',
  'script-missing',
  'npm-not-empty',
  'npm-release',
  'release-told',
  'cache-damaged',
  'command-not-found',
  'ended',
] as const;

const MESSAGES = {
  published:
    'What npx has installed is incomplete: the release has {what}, and the installation has not. Delete its folder in the cache, and it is installed anew.',
  default:
    'What npx has installed is incomplete: {file} is missing. Delete its folder in the cache, and it is installed anew.',
  renamed:
    'npx cannot put a package in the place of what is left of an earlier installation. Delete its folder in the cache, and it is installed anew.',
  damaged:
    'What the package client keeps of an earlier download is damaged. Clear it (`npm cache clean --force`, and delete the `_npx` folder in it; `uv cache clean`), and it is fetched anew.',
  code: 'It ended with exit code {code}, and that is how npm says that a folder was in its way that is not empty: what is left of an earlier installation. Delete the `_npx` folder in its cache.',
  bin: 'What npx has installed may lack the link to the program `{name}`: then the installation was cut short. Delete the `_npx` folder in its cache, and it is installed anew.',
  module:
    'What npx has installed lacks a part that it needs: the installation was cut short, or the release was published without it. Delete the `_npx` folder in its cache; where that does not help, take another version.',
  package:
    'What npx has installed lacks the package `{name}`: the installation was cut short, or the release never named it. Delete its folder in the cache; where that does not help, take another version.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'npx-cache-corrupt',
  label: 'npx-cache-corrupt',
  cause: 'npx-cache-corrupt',
  stage: 'load',
  reads: READS,
  messages: MESSAGES,
  match: (subject, say) => firstWay(WAYS, subject, say),
});

const damaged: Here = ({ facts }, say) => {
  const found = facts.first('cache-damaged');
  return found ? say('damaged', {}, likely(found.evidence)) : null;
};

/** npm found a folder in its way. */
const renamed: Here = ({ facts }, say) => {
  const left = facts.first('npm-not-empty');
  if (left?.path && /[/\\](?:_npx|_cacache)[/\\]/.test(left.path))
    return say('renamed', {}, { evidence: [left.evidence], fixes: clearing(left.path) });
  return left?.path === null ? say('renamed', {}, likely(left.evidence)) : null;
};

/** The same by the number alone with which it ended. */
const byExitCode: Here = ({ facts, entry, plan }, say) => {
  const ended = facts.first('ended');
  const command = stdioPlan(plan)?.shown.command ?? entry?.command?.safe ?? null;
  // Of a log nobody knows what was started.
  const isNpm = command === null || /^np[mx]$/.test(programName(command));
  const confidence = command === null ? 'possible' : 'likely';
  return ended?.evidence && NOT_EMPTY.has(ended.exit?.code ?? 0) && isNpm
    ? say('code', { code: ended.exit?.code ?? 0 }, { confidence, evidence: [ended.evidence] })
    : null;
};

/** A file in the folder of an installation that is not there. */
const goneFile: Here = ({ facts }, say) => {
  const gone = [
    ...facts.all('command-not-found').map(({ program, evidence }) => ({ path: program, evidence })),
    ...facts.all('script-missing'),
  ].find(({ path }) => /[/\\]_npx[/\\]/.test(path));
  return gone ? say('default', { file: gone.path }, { ...likely(gone.evidence), fixes: clearing(gone.path) }) : null;
};

const goneProgram: Here = ({ facts, entry }, say) => {
  const brought = entry && fetches(entry) ? facts.first('command-not-found') : undefined;
  return brought && isProgramOfPackage(brought.program) && !isCalledTool(brought.program)
    ? say('bin', { name: brought.program }, possible(brought.evidence))
    : null;
};

/** A module whose place nobody shows. */
const unplacedModule: Here = ({ facts, entry }, say) => {
  const unnamed = entry && fetches(entry) ? facts.first('module-unnamed') : undefined;
  if (unnamed) return say('module', {}, possible(unnamed.evidence));
  const missing = facts.first('module-missing');
  // A relative path is `require`'s, which needs no ending.
  const isFile = missing?.isFile === true && (CODE.test(missing.specifier) || missing.specifier.startsWith('.'));
  return missing && isFile && placeOfImport(missing, entry) === 'either'
    ? say('module', {}, possible(missing.evidence))
    : null;
};

/** A module of what was installed, which the release has, or may have. */
const goneModule: Here = (subject, say) => {
  const { facts, entry } = subject;
  const missing = facts.first('module-missing');
  if (!missing || placeOfImport(missing, entry) !== 'installed') return null;
  const isUnplaced = missing.importer === null && !missing.inCache;
  if (!missing.inCache && !isUnplaced && entry?.program !== 'npx') return null;
  const { specifier, importer, isFile, evidence } = missing;
  const release = missingFromRelease(subject, missing);
  if (release?.isPublished === 'no') return null;
  const more = {
    evidence: [evidence],
    fixes: clearing(importer ?? specifier),
    wants: release ? [release.question] : [],
  };
  if (release?.isPublished === 'yes') return say('published', { what: release.question.lacks }, more);
  // A file deep in a package, by its path there: no version has another.
  if (/^(?:@[\w.-]+\/)?[\w.-]+\/(?:dist|lib|build)\//.test(specifier) && !SDK.test(specifier))
    return say('package', { name: specifier }, { ...more, confidence: 'likely' });
  if (!isFile) return say('package', { name: specifier }, { ...more, confidence: 'possible' });
  // A path without an extension is a wrong import of the release; what is no code is a file of the person's.
  if (!CODE.test(specifier)) return null;
  const isOfRelease = isOwnDescription(specifier) || missing.isOtherThere || facts.first('release-told') !== undefined;
  // A file that a release never had is the rarer case: many use it.
  if (!isUnplaced && !packageOf(specifier.startsWith('.') ? (importer ?? specifier) : specifier)) return null;
  return say('default', { file: specifier }, { ...more, confidence: isOfRelease ? 'possible' : 'likely' });
};

const WAYS: readonly Here[] = [damaged, renamed, byExitCode, goneFile, goneProgram, unplacedModule, goneModule];

const likely = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;
const possible = (evidence: Evidence) => ({ confidence: 'possible', evidence: [evidence] }) as const;

/** What a package brings. */
const CODE = /\.(?:[cm]?js|node|wasm)$|[/\\]package\.json$/;

/** No path, and none of the programs that start others. */
function isProgramOfPackage(program: Safe): boolean {
  return !/[/\\]/.test(program) && !isInterpreter(program) && !isRunner(program);
}

/** ENOTEMPTY on macOS and on Linux, as npm makes an exit code of it: its number, counted down from 256. */
const NOT_EMPTY = new Set([190, 217]);

/** Its parts come and go with its versions. */
const SDK = /^@modelcontextprotocol\//;

/** The command that deletes the folder; only for a path that can be nothing else. */
function clearing(path: Safe): readonly Fix[] {
  const windows = captured(path, /^(?:file:\/\/\/)?([A-Za-z]:[\w\\/ .-]{1,200}[\\/]_npx[\\/][0-9a-f]{8,64})[\\/]/)?.[1];
  const posix = captured(path, /^(?:file:\/\/)?(\/[\w/ .-]{1,200}\/_npx\/[0-9a-f]{8,64})\//)?.[1];
  const folder = windows ?? posix;
  if (!folder || folder.includes('..')) return [];
  return [
    {
      id: 'clear-npx-cache',
      title: safe('Delete what npx has installed of it'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: [],
      command: { line: fill(windows ? 'rmdir /s /q "{folder}"' : "rm -rf '{folder}'", { folder }), cwd: null },
      trying: 'never',
      entryPath: null,
    },
  ];
}

export const page: Page = {
  title: 'The cache of npx is incomplete',
  what: 'npx keeps what it has installed under `~/.npm/_npx`, and starts it from there each time. Files of a package are missing in it.',
  why: 'An installation was cut short: the client gave up waiting and ended it, two clients installed at once, or a virus scanner took a file. What is half there is taken as installed from then on.',
  remedy: 'Delete the folder that the path names, and start the server once in a terminal.',
  exceptions:
    'A release that was published without the file fails in the same words. Where a fresh installation lacks it too, take another version of the package.',
};

const cache = '/home/u/.npm/_npx/15b07286cbcc3329/node_modules';

function release(isPublished: 'yes' | 'no') {
  const [name, folder, lacks] = [safe('acme-mcp'), fill(`${cache}/acme-mcp`, {}), safe('dist/a.js')];
  return { kind: 'npm-release', name, folder, lacks, isFile: true, isPublished } as const;
}

export const examples: Examples = () => [
  {
    name: 'an archive that is another one',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr: 'npm error code EINTEGRITY\nnpm error sha512-a== integrity checksum failed when using sha512',
    },
  },
  {
    name: 'files that came in part',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr: `npm warn tar TAR_ENTRY_ERROR ENOENT: no such file or directory, open '${cache}/zod/index.js'\nError: Cannot find module 'zod'\nRequire stack:\n- ${cache}/acme/index.js`,
    },
  },
  {
    name: 'only the code',
    fires: true,
    given: {
      exit: { code: 190, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
    },
    params: { code: 190 },
  },
  {
    name: 'the same code of another program',
    fires: false,
    given: {
      exit: { code: 190, signal: null },
      config: '{ "servers": { "a": { "command": "node", "args": ["a.js"] } } }',
    },
  },

  {
    name: 'a file of a dependency',
    fires: true,
    given: {
      stderr: `node:internal/modules/esm/resolve:275\nError [ERR_MODULE_NOT_FOUND]: Cannot find module '${cache}/zod/v4/core/index.js' imported from ${cache}/acme-mcp/dist/index.js`,
      exit: { code: 1, signal: null },
    },
    params: { file: `${cache}/zod/v4/core/index.js` },
  },
  {
    name: 'on Windows, by require',
    fires: true,
    given: {
      stderr:
        "Error: Cannot find module 'C:\\Users\\u\\AppData\\Local\\npm-cache\\_npx\\15b07286cbcc3329\\node_modules\\ajv\\dist\\ajv.js'\nRequire stack:\n- C:\\Users\\u\\AppData\\Local\\npm-cache\\_npx\\15b07286cbcc3329\\node_modules\\acme-mcp\\index.js",
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'a file of a dependency, asked for by a file beside it',
    fires: true,
    given: {
      stderr: `Error: Cannot find module './api/api.js'\nRequire stack:\n- ${cache}/puppeteer-core/lib/index.js\n- ${cache}/acme-mcp/dist/index.js\n    at x (node:internal/modules/cjs/loader:1249:15)`,
    },
    params: { file: './api/api.js' },
  },
  {
    name: 'the program of the package is not where npx looks for it',
    fires: true,
    behind: 'package-broken-release',
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      stderr: 'sh: 1: acme-mcp: not found',
      exit: { code: 127, signal: null },
    },
    params: { name: 'acme-mcp' },
  },
  {
    name: 'only the code of the loader is left',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      stderr: "  code: 'MODULE_NOT_FOUND',",
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'npm meets what is left of another installation',
    fires: true,
    given: {
      stderr: `npm error code ENOTEMPTY\nnpm error syscall rename\nnpm error path ${cache}/acme\nnpm error dest ${cache}/.acme-oQcztsWA`,
      exit: { code: 190, signal: null },
    },
  },
  {
    name: 'the same in a project',
    fires: false,
    given: { stderr: 'npm error code ENOTEMPTY\nnpm error path /srv/p/node_modules/acme' },
  },
  {
    name: 'the release has it',
    fires: true,
    given: {
      stderr: `Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${cache}/acme-mcp/dist/a.js' imported from ${cache}/acme-mcp/dist/index.js`,
      exit: { code: 1, signal: null },
      world: [release('yes')],
    },
    params: { what: 'dist/a.js' },
  },
  {
    name: 'the release has it no more than the installation',
    fires: false,
    given: {
      stderr: `Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${cache}/acme-mcp/dist/a.js' imported from ${cache}/acme-mcp/dist/index.js`,
      exit: { code: 1, signal: null },
      world: [release('no')],
    },
  },
  {
    name: 'a file of the person’s own',
    fires: false,
    given: {
      stderr: `Error: Cannot find module '${cache}/acme-mcp/keys.json'\nRequire stack:\n- ${cache}/acme-mcp/index.js`,
    },
  },
  {
    name: 'an import without its extension',
    fires: false,
    given: {
      stderr: `Error [ERR_MODULE_NOT_FOUND]: Cannot find module '${cache}/acme-mcp/dist/tools' imported from ${cache}/acme-mcp/dist/index.js`,
    },
  },
  {
    name: 'a project of one’s own',
    fires: false,
    given: {
      stderr: "Error: Cannot find module '/srv/p/node_modules/zod/index.js'\nRequire stack:\n- /srv/p/index.js",
    },
  },
];
