import { firstSaid, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** Two parts of what was installed are of versions that cannot work together. `name`: one of them, where it is said. */
export type MisfitsFact = Told<'parts-apart', { name: Safe | null }>;

/** Runtimes, package clients and libraries in the words that they have for versions that do not fit. */
export function read(start: Said): readonly MisfitsFact[] {
  const said = told('parts-apart', firstSaid(start, FORMS), ([, name = null]) => ({ name }));
  return said.length > 0 ? said : toldByPeople('parts-apart', start, TOLD).map((fact) => ({ ...fact, name: null }));
}

const LIBRARY = '(?:FastMCP|MCPServer|mcp|fastmcp|pydantic|zod|Zod|httpx|starlette|@modelcontextprotocol/sdk)';

const FORMS: readonly RegExp[] = [
  // npm's, beside its code or in the place of it.
  /^ERESOLVE\b|^npm (?:error|ERR!) (?:ERESOLVE\b|Conflicting peer dependency: (\S{1,120})|.{0,60}\bunable to resolve dependency tree\b)/,
  /\b(?:peer dep(?:endency)? missing|unmet peer dependency|incompatible peer dependency|incorrect peer dependency):? ["']?(@?[\w./-]{1,100})/i,
  // One that says which other it was made for.
  /\b([a-z][\w.-]{1,40})(?: version)?(?: \([^)]{1,40}\)| v?\d[\w.]{0,20})? is incompatible with (?:the )?(?:current|installed|your) (?!.{0,20}\b(?:[Nn]ode|Python|npm|OS|system|platform|device)\b)\w/,
  /\b(?:incompatible|mismatched) (?:version of|versions? for) ([a-z@][\w./-]{1,60})\b/i,
  // The JVM and .NET load each part by itself, and find that one lacks what another calls.
  /\bjava\.lang\.(?:NoSuchMethodError|NoSuchFieldError|AbstractMethodError|IncompatibleClassChangeError|NoClassDefFoundError): '?([\w./$]{1,120})/,
  /\bSystem\.(?:MissingMethodException|TypeLoadException|MissingFieldException): .{0,80}?'([\w.`+ ]{1,120})/,
  /\bCould not load file or assembly '([\w.]{1,100}), Version=/,
  // pydantic and zod, of what was written for another one.
  /\b(?:pydantic\.errors\.)?(Pydantic(?:User|SchemaGeneration|UndefinedAnnotation|InvalidForJsonSchema)Error)\b/,
  /\b(?:Mixed (Zod) versions|(_zod) is undefined|Class constructor (\w{1,60}) cannot be invoked without 'new')/,
  /\b([Zz]od) ?v?3\b.{0,60}\bv?4\b|\b([Zz]od) ?v?4\b.{0,60}\bv?3\b/,
  /\bTypeError: (?:z|zod)\.\w{1,40}\(.{0,80}\)\.(\w{1,40}) is not a function\b/,
  /\bmodule '([\w.]{1,80})' has no attribute '(?:main|run|app|cli|serve|mcp)'/,
  // Node.js' code for a part that a package no longer shows.
  /\bERR_PACKAGE_PATH_NOT_EXPORTED\b/,
  /\b(?:TypeError: )?cannot specify both default and default_factory\b/,
  // What a release has taken away.
  new RegExp(
    `\\b(${LIBRARY})\\b.{0,60}\\b(?:no longer (?:accepts|supports|has|exports|takes)|(?:has been|was) (?:moved|removed|renamed))\\b`,
  ),
  /\b(?:this is|written for|needs|requires|pin) ["'`]?(mcp|fastmcp|pydantic)(?: [\d.x]{1,6}|<\d)/,
  /\bmoved to [\w.]{1,80} in (?:(mcp|fastmcp|pydantic) )?v?\d+\.\d/,
  // Python, of a call whose other side is another version’s.
  /\bTypeError: (?:\w{1,60}\.)?([A-Z]?\w{1,60})\.?\w{0,40}\(\) missing \d{1,2} required keyword-only argument/,
  /\b[Tt]oo (?:few|many) (?:arguments|parameters) for (?:<class ')?((?:mcp|fastmcp|pydantic)[\w.]{0,80})/,
  /'(Server|FastMCP|MCPServer|ClientSession)' object has no attribute '\w{1,40}'/,
  /\b(?:Contextual)?(VersionConflict)\b/,
  /^RuntimeError: .{1,40} requires "([\w.-]{1,60})" to be installed|\bthe '([\w.-]{1,60})' package is not installed\b/,
];

/** Somebody's own words, of the version that was taken. */
const TOLD: readonly RegExp[] = [
  /\b(?:removed|renamed|dropped|moved)\b.{0,80}\b(mcp\.server\.\w{1,30}|FastMCP)\b|\bunpinned (?:\S{1,30} )?dependency\b/,
  /\b(?:fresh|new|every|each) (?:dependency )?(?:resolution|install\w*|resolve)s?\b.{0,40}\b(?:pulls|installs|resolves|picks up|gets)\b.{0,20}?["'`]?([a-z][\w-]{1,40})["'`]? v?\d/i,
  /\bworks? with ([a-z][\w-]{1,40}) v?\d[\d.]{0,10}\b.{0,20}\b(?:breaks?|fails?|not|crash\w*) (?:with|on|in) (?:\1 )?v?\d/,
  /\b([a-z][\w-]{1,40})[<>=,.\d]{3,40} (?:is )?not satisfied by (?:version )?\d/,
  /["'`]?\b([a-z][\w-]{1,40})["'`]? dependency has no upper bound\b|\b(?:has|with|declares|without) (?:no|an|any) upper bound\b/,
  /(?:\bnot|n't) (?:pin|set|declare|have|put)\w{0,4}\b.{0,20}\b(?:upper (?:bound|limit)|maximum version)\b(?:.{0,20}["'`]([a-z][\w-]{1,40})["'`])?/,
  /\bno longer (?:permitted|allowed|supported|there|accepted|exists?) (?:as of|since|from|in|with) ["'`]?([a-z][\w-]{1,40})["'`]? ?(?:[<>=≥]{1,2} ?)?v?\d/,
  /\b(?:lack(?:s|ing)|without|missing|not) ([a-z][\w-]{1,40}) v?\d[\d.]{0,10}[ -](?:compatib|support)/i,
  /\bno longer (?:allows?|permits?|accepts?|supports?)\b(?<=\b(?:pydantic|fastmcp|mcp|zod|httpx|starlette)\b ?(?:[<>=≥]{1,2} ?)?v?\d[\d.x]{0,8}.{0,40})/,
  /\b([a-z][\w-]{1,40})[ =]{1,3}v?\d[\d.x]{0,10} (?:is|are) (?:\w{1,10} )?(?:incompatible|not compatible) with\b/,
  /\bincompatible with (?:the )?version of [a-z]|\bincompatible with (?:current|newer|the (?:current|latest|installed)|recent) ([a-z][\w-]{1,40})\b/,
];
