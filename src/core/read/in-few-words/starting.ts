import { FILE, WAS, line } from './line';
import type { FewWords } from './line';

/** What is to be started, and where it lies. */
export const STARTING: FewWords = [
  [
    { kind: 'account', of: 'path' },
    line(
      'ENOENT(?: on| for)? (?:npx|npm|node|uvx?|bunx?|docker|python3?)',
      'no (?:npx|npm|uvx?|bunx?)',
      "(?:client|app|editor|GUI) (?:does not|doesn't|cannot|can't) (?:find|see) (?:npx|npm|node|uvx?|bunx?|docker|python3?)",
      `(?:executable|program|binary)${WAS} not found`,
      'failed to (?:spawn|start|launch|run) (?:npx|npm|uvx?|bunx?)',
    ),
  ],
  [
    { kind: 'path-gone' },
    line(
      `(?:file|script|path|folder)(?: in args)?${WAS} (?:not found|wrong|missing|not there)`,
      '(?:path|script|file|folder) does not exist',
      'no such file',
      'wrong path',
      "can't open file",
      `${FILE}${WAS} (?:not found|missing)`,
    ),
  ],
  [
    { kind: 'account', of: 'folder' },
    line(
      'wrong (?:working directory|working folder|cwd)',
      'cwd is \\/',
      'relative path (?:not found|does not work)',
      'starts in (?:the )?(?:wrong|another) (?:folder|directory)',
      "(?:only )?works from the project(?:'s)? (?:folder|directory)",
      '(?:needs|use|wants) an? absolute path',
    ),
  ],
  [
    { kind: 'account', of: 'batch-file' },
    line('(?:needs?|wants?|requires?|use|works with|Windows (?:needs|requires)) cmd \\/c\\b.{0,20}', 'npx\\.cmd'),
  ],
  [
    { kind: 'account', of: 'mode' },
    line(`${WAS.trim()} ?not executable`, 'not executable', 'chmod \\+x (?:fixed|fixes|helped|helps|solved)(?: it)?'),
  ],
  [
    { kind: 'account', of: 'interpreter' },
    line(
      '(?:(?:uses|takes|picks) the )?wrong (?:python|interpreter|venv|environment)',
      `(?:venv|virtual ?env(?:ironment)?)${WAS} not (?:activated|active|used)`,
    ),
  ],
  [
    { kind: 'file-denied', path: null, isBySystem: false },
    line('permissions? denied', 'no (?:permissions?|access|rights)', 'read-only file ?system'),
  ],
  [
    { kind: 'binary-foreign', how: 'architecture', what: null },
    line(
      'wrong architecture',
      '(?:arm64|x64|x86_64|amd64) vs\\.? (?:arm64|x64|x86_64|amd64)',
      'binary is for (?:arm64|x64|x86_64|amd64|Linux|Windows|macOS)',
      '(?:%1 )?(?:is )?not a valid Win32 application',
      'cannot execute binary file',
    ),
  ],
  [
    { kind: 'binary-foreign', how: 'library', what: null },
    line('GLIBC(?: is)? too old', 'musl vs\\.? glibc', 'wrong libc'),
  ],
  [
    { kind: 'abi-mismatch', built: null, wanted: null },
    line('ABI mismatch', 'needs npm rebuild', '[\\w@/.-]{2,40} (?:ABI|version) mismatch \\(?NODE_MODULE_VERSION\\)?'),
  ],
];
