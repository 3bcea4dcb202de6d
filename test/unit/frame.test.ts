import assert from 'node:assert/strict';
import { ownFault } from '../../src/core/own-fault';
import { LineSplitter } from '../../src/core/wire/lines';
import { readFrame } from '../../src/core/wire/frame';

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a line of stdout', () => {
  const rows: readonly [name: string, line: string, kind: string][] = [
    ['an answer', '{"jsonrpc":"2.0","id":1,"result":{}}', 'answer'],
    ['an answer whose id is a text', '{"jsonrpc":"2.0","id":"1","result":{}}', 'answer'],
    ['an error without an id', '{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"x"}}', 'answer'],
    ['a request', '  {"jsonrpc":"2.0","id":"a","method":"ping"}\r', 'request'],
    ['a notification', '{"jsonrpc":"2.0","method":"notifications/message"}', 'notification'],
    ['an id that is an object', '{"jsonrpc":"2.0","id":{"toString":1},"result":{}}', 'noise'],
    ['a request whose id is a list', '{"jsonrpc":"2.0","id":[1],"method":"ping"}', 'noise'],
    ['a result for nothing', '{"jsonrpc":"2.0","result":{}}', 'noise'],
    ['JSON that is no JSON-RPC', '{"level":"info","message":"ready"}', 'noise'],
    ['no JSON', '{jsonrpc', 'noise'],
    ['words', 'Server listening', 'noise'],
    ['nothing', ' \t', 'blank'],
    ['an answer behind a byte order mark', '\uFEFF{"jsonrpc":"2.0","id":1,"result":{}}', 'noise'],
    ['a result as deep as a schema may be', `{"jsonrpc":"2.0","id":1,"result":${deep(200)}}`, 'answer'],
    ['a result deeper than anybody means', `{"jsonrpc":"2.0","id":1,"result":${deep(300)}}`, 'noise'],
    [
      'brackets in a string, behind quotes and backslashes',
      `{"jsonrpc":"2.0","id":1,"result":{"a":"\\\\\\"${'['.repeat(300)}\\\\"}}`,
      'answer',
    ],
    ['brackets in a text', `{"jsonrpc":"2.0","id":1,"result":"${'[\\"'.repeat(300)}"}`, 'answer'],
  ];
  for (const [name, line, kind] of rows)
    it(`${name} is ${kind}`, () => assert.equal(readFrame(line).kind, kind, JSON.stringify(readFrame(line))));
});

describe('the lines of a pipe', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  it('are the same wherever their bytes are cut, and keep what a reader may stumble over', () => {
    const whole = new Uint8Array([...bytes('\uFEFFé\r\nß\n'), 0xff, 10, ...bytes('rest')]);
    const expected = [
      { text: '\uFEFFé', flaws: ['carriage-return', 'byte-order-mark'] },
      { text: 'ß', flaws: [] },
      { text: '\uFFFD', flaws: ['undecodable'] },
      { text: 'rest', flaws: [] },
    ];
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const splitter = new LineSplitter(100);
      const lines = [...splitter.push(whole.slice(0, cut)), ...splitter.push(whole.slice(cut))];
      assert.deepEqual([...lines, splitter.flush()], expected);
      assert.equal(splitter.flush(), null);
    }
  });

  it('are cut where they are long, and nothing of one is in the next', () => {
    const splitter = new LineSplitter(3);
    const lines = [...splitter.push(bytes('abcdef')), ...splitter.push(bytes('ghi\nxy\n'))];
    assert.deepEqual(
      lines.map(({ text }) => text),
      ['abc', 'xy'],
    );
  });
});

describe('a fault of our own', () => {
  it('is told without a word of what it stumbled over', () => {
    const hostile = new SyntaxError('hunter2\n    at hunter2 (/hunter2.js:1:1)');
    const { kind, at } = ownFault(hostile);
    assert.equal(kind, 'SyntaxError');
    assert.ok(at.length > 0);
    assert.doesNotMatch(JSON.stringify([kind, at]), /hunter2/);
  });
  it('may be anything', () => assert.deepEqual(ownFault('hunter2'), { kind: 'string', at: [] }));
});
