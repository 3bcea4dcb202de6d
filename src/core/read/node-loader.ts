import { captured, safe } from '../text';
import { firstReported, firstSaid, stderrMatches, told, wrappedMatches } from './lines';
import type { Told } from '../facts';
import type { Said, Statement } from './statements';
import type { Safe } from '../text';

/**
 * A module that is not there. `specifier`: the path or the name as it was asked for. `importer`: the file that asks;
 * null where Node.js itself was told to run it. `program`: the file that was run, at the end of the stack of those that
 * required each other. `inCache`: the importer lies in what npx has installed.
 */
export type NodeLoaderFact =
  | Told<
      'module-missing',
      {
        specifier: Safe;
        importer: Safe | null;
        program: Safe | null;
        isFile: boolean;
        inCache: boolean;
        /** Node.js has found another file of the same module: "Did you mean to import …?" */
        isOtherThere: boolean;
      }
    >
  /** A module is not there, and of what was said of it only that is left. */
  | Told<'module-unnamed'>
  /** The same of the script that Node.js was told to run: no other has asked for it. */
  | Told<'main-unnamed'>
  /** A module is there, and does not export what another one takes from it. */
  | Told<'export-missing', { name: Safe; module: Safe }>
  /** What cannot load anywhere, or on no system like this: how the code was bundled, or how it names its files. */
  | Told<
      'bundle-broken',
      { how: 'url-scheme' | 'dynamic-require' | 'module-kind' | 'typescript'; isInstalled: boolean }
    >
  /** A file whose kind this Node.js does not run. */
  | Told<'extension-unknown', { extension: Safe; path: Safe }>;

/** Node's loaders: what they do not find, and what they find and cannot load. */
export function read(start: Said): readonly NodeLoaderFact[] {
  const missing = missingModule(start);
  return [...missing, ...(missing.length > 0 ? [] : unnamed(start)), ...unloadable(start)];
}

function unnamed(start: Said): readonly NodeLoaderFact[] {
  const code = firstSaid(start, UNNAMED);
  const isMain = start.stderr.some(({ text }) => /^\s*requireStack: \[\],?$/.test(text));
  return told(isMain ? 'main-unnamed' : 'module-unnamed', code);
}

/** The code. */
const UNNAMED = [/\b(?:ERR_)?MODULE_NOT_FOUND\b/];

function unloadable(start: Said): readonly NodeLoaderFact[] {
  return [
    ...told('export-missing', firstSaid(start, [NO_EXPORT]), ([, module, name]) =>
      module && name ? { module, name } : null,
    ),
    ...told(
      'export-missing',
      firstSaid(start, [NO_SUBPATH, NO_CONDITIONS, NO_MAIN, NAMED_EXPORT]),
      ([, name, module]) => (module && name ? { module, name } : null),
    ),
    ...misfits(start),
    ...told('bundle-broken', firstSaid(start, [SCHEME]), () => ({ how: 'url-scheme' as const, isInstalled: true })),
    ...told('bundle-broken', firstSaid(start, [DYNAMIC]), () => ({
      how: 'dynamic-require' as const,
      isInstalled: true,
    })),
    ...moduleKind(start),
    ...told('bundle-broken', firstSaid(start, TYPED), () => ({ how: 'typescript' as const, isInstalled: true })),
    ...told('extension-unknown', firstSaid(start, [EXTENSION]), ([, extension, path]) =>
      extension && path && !IN_PACKAGE.test(path) ? { extension, path } : null,
    ),
  ];
}

/** What libraries that every server of this kind is built on are called by, in versions that no longer have it. */
function misfits(start: Said): readonly NodeLoaderFact[] {
  return MISFITS.flatMap(({ module, form }) =>
    told('export-missing', firstSaid(start, [form]) ?? firstReported(start, [form]), ([, one, name = one]) =>
      name ? { module, name } : null,
    ),
  ).slice(0, 1);
}

