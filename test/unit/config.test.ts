import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { parseConfig } from '../../src/core/config/parse';

const PATH = '/w/.vscode/mcp.json';
const servers = (text: string) => parseConfig(PATH, text).maps.flatMap((map) => map.servers);

describe('reading a config file', () => {
  it('gives every value with its place', () => {
    const text = '{ "servers": { "a": { "command": "npx", "args": ["-y", "x"], "env": { "K": null, "N": 1 } } } }';
    const [server] = servers(text);
    assert.ok(server?.command);
    const { command, args, env, path } = server;
    assert.equal(text.substr(command.span.offset, command.span.length), '"npx"');
    assert.deepEqual(
      args.map(({ safe }) => safe),
      ['-y', 'x'],
    );
    assert.deepEqual(
      env.map(({ name, value }) => [name, value?.safe ?? null]),
      [
        ['K', null],
        ['N', '1'],
      ],
    );
    assert.deepEqual(path, ['servers', 'a']);
  });

  it('takes the last of two keys, as JSON.parse does', () => {
    assert.equal(servers('{ "servers": { "a": { "command": "one", "command": "two" } } }')[0]?.command?.safe, 'two');
  });

  it('reads what is healthy in a broken file', () => {
    assert.deepEqual(servers('{ "servers": { "a": { "command": "x" } "b": }').map(({ name }) => name)[0], 'a');
  });

  it('reads a bare map where no map has a name', () => {
    assert.deepEqual(
      parseConfig('/w/.mcp.json', '{ "a": { "command": "x" } }').maps.map(({ path }) => path),
      [[]],
    );
  });
});

describe('bad input is a finding or silence, never an exception', () => {
  const entries = (count: number) => {
    const map = Object.fromEntries(Array.from({ length: count }, (_, index) => [`s${index}`, { command: 'node' }]));
    return JSON.stringify({ servers: map });
  };
  const cases: Record<string, { text: string; finds: readonly string[] }> = {
    'an empty file': { text: '', finds: ['config-json-invalid'] },
    'a binary file': { text: '\u007FELF\0\u0001', finds: ['config-json-invalid'] },
    '50 MB': { text: ' '.repeat(50_000_000), finds: ['config-json-invalid'] },
    'nested 200,000 deep': { text: '['.repeat(200_000), finds: ['config-json-invalid'] },
    'servers as an array': { text: '{ "servers": [] }', finds: [] },
    'servers as a number': { text: '{ "servers": 1 }', finds: ['servers-not-a-map'] },
    'servers as null': { text: '{ "servers": null }', finds: [] },
    'entries of every type': {
      text: '{ "servers": { "a": 1, "b": null, "c": [], "d": "x", "e": {} } }',
      finds: ['servers-not-a-map', 'servers-not-a-map', 'servers-not-a-map'],
    },
    'args and env of wrong types': {
      text: '{ "servers": { "a": { "command": 1, "args": {}, "env": [] } } }',
      finds: [],
    },
    '10,000 entries': { text: entries(10_000), finds: [] },
    'a BOM': { text: '\uFEFF{ "servers": {} }', finds: [] },
    'a string': { text: '"x"', finds: [] },
  };
  for (const [name, { text, finds }] of Object.entries(cases)) {
    it(name, () => {
      const { findings } = check(PATH, text);
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        finds,
      );
    });
  }
});
