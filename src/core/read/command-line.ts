import { captured } from '../text';
import { firstSaid, stderrEvidence } from './lines';
import { TAKEN_FOR_ADDRESS } from './values';
import type { Evidence, Told } from '../facts';
import type { Safe } from '../text';
import type { Said, Statement } from './statements';

export type CommandLineFact =
  /** A flag, a subcommand or another word of the command line that is not taken. */
  | Told<'argument-refused', { what: Safe }>
  /** A word that has to be there. */
  | Told<'argument-missing', { what: Safe | null }>;

/**
 * The libraries with which programs read their command lines: argparse, click, commander, yargs, `parseArgs`, clap, Go's
 * flag and cobra, System.CommandLine, picocli, getopt, and npm of scripts. Each has its own sentence for the same two
 * things; a server that has none prints how it is used, and ends.
 */
export function read(said: Said): readonly CommandLineFact[] {
  const address = firstSaid(said, [TAKEN_FOR_ADDRESS]);
  const [, option] = address?.groups ?? [];
  if (address && option) return [{ kind: 'argument-refused', what: option, evidence: address.evidence }];
  const sentences = said.stderr.filter(({ role }) => role !== 'source' && role !== 'frame' && role !== 'blank');
  const refused = found(sentences, REFUSED).flatMap(({ what, evidence }): CommandLineFact[] =>
    what && !/\bignored\b/.test(evidence.text) ? [{ kind: 'argument-refused', what, evidence }] : [],
  );
  const missing = found(sentences, MISSING).map(({ what, evidence }): CommandLineFact => ({
    kind: 'argument-missing',
    what,
    evidence,
  }));
  if (refused.length > 0 || missing.length > 0) return [...refused.slice(0, 1), ...missing.slice(0, 1)];
  const taken = takenByPlace(said.stderr);
  if (taken) return [{ kind: 'argument-missing', what: null, evidence: stderrEvidence(taken) }];
  // How it is used, as the first thing that it says: something that it needs is not there.
  const usage = sentences.length <= LONGEST_USAGE ? found(sentences.slice(0, 3), [USAGE]) : [];
  return usage.slice(0, 1).map((each) => ({ kind: 'argument-missing', ...each }));
}

/** Python, of a word of the command line that a line of code takes by its place, and that is not there. */
function takenByPlace(statements: readonly Statement[]): Statement | undefined {
  const at = statements.findIndex(({ text }) => /\bsys\.argv\[\d\]/.test(text));
  const below = at < 0 ? [] : statements.slice(at + 1, at + 4);
  return below.find(({ text }) => /^IndexError: list index out of range$/.test(text));
}

interface Found {
  readonly what: Safe | null;
  readonly evidence: Evidence;
}

function found(lines: readonly Statement[], forms: readonly RegExp[]): readonly Found[] {
  return lines.flatMap((line) => {
    for (const form of forms) {
      const groups = [line.text, ...line.inside].map((text) => captured(text, form)).find((each) => each !== null);
      if (groups) return [{ what: groups.slice(1).find((group) => group) ?? null, evidence: stderrEvidence(line) }];
    }
    return [];
  });
}

/** What is named: between quotes or brackets, or up to the next blank. */
const WHAT = `['"\`‘(]{0,2}(-{0,2}[\\w@./:=+\u2013\u2014-]{1,80})`;