const MISFITS = [
  {
    module: safe('zod'),
    form: /(?:\bTypeError: (?:.{0,80}\breading '|.{0,80}\.)|\b\w{1,40}\.|\breading '|\bevaluating '\w{1,40}\.)(_zod|_def|_parse|typeName|safeParseAsync|vendor)(?:'\)| is not a function)/,
  },
  {
    module: safe('zod'),
    form: /\bTypeError: (?:\w{0,20}\.)?(?:z|zod|z3|z4)\.(\w{1,40}) is not a function\b/,
  },
  {
    module: safe('a package that it uses'),
    form: /\bTypeError: (?:\(0 ?, (?:\w{1,60}\.)?(\w{1,60})\) is not a function|(Class extends value undefined) is not a constructor)/,
  },
  {
    module: safe('@modelcontextprotocol/sdk'),
    form: /\bTypeError: (McpServer|StdioServerTransport|Server) is not a constructor\b/,
  },
  {
    module: safe('@modelcontextprotocol/sdk'),
    form: /\bSchema (?:is missing a )?(method literal)\b/,
  },
  {
    module: safe('@modelcontextprotocol/sdk'),
    form: /\bTypeError: (?:this\.)?(?:mcpServer|mcp|server)\.(tool|resource|prompt|register[A-Z]\w{2,40}|set\w{1,20}Handler|send[A-Z]\w{2,40}|elicitInput|createMessage)\b is not a function/,
  },
] as const;

/** A file of an installed package was published as the other kind of module: its place stands above, or in the stack. */
function moduleKind(start: Said): readonly NodeLoaderFact[] {
  const isInstalled = start.stderr.some(({ text }) => /[/\\]node_modules[/\\]/.test(text));
  // Another place that is shown is one of the person's own; of one whose beginning was left out nobody knows.
  const isPlaced = !isInstalled && start.stderr.some(({ text }) => A_PLACE.test(text) && !LEFT_OUT.test(text));
  const said = isPlaced ? undefined : firstSaid(start, isInstalled ? [MODULE_KIND] : [MODULE_KIND_ALONE]);
  return told('bundle-broken', said, () => ({ how: 'module-kind' as const, isInstalled }));
}

const MODULE_KIND =
  /\b(?:(?:require|module|exports|__dirname|__filename) is not defined in ES module scope|Cannot use import statement outside a module|SyntaxError: (?:Invalid or unexpected token|Identifier '\w{1,60}' has already been declared|Unexpected (?:end of input|identifier|token 'export'))|ERR_IMPORT_(?:ATTRIBUTE|ASSERTION)_\w+)\b/;

const LEFT_OUT = /(?:\.{3}|…)[/\\]/;
const A_PLACE = /[/\\][\w.-]{1,100}\.[cm]?[jt]sx?\b(?!.*\bnode:internal)/;
/** What of it can be nothing else, where no place is shown. */
const MODULE_KIND_ALONE =
  /\b(?:require|module|exports|__dirname|__filename) is not defined(?: in ES module scope(?:, you can use import instead)?)?$|\bCannot use import statement outside a module\b|\bSyntaxError: Unexpected token 'export'$|\bneeds an import (?:attribute|assertion) of\b/;

/** Of a package, and not of Node.js itself. */
const NO_EXPORT =
  /\bThe requested module '(?!node:)((?:@[\w.-]{1,60}\/)?[a-z][\w.-]{0,60}(?:\/[\w./-]{1,100})?)' does not provide an export named '(\w{1,60})'/;
const NO_CONDITIONS = /\bNo known conditions for "(\.[^"]{1,200})" (?:specifier|entry) in "([^"]{1,120})" package\b/;
const NO_MAIN =
  /\b(No "exports" main) defined in \S{1,400}[/\\]node_modules[/\\]((?:@[\w.-]{1,60}[/\\])?[\w.-]{1,100})[/\\]package\.json/;
const NAMED_EXPORT =
  /\bNamed export '(\w{1,60})' not found\. The requested module '((?:@[\w.-]{1,60}\/)?[\w.-]{1,100})/;
const NO_SUBPATH =
  /\bPackage subpath '(\.[^']{1,200})' is not defined by "exports" in (?:\S{1,400}[/\\]node_modules[/\\])?((?:@[\w.-]{1,60}[/\\])?[\w.-]{1,100})[/\\]package\.json/;
const SCHEME = /\bERR_UNSUPPORTED_ESM_URL_SCHEME\b(?!.*\bprotocol '\w{2,10}:')|\bprotocol '[a-z]:'/;
const DYNAMIC = /\bDynamic require\b/;
/** Node.js runs its own TypeScript, and none of what is installed. */
const TYPED = [
  /\berror TS\d{4}\b.{0,40}[/\\]?node_modules[/\\]/,
  /\bERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING\b|\bStripping types is currently unsupported for files under node_modules\b/,
  /\bUnknown file extension "\.[cm]?tsx?" for \S{1,400}[/\\]node_modules[/\\]/,
];
const IN_PACKAGE = /[/\\]node_modules[/\\]/;
const EXTENSION = /\bUnknown file extension "(\.\w{1,6})" for (\S.{0,511}?)(?: at \w.*)?$/;

