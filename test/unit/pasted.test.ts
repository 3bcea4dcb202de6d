import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';
import noise from '../fixtures/noise.json';
import speakers from '../fixtures/speakers.json';

/** One failure in words that some program prints. */
type Case = Readonly<Record<'log' | 'stderr', string | undefined>>;

/** Every fifth: what is read of the others in another dress is read by the same code. */
const cases: readonly Case[] = speakers
  .filter((_, index) => index % 5 === 0)
  .map((each): Case => ({ log: undefined, stderr: undefined, ...each }));

const HOME = /\/(?:Users|home)\/[\w.-]+|[A-Za-z]:\\{1,2}Users\\{1,2}[\w.-]+/g;
/** What people put into a sentence is one line. */
const inSentence = (change: (line: string) => string) => (text: string) => (text.includes('\n') ? text : change(text));
const lineByLine = (change: (line: string) => string) => (text: string) => text.split('\n').map(change).join('\n');

const boxed = (text: string) =>
  [`╭${'─'.repeat(90)}╮`, ...text.split('\n').map((line) => `│ ${line.padEnd(88)} │`), `╰${'─'.repeat(90)}╯`].join(
    '\n',
  );
const inHtml = (text: string) =>
  [
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
  ].reduce((html, [sign = '', entity = '']) => html.replaceAll(sign, entity), text);
const asAnswer = (message: string) => JSON.stringify({ jsonrpc: '2.0', id: 0, error: { code: -32000, message } });

type Rewording = readonly [from: RegExp, to: string];
const reworded = (text: string, [from, to]: Rewording) => text.replace(from, to);
const DRAWN: readonly Rewording[] = [
  [/\bcannot\b/g, "can't"],
  [/\bcould not\b/g, "couldn't"],
  [/\b(do|does|did|is|are|was|were|has|have) not\b/g, "$1n't"],
];
const UNABLE: readonly Rewording[] = [
  [/\b(?:cannot|failed to)\b/g, 'was unable to'],
  [/\bunable to\b/g, 'not able to'],
];

