import { editorOf } from '../edit';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdio-encoding',
  label: 'stdio-encoding',
  cause: 'stdio-framing',
  stage: 'stream',
  reads: ['python-encoding', 'python-decoding'],
  messages: {
    read: 'Bytes were read as UTF-8 that are none: one side writes in the old code page of its system, or a file does. Where it is the server, set PYTHONUTF8=1 in `env`.',
    default:
      'The server prints a character that the encoding `{encoding}` of its output does not have, and dies of it. Set PYTHONUTF8=1 in `env`.',
  },
  match: ({ facts, file, entry }, say) => {
    const read = facts.first('python-encoding') ? undefined : facts.first('python-decoding');
    if (read) return [say('read', {}, { confidence: 'possible', evidence: [read.evidence] })];
    return facts
      .all('python-encoding')
      .map(({ encoding, evidence }) =>
        say(
          'default',
          { encoding },
          { confidence: 'likely', evidence: [evidence], fixes: file && entry ? [useUtf8(file, entry)] : [] },
        ),
      );
  },
});

function useUtf8(file: ConfigFile, entry: ServerEntry): Fix {
  return {
    id: 'use-utf8',
    title: safe('Set PYTHONUTF8 to 1'),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).setProperties(file, [...entry.path, entry.keys.env], { PYTHONUTF8: '1' }),
    trying: 'start',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'The output has another encoding',
  what: 'Python encodes what it prints as the system’s old code page wants it, and that does not have the character.',
  why: 'On Windows Python takes the code page of the region for pipes, up to version 3.14. An emoji or a check mark is not in it.',
  remedy: 'Set `PYTHONUTF8` to `1` in `env`: from then on Python reads and writes UTF-8.',
  exceptions: 'A file that is read in another encoding gives an error of decoding.',
};

export const examples: Examples = () => [
  {
    name: 'what is read',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xfc in position 10: invalid start byte",
    },
    says: 'read as UTF-8',
  },
  {
    name: 'a file in UTF-16',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    },
  },
  {
    name: 'a code page',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        "UnicodeEncodeError: 'charmap' codec can't encode character '\\u2713' in position 0: character maps to <undefined>",
    },
    params: { encoding: 'charmap' },
  },
  {
    name: 'a file that is read',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    },
  },
];