/** The loader of modules names the importer in its sentence, that of CommonJS in the lines below. */
function missingModule(start: Said): readonly NodeLoaderFact[] {
  const [first] = NOT_FOUND.flatMap((form) => [...stderrMatches(start, form), ...wrappedMatches(start, form)]);
  const [, specifier, importer] = first?.groups ?? [];
  if (!first || !specifier) return [];
  const { line, text } = first.evidence;
  const at = start.stderr.findIndex(({ number, whole }) => number === line && whole === text);
  const below = start.stderr.slice(at + 1, at + MOST_BELOW);
  const stack = importer ? [] : requireStack(below);
  // What asks for the file that a package calls its main one is its own `package.json`.
  const main = OF_MAIN.test(first.evidence.text) ? specifier : null;
  // Who was told to run it asks from the folder that it was started in.
  const required = (importer?.endsWith('/') ? null : importer) ?? stack[0] ?? main ?? calling(below);
  return [
    {
      kind: 'module-missing',
      specifier,
      importer: required,
      program: stack.at(-1) ?? null,
      isFile: /^(?:[/\\.]|~[/\\](?=.*\.[cm]?js$)|[A-Za-z]:|file:)/.test(specifier),
      inCache: IN_CACHE.test(required ?? specifier),
      isOtherThere: [text, ...below.slice(0, 2).map((next) => next.text)].some((said) => OTHER.test(said)),
      evidence: first.evidence,
    },
  ];
}

/** The files that required each other, the one that asks first. */
function requireStack([head, ...below]: readonly Statement[]): readonly Safe[] {
  if (head?.text.startsWith('Require stack:') !== true) return [];
  const end = below.findIndex(({ text }) => !text.startsWith('- '));
  return below
    .slice(0, end < 0 ? MOST_BELOW : end)
    .flatMap(({ text }) => captured(text, /^- (?!.*[/\\]imaginaryUncacheable)(.{1,512})$/)?.[1] ?? []);
}

/** The first file of the stack that is none of Node.js' own: versions before 12 show no other list. */
function calling(below: readonly Statement[]): Safe | null {
  const frames = below.filter(({ role }) => role === 'frame');
  const files = frames.flatMap(
    ({ text }) =>
      captured(text, /[ (]((?:\/|[A-Za-z]:[/\\]|\.?[\w@-]{1,60}[/\\])[^()]{1,400}):\d{1,7}:\d{1,7}\)?$/)?.[1] ?? [],
  );
  return files.find((file) => !/^(?:internal|node:)/.test(file)) ?? null;
}

const OF_MAIN = /\bhas a valid "main" entry\b/;
const MOST_BELOW = 40;
const OTHER = /\bDid you mean to import\b/;
/** Node.js'; Bun's; Deno's, which names what asks for it in the line below. */
const NOT_FOUND = [
  /\bCannot find (?:module|package) '((?!\$\{)[^']{1,512})'(?: (?:imported )?from (?:''|'?([^'].{0,511}?)'?))?\s*(?:\. (?:Did you mean to import|Please verify that) .*| at \w{1,60} \(.*|, .{1,120}|[`"”].*)?$/,
  /^error: Cannot find (?:module|package) ["']([^"']{1,512})["'] (?:imported )?from ["']([^"']{1,512})["']/,
  /\bCannot find (?:module|package) '([^']{1,512})' imported(?: from)?$/,
  // Whose quotes were lost.
  /\bCannot find (?:module|package) ((?:@[\w.-]{1,60}\/)?[\w.-]{1,100}(?:\/[\w./-]{1,200})?)$/,
  // A folder where a file is meant.
  /\bDirectory import '([^']{1,512})' is not supported resolving ES modules(?: imported from (\S.{0,511}))?/,
  /^(?:deno: )?error: Module not found "(?:file:\/\/)?((?!\.{1,2}\/)[^"]{1,512})"/,
];

/** What npx installs lies in a folder of its cache, named by a digest. */
const IN_CACHE = /[/\\]_npx[/\\][^/\\]{1,64}[/\\]|[/\\](?:dlx-?|bunx-\d{1,9}-)[^/\\]{0,80}[/\\]/;
