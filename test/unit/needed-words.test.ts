import assert from 'node:assert/strict';
import { neededWords, Traces, tracesOf } from '../../src/core/read/needed-words';
import { stderrMatches } from '../../src/core/read/lines';
import type { Said } from '../../src/core/read/statements';

describe('words that a form needs', () => {
  const rows: readonly (readonly [RegExp, readonly (readonly string[])[]])[] = [
    [/\bCannot find module '([^']{1,80})'/, [["cannot find module '"]]],
    [/\b[Mm]issing (?:the )?[Aa]PI key\b/, [['missing '], ['api key']]],
    [/\b(?:spawn|launch) \S+ ENOENT\b/, [[' enoent'], ['spawn', 'launch']]],
    [/\b(?:spawning|launching) \S+$/, [['spawning', 'launching']]],
    [/^npm (?:error|ERR!) code E404$/, [[' code e404'], ['npm '], ['error', 'err!']]],
    // One that needs none lets any text have the form.
    [/\bdocker\b|^\d+ [a-z]+$/, []],
    [/\bno \w+ found\b|\b(?:gone|missing)\b/, [[' found', 'gone', 'missing']]],
    // What may be missing is needed by nobody, and neither is what must not follow.
    [/(?:Error: )?x{0,4}failed(?! over)\b/, [['failed']]],
    [/(?:warning)*? (?:ab|cd)\d/, []],
    [/\bab+cdef\b/, [['cdef']]],
    [/a\.b\/c\u0064\x65 [[(]/, [['a.b/cde ']]],
    [/(?<name>left|right) \k<name>/, [['left', 'right']]],
    [/[Kk]ey\p{L}[^abc]word/u, [['word'], ['key']]],
    [/^(?=.*\bserver\b)(?=.*\b(?:never|seldom) shown\b)/, [['server'], [' shown'], ['never', 'seldom']]],
    [/(?<=at )\w\w(?!ever)\b/, [['at ']]],
    [/^(?=server)?\w/, []],
    // The rarest are enough.
    [/one\d(?:two\d)three\d(four)\dfive\d/, [['three'], ['four'], ['five'], ['one']]],
  ];
  for (const [form, words] of rows) it(`${form}`, () => assert.deepEqual(neededWords(form), words));
});

describe('traces of texts', () => {
  const traces = new Traces(['Error: Cannot FIND it', 'ты', 'İ']);
  it('has each word that is there, in whichever letters', () => {
    for (const word of ['error', 'cannot find', 'it', '']) assert.ok(traces.mayHave(tracesOf(word)), word);
  });
  it('has next to nothing that is not', () => {
    for (const word of ['module', 'cannot fund', 'errors']) assert.ok(!traces.mayHave(tracesOf(word)), word);
  });
});

describe('forms of which nothing can stand anywhere', () => {
  class Unread extends RegExp {
    override get source(): string {
      throw new Error('The form was read.');
    }
  }
  const says = (...texts: readonly string[]) =>
    ({ spoken: texts.map((text) => ({ text, whole: text, number: 1 })) }) as unknown as Said;

  it('are not even read where nothing was said', () => {
    assert.deepEqual(stderrMatches(says(), new Unread('x')), []);
  });
  it('are read where something was', () => {
    assert.throws(() => stderrMatches(says('a line'), new Unread('x')), /was read/);
  });
});