/** What becomes of a text on its way to us, and how much of it may be lost: a word less, or a break more, can decide. */
const DRESSES: readonly (readonly [name: string, dress: (text: string) => string, kept: number])[] = [
  ['quoted in a letter', lineByLine((line) => `> ${line}`), 1],
  ['indented', lineByLine((line) => `    ${line}`), 1],
  ['in a fence', (text) => `\`\`\`text\n${text}\n\`\`\``, 1],
  ['in colours', lineByLine((line) => `\u001B[31m${line}\u001B[39m`), 1],
  ['with the line ends of Windows', (text) => text.replaceAll('\n', '\r\n'), 1],
  ['before a client’s last word', (text) => `${text}\nMCP error -32000: Connection closed`, 0.99],
  ['as Cursor’s errors', lineByLine((line) => `2026-05-01 08:00:00.200 [error] user-acme: ${line}`), 0.96],
  ['as a logger’s object', (text) => JSON.stringify({ level: 'error', time: 1, msg: text }), 0.96],
  ['with a full stop', (text) => `${text}.`, 0.98],
  ['called an error', (text) => (/^\w*error/i.test(text) ? text : `Error: ${text}`), 0.96],
  ['with typographic quotes', (text) => text.replace(/'([^'\n]{1,80})'/g, '‘$1’'), 0.97],
  ['without backticks', (text) => text.replaceAll('`', ''), 0.9],
  ['with a name of two words', (text) => text.replace(HOME, (path) => path.replace(/[\w.-]+$/, 'John Doe')), 0.9],
  ['with a name that is hidden', (text) => text.replace(HOME, (path) => path.replace(/[\w.-]+$/, '<user>')), 0.95],
  ['with dots for a home', (text) => text.replace(HOME, '...'), 0.88],
  ['with words drawn together', inSentence((line) => DRAWN.reduce(reworded, line)), 0.95],
  ['with another word for being unable', inSentence((line) => UNABLE.reduce(reworded, line)), 0.95],
  ['with the blanks of a web page', lineByLine((line) => line.replace(/(?<=\S) (?=\S)/g, '\u00A0')), 0.95],
  ['with double blanks', inSentence((line) => line.replaceAll(' ', '  ')), 0.9],
  ['with other quotes', inSentence((line) => line.replace(/(?<!\w)'([^'\n]{1,80})'(?!\w)/g, '"$1"')), 0.92],
  ['begun with a capital letter', inSentence((line) => line.slice(0, 1).toUpperCase() + line.slice(1)), 0.96],
  ['as an item of a list', inSentence((line) => `- ${line}`), 0.96],
  ['behind a mark and a time', inSentence((line) => `❌ 10:22:33 ERROR ${line}`), 0.95],
  ['by who speaks', inSentence((line) => `[acme-mcp] ${line}`), 0.96],
  // A word or two of them are a heading.
  ['in strong letters', inSentence((line) => `**${line}**`), 0.97],
  ['in a cell of a table', inSentence((line) => `| Error | ${line} |`), 0.94],
  ['led to', inSentence((line) => `When I start it I get: ${line}`), 0.95],
  ['quoted in a sentence', inSentence((line) => `The error is "${line.replaceAll('"', "'")}"`), 0.9],
  ['as code in a sentence', inSentence((line) => `It ends with \`${line}\` in all of them`), 0.93],
  ['with its occasion', inSentence((line) => `${line} when I start the server in Cursor`), 0.95],
  ['each line as an item of a list', lineByLine((line) => `- ${line}`), 0.96],
  ['in a box', boxed, 0.94],
  ['with what a terminal’s colours leave', lineByLine((line) => `[31m${line}[39m`), 0.95],
  ['as HTML', inHtml, 0.98],
  ['with the breaks of HTML', (text) => text.replaceAll('\n', '<br>'), 0.92],
  ['with breaks that are written', (text) => text.replaceAll('\n', '\\n'), 0.84],
  ['as a string', (text) => (text.includes('\n') ? JSON.stringify(text) : text), 0.9],
  ['as containers are logged', lineByLine((line) => `2026-05-01T08:00:00.200123456Z stderr F ${line}`), 0.92],
  ['as services are logged', lineByLine((line) => `May 01 08:00:00 host acme[1234]: ${line}`), 0.95],
  [
    'as Spring logs',
    lineByLine((line) => `2026-05-01T08:00:00.616+02:00 ERROR 39613 --- [           main] c.acme.App   : ${line}`),
    0.95,
  ],
  ['as Copilot’s command line logs', lineByLine((line) => `[mcp server acme stderr] ${line}`), 0.93],
  ['as Go logs', lineByLine((line) => `2026/05/01 08:00:00 ${line}`), 0.95],
  ['as logrus does', lineByLine((line) => `time="2026-05-01T08:00:00Z" level=error msg=${JSON.stringify(line)}`), 0.93],
  ['as the answer to the first message', inSentence(asAnswer), 0.95],
  ['behind what a client says', inSentence((line) => `Failed to start MCP server "acme": ${line}`), 0.94],
  ['in brackets behind it', inSentence((line) => `Connection closed (${line})`), 0.94],
  ['wrapped', lineByLine((line) => line.replace(/(.{60,79}) /g, '$1\n')), 0.85],
  [
    'in one line',
    (text) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join(' '),
    0.82,
  ],
];

const SAY_MORE: ReadonlySet<string> = new Set([
  'called an error',
  'as the answer to the first message',
  'behind what a client says',
  'in brackets behind it',
]);

/** The cause of what is named first; null where nothing is. */
function causeOf(told: Case, text: string): string | null {
  return firstCause({ ...told, ...(told.log === undefined ? { stderr: text } : { log: text }) });
}

function firstCause(evidence: Readonly<Record<string, unknown>>): string | null {
  const empty = { client: null, os: null, config: null, stderr: null, stdout: null, log: null, exit: null };
  const [first] = explain(JSON.stringify({ ...empty, ...evidence })).findings.filter(({ label }) => label !== null);
  return first?.cause ?? null;
}

describe('what a program has said, as people paste it', function () {
  this.timeout(60_000);
  const plain = cases
    .map((told) => ({ told, text: told.log ?? told.stderr ?? '' }))
    .filter(({ text }) => text !== '')
    .map((each) => ({ ...each, cause: causeOf(each.told, each.text) }));
  for (const [name, dress, kept] of DRESSES)
    it(name, () => {
      const changed = plain.filter(({ text }) => dress(text) !== text);
      const lost = changed.filter(({ told, text, cause }) => causeOf(told, dress(text)) !== cause);
      const share = 1 - lost.length / changed.length;
      assert.ok(changed.length > 10, String(changed.length));
      assert.ok(
        share >= kept,
        `${share.toFixed(3)}: ${lost
          .slice(0, 5)
          .map(({ text }) => JSON.stringify(text))
          .join('\n')}`,
      );
    });

  it('on stdout, by a server that then fails', () => {
    const ends = plain.filter(({ told }) => told.log === undefined);
    const exit = { code: 1, signal: null };
    const lost = ends.filter(({ text }) => firstCause({ stdout: text, exit }) !== firstCause({ stderr: text, exit }));
    assert.ok(ends.length > 10, String(ends.length));
    assert.ok(
      lost.length <= ends.length * 0.06,
      lost
        .map(({ text }) => JSON.stringify(text))
        .slice(0, 5)
        .join('\n'),
    );
  });

  // Some say more than was said, that it failed, or less.
  for (const [name, dress] of DRESSES.filter(([each]) => !SAY_MORE.has(each) && each !== 'wrapped'))
    it(`${name}: what is no cause is none`, () => {
      const accused = noise.flatMap((text) => {
        const cause = causeOf({ log: undefined, stderr: undefined }, dress(text));
        return cause === null ? [] : [`${cause}: ${text}`];
      });
      assert.deepEqual(accused, []);
    });
});