const REFUSED: readonly RegExp[] = [
  // Of containers, which repeat their own name.
  new RegExp(`^(?:docker|podman|nerdctl): (?:unknown|unrecognized) command:? ['"\`]?(?:docker|podman|nerdctl) ${WHAT}`),
  new RegExp(`\\berror: unrecognized arguments: ${WHAT}`), // argparse
  new RegExp(`\\berror: argument (?!-)[^:]{1,60}: invalid choice: ${WHAT}`),
  new RegExp(`\\bNo such (?:option|command):? ${WHAT}`), // click
  new RegExp(`\\bGot unexpected extra arguments? ${WHAT}`),
  new RegExp(
    `^(?!fish: )(?:[\\w.-]{1,40}: )?(?:TypeError \\[ERR_PARSE_ARGS_\\w+\\]: |[Ee]rror: )?[Uu]nknown (?:option|command|argument|flag|subcommand)s?(?: or \\w+)?:? (?!undefined\\b)${WHAT}`,
  ), // commander, yargs, cobra, picocli, Node.js
  new RegExp(`\\berror: (?:unexpected argument|unrecognized subcommand|[Ff]ound argument) ${WHAT}`), // clap
  new RegExp(`\\bflag provided but not defined: ${WHAT}`), // Go's flag
  new RegExp(`\\bunknown (?:shorthand )?flag: ${WHAT}`), // pflag
  new RegExp(`\\bUnsupported option name \\(\\\\?${WHAT}`), // clipanion
  new RegExp(`\\bUnrecognized command or argument ${WHAT}`), // System.CommandLine
  new RegExp(`\\bUnmatched arguments? (?:at index \\d{1,3}|from index \\d{1,3}): ${WHAT}`), // picocli
  new RegExp(`\\b(?:unrecognized|invalid) option (?:-- )?${WHAT}`), // getopt
  new RegExp(`\\b(?:ERR_PNPM_NO_SCRIPT\\b.{0,6}Missing script:) ${WHAT}$`),
  // Bun's, of what it takes for a script of the project.
  /^error: Script not found "([^"]{1,200})"/,
  /^error Command "(?!(?:npx|npm|node|uvx?|bunx?|deno|docker|python3?|pipx)")([^"]{1,60})" not found\.$/,
  new RegExp(`\\bnpm (?:error|ERR!) (?:Missing script:|Unknown command:|Invalid tag name) ${WHAT}`),
  new RegExp(`\\b(?:Unrecognized|[Ii]nvalid|[Ii]llegal|[Bb]ad) option(?::| --) ${WHAT}`), // the JVM, Node.js, BSD's getopt
  new RegExp(`^(?:error: )?invalid choice: ${WHAT}`),
  new RegExp(`^(?:docker|podman|git): ${WHAT}['"]? is not a \\w{1,10} command\\b`),
  /^error: Failed to parse: `(-{1,2}\w[\w-]{0,60})`/,
  /\bnpm (?:error|ERR!) Invalid package name "(-[^"]{1,80}|[^" ]{1,80} [^"]{1,80})"|\bNot a valid package or extra name: "(?!@)([^"]{1,80})"/,
  new RegExp(`^(?:error: )?(?:[Uu]nexpected argument|[Ii]nvalid (?:sub)?command):? ${WHAT}$`),
  new RegExp(`^(?:error: )?the argument ${WHAT}.{0,60}['"]? cannot be used with\\b`),
  /^command "([\w-]{1,40})" not found in \S/,
  /^'([\w-]{1,40})' is not an? (?!git\b|internal\b)[\w-]{2,40} command\.?$/,
  /^['"]?([\w-]{1,40})['"]? is not an? (?!git\b)[\w-]{2,40} command\. See\b/,
  // commander, clap 2, Node.js, oclif, cac, Fire, Dart's args, Symfony, Thor.
  /\berror: (too many arguments)\. Expected \d/,
  new RegExp(`\\berror: The subcommand ${WHAT}['"]? wasn't recognized\\b`),
  new RegExp(`\\bERR_PARSE_ARGS_UNEXPECTED_POSITIONAL\\]: Unexpected argument ${WHAT}`),
  new RegExp(`^(?:› {1,4})?(?:Error: )?(?:Nonexistent flags?|Unexpected arguments?): ${WHAT}`),
  new RegExp(`^› {1,4}Error: command ${WHAT} not found$`),
  new RegExp(`\\bUnused args: ${WHAT}|\\bCould not consume arg: ${WHAT}`),
  /^Could not find (?:an? )?(?:option named|command named|command|subcommand) "([\w:.-]{1,60})"\.?$/,
  /^(?:Command|There are no commands defined in the) "([\w:.-]{1,60})"(?: is not defined| namespace)\b|^The "(-{1,2}[\w-]{1,60})" option does not exist\b|^No arguments expected(?: for "([\w:.-]{1,60})" command)?, got\b/,
  /^ERROR: "[\w .-]{1,80}" was called with arguments \["([^"]{1,80})"/,
  new RegExp(`^(?:error: )?Invalid [Aa]rgument ${WHAT}['"]?$`),
  new RegExp(`^error: Failed to parse: ${WHAT} [^\`]`), // uv, of a flag that its value was written to
];

const MISSING: readonly RegExp[] = [
  new RegExp(`\\berror: (?:the following arguments are required:|one of the arguments) ${WHAT}`), // argparse
  new RegExp(`\\bMissing (?:argument|option|parameter) ${WHAT}`), // click
  /\bError: Missing command\b/,
  new RegExp(
    `^(?:the following arguments are required:|Missing required arguments?:|Argument) ${WHAT}(?=$|[ ,]|['"]? is (?:mandatory|required))`,
  ),
  new RegExp(`\\b[Oo]ption ${WHAT}['"]? (?:requires|needs|expects) an? (?:argument|value|parameter)\\b`),
  /\b(?:[Yy]ou )?(?:must|have to|need to) (?:specify|provide|pass|give) (?:at least (?:one|1)|an?|the) (?:[\w-]{1,30} ){0,2}(?:directory|folder|path|file|argument|repository)\b|^(?:\w{0,30}Error: )?[Ee]xpected an? (?:[\w-]{1,20} )?argument$|^usage: \S{1,60}\.py (?:\[[^\]]{1,40}\] ){0,8}-{2}[\w-]{2,30} [A-Z]/,
  /\bonly (?:allowed|supported|permitted|possible)\b.{0,40}\b(?:when|if|with) (?:the )?['"`]?(--[a-z][\w-]{1,40})\b/,
  new RegExp(`\\berror: (?:missing required argument|required option) ${WHAT}`), // commander
  // An option without its value: commander and Node.js, yargs, clap, argparse, pflag and Go's flag, getopt, .NET, picocli.
  new RegExp(`\\b[Oo]ption ['"]?(?:-\\w, )?${WHAT}(?: [<[][^>\\]]{1,40}[>\\]])?['"]? argument missing\\b`),
  new RegExp(`\\bNot enough arguments following: ${WHAT}`),
  new RegExp(`\\ba value is required for ${WHAT}`),
  new RegExp(`\\berror: argument (?:-\\w/)?${WHAT}: expected (?:one|at least one|\\d{1,2}) arguments?`),
  new RegExp(`\\bflag needs an argument: (?:'\\w' in )?${WHAT}`),
  new RegExp(`\\boption (?:['"\`]?${WHAT}['"\`]? )?requires an argument(?: -- '?\\w'?)?`),
  new RegExp(
    `\\b(?:[Rr]equired argument missing|[Ee]xpected (?:parameter|value|argument|input)|[Mm]issing (?:value|argument|parameter)|[Nn]o value (?:given|provided|specified|supplied)) (?:for|to) (?:the )?(?:required )?(?:option|flag|argument|parameter)?:? ?${WHAT}`,
  ),
  new RegExp(`\\bMissing required (?:option|parameter|argument|flag)s?:? ['"]?${WHAT}`),
  /\bNot enough non-option arguments: got \d/, // yargs
  /\b[Ee]xpected at least (?:one|1|two|2) (?:[\w-]{1,20} ){0,2}(?:director(?:y|ies)|folders?|paths?|files?|arguments?|URLs?)\b/,
  new RegExp(`\\b[Mm]issing required (?:positional )?(?:argument|operand)s?:? ${WHAT}`),
  new RegExp(`^Missing required arguments?: ${WHAT}`),
  new RegExp(`\\bmissing argument: ${WHAT} \\(OptionParser::MissingArgument\\)`), // Ruby
  /\bthe following required arguments were not provided:/, // clap
  // What a start reads of its command line, by its place: Python's, the JVM's and Go's words for a place that is none.
  /\bArrayIndexOutOfBoundsException: Index (?:0 out of bounds for length 0|1 out of bounds for length 1)$|^panic: runtime error: index out of range \[(?:1\] with length 1|2\] with length 2)$/,
  /\bUsage: \S{1,60} \[allowed-director\w*\]/,
  /\b'?([\w.-]{1,40})'? requires a subcommand\b/,
  /^error: too few arguments$|^(?:[Ee]rror: )?[Nn]ot enough arguments\b/,
  new RegExp(`^Required (?:parameter|argument|option) ${WHAT}['"]? is missing\\b`),
  /\b[Nn]o (?:allowed |input |root |database |file |project )?(?:director(?:y|ies)|folders?|paths?|arguments?|repository|connection string) (?:was |were )?(?:provided|specified|given|supplied|passed)\b/,
  new RegExp(`\\brequired flag\\(s\\) ${WHAT}`), // cobra
  /\b(?:accepts|requires at least|requires) \d{1,2} arg\(s\), (?:only )?received \d/,
  new RegExp(`\\bOption ${WHAT}['"]? is required\\b`), // System.CommandLine
  /\bRequired argument missing for command\b/,
  new RegExp(`\\bMissing required (?:option|parameter)s?: ${WHAT}`), // picocli
  /\b[Uu]nknown command:? undefined\b/,
  /\b[Aa]t least (?:one|1) (?:[\w-]{1,30} ){0,2}(?:directory|folder|path|file|argument|URL|database) (?:must be|is|needs to be) (?:specified|provided|given|required|passed)\b/,
  /\b(?:[Pp]rovide|[Ss]pecify|[Pp]ass|[Cc]hoose|[Ss]elect) (?:a|the|one|which|either) (?:transport|mode|transport mode|server mode)\b/,
  /^(?!.* -File parameter\b).*\b(?:provide|specify|pass|supply)\b.{0,80}\b(?:as (?:a |an |the )?(?:(?:command[- ]line|first|positional) )*(?:argument|parameter)|on the command[- ]line)\b/i,
];

/** A placeholder for something that is not optional. */
const USAGE = /^\s*[Uu]sage:? [^[\]]{0,200}<([\w .|-]{1,60})>/;
/** What prints more than that has more to say. */
const LONGEST_USAGE = 40;
