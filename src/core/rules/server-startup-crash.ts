import { muteEnd, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { defineRule } from './rule';
import type { FactOf } from '../facts';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'server-startup-crash',
  label: 'server-startup-crash',
  cause: 'server-dies-at-start',
  stage: 'end',
  reads: ['crashed', 'file-missing', 'silent', 'ready', ...READ_OF_BARE_FAILURE],
  plain: true,
  messages: {
    default:
      'The server crashed while it started: {line}. Nothing in this entry explains it: look for a newer release, or report it to the authors with this line.',
    mute: 'The server ended with exit code {code} and without a word. Start the same command in a terminal: what it prints there is the reason.',
    native:
      'The system stopped the server at once ({how}): code that is compiled for it has crashed, before it could say a word. Take another release, or another version of what runs it.',
    relative:
      'A file of a package was started by itself, and does not find what stands beside it. Start it as a module, `python -m PACKAGE.MODULE`, from the folder above the package.',
    drive:
      'The server looks for {path}: it has put a drive in front of a path that has one, which is a mistake of its own. Look for a newer release, or one that was made for Windows.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    if (facts.first('silent') || facts.first('ready')) return [];
    const twice = facts.all('file-missing').find(({ path }) => DRIVE_TWICE.test(path));
    if (twice) return [say('drive', { path: twice.path }, { confidence: 'likely', evidence: [twice.evidence] })];
    const relative = facts.all('crashed').findLast(({ evidence }) => RELATIVE.test(evidence.text));
    if (relative) return [say('relative', {}, { confidence: 'likely', evidence: [relative.evidence] })];
    const panic = facts.all('crashed').find(({ type }) => PANIC.test(type));
    const crash =
      panic ??
      facts.all('crashed').findLast(({ type, evidence }) => PROGRAMMING.test(type) || UNFINISHED.test(evidence.text));
    const end = crash ? null : muteEnd(subject);
    const code = end?.exit?.code ?? null;
    // Of a start that was watched from here a terminal shows no more.
    if (entry?.command && end?.isTold && end.evidence && code !== null && code < LOWEST_OF_SHELLS)
      return [say('mute', { code }, { confidence: 'possible', severity: 'information', evidence: [end.evidence] })];
    const how = crash ? null : nativeCrash(subject);
    if (how?.evidence)
      return [say('native', { how: how.evidence.text }, { confidence: 'possible', evidence: [how.evidence] })];
    if (!crash) return [];
    const confidence = panic ? 'likely' : 'possible';
    return [say('default', { line: crash.evidence.text }, { confidence, evidence: [crash.evidence] })];
  },
});

/** An end without a word, by one of the signals with which a system stops a program that has gone wrong. */
function nativeCrash({ facts }: Subject<'ended'>): FactOf<'ended'> | null {
  const ended = facts.first('ended');
  if (!ended?.isWordless || ended.hadHandshake) return null;
  const { code = null, signal = null } = ended.exit ?? {};
  return NATIVE.has(code ?? 0) || /^SIG(?:SEGV|BUS|TRAP|FPE|ABRT)$/.test(signal ?? '') ? ended : null;
}

/** As shells count the signals, as Python does, and Windows' numbers for the same (access violation, fail fast). */
const NATIVE: ReadonlySet<number> = new Set([
  ...[139, 138, 133, 136, 134, -11, -10, -6],
  ...[3221225477, -1073741819, 3221226505, -1073740791],
]);

/** From this exit code on it is a shell, Docker or the system that ended, and no server. */
const LOWEST_OF_SHELLS = 125;

/** Python, of a file that is a part of something. */
const RELATIVE = /\battempted relative import with no known parent package\b/;

/** What becomes of a file's address that is taken for a path, and resolved as a relative one. */
const DRIVE_TWICE = /^[A-Za-z]:[\\/]{1,2}[A-Za-z]:[\\/]/;

/** Errors of a kind that code makes, and no setting. */
const PROGRAMMING =
  /^(?:(?:TypeError|ReferenceError|RangeError|AttributeError|NameError|ZeroDivisionError|UnboundLocalError|RecursionError|IndexError|IndentationError|TabError)$|name '|'NoneType' |Cannot read |[Uu]nhandled |Already running )/;
/** Code that no version of its language takes: Python's words for it, then V8's. */
const UNFINISHED =
  /^SyntaxError: (?:'[([{]' was never closed|unmatched '|unterminated (?:triple-quoted )?(?:f-)?string literal|unexpected EOF while parsing|EOL while scanning|closing parenthesis '|Unexpected end of input$|missing \) after argument list$)/;
/** The words of Rust, Go, the JVM, .NET and the system for a program that nobody has caught. */
const PANIC =
  /^(?:panic|nil pointer|Exception in|Unhandled exception|fatal error|[Ss]egmentation|SIGSEGV|exit|terminate)/;

export const page: Page = {
  title: 'The server crashes while it starts',
  what: 'The code of the server itself has thrown, or a runtime has given up, before the handshake.',
  why: 'A mistake in the server, or something about this machine or its input that its authors have not met.',
  remedy: 'Try a newer release, or the one before. Report the whole trace to the authors.',
  exceptions: 'Where a missing file, setting or module explains it, that is named in its place.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  { name: 'a signal', fires: true, given: { exit: { code: 139, signal: null } }, says: 'exit code 139' },
  { name: 'an end by a person', fires: false, given: { exit: { code: 130, signal: null } } },
  {
    name: 'an exception',
    fires: true,
    given: {
      ...died,
      stderr: "TypeError: Cannot read properties of undefined (reading 'x')\n    at main (/p/a.js:1:1)",
    },
  },
  {
    name: 'a panic',
    fires: true,
    given: {
      exit: { code: 101, signal: null },
      stderr: "thread 'main' panicked at src/main.rs:10:5:\ncalled `Option::unwrap()` on a `None` value",
    },
  },
  {
    name: 'two drives in one path',
    fires: true,
    given: {
      ...died,
      stderr: "Error: ENOENT: no such file or directory, open 'C:\\C:\\Users\\u\\acme\\data.txt'",
    },
  },
  {
    name: 'a part of a package, alone',
    fires: true,
    given: { ...died, stderr: 'ImportError: attempted relative import with no known parent package' },
  },
  {
    name: 'code that is not finished',
    fires: true,
    given: { ...died, stderr: '  File "/p/a.py", line 3\n    def x(\n         ^\nSyntaxError: \'(\' was never closed' },
  },
  {
    name: 'code that an older version does not take',
    fires: false,
    given: { ...died, stderr: '  File "/p/a.py", line 3\n    match x:\n          ^\nSyntaxError: invalid syntax' },
  },
  { name: 'it goes on', fires: false, given: { silent: true, stderr: 'TypeError: x is not a function' } },
];
