// Does to its client what no server should, in the one way that it is told: node hostile.mjs WAY
import { createInterface } from 'node:readline';
import { randomBytes } from 'node:crypto';

const [way] = process.argv.slice(2);
const DEEP = 100_000;
const deep = '['.repeat(DEEP) + ']'.repeat(DEEP);
const deepObject = '{"a":'.repeat(DEEP) + '1' + '}'.repeat(DEEP);
const huge = 'x'.repeat(3_900_000);

const print = (text) => process.stdout.write(`${text}\n`);
const message = (id, rest) => print(`{"jsonrpc":"2.0","id":${id},${rest}}`);
const answer = ({ id }, { version = '2025-11-25', name = 'hostile', serverVersion = '1', capabilities = '{}' } = {}) =>
  message(
    id,
    `"result":{"protocolVersion":${JSON.stringify(version)},"capabilities":${capabilities},"serverInfo":{"name":${JSON.stringify(name)},"version":${JSON.stringify(serverVersion)}}}`,
  );
const forEver = (stream, text) => {
  const again = () => {
    while (stream.write(text));
    stream.once('drain', again);
  };
  again();
};

const ways = {
  'an id that is no value': () => message('{"toString":1,"valueOf":1}', '"result":{}'),
  'an id as a list': () => message('[1]', '"result":{}'),
  'a deep id': () => message(deep, '"result":{}'),
  'a ping with a deep id': () => message(deep, '"method":"ping"'),
  'a deep error': ({ id }) => message(id, `"error":${deepObject}`),
  'a deep message in an error': ({ id }) => message(id, `"error":{"code":1,"message":${deep}}`),
  'an error of megabytes': ({ id }) => message(id, `"error":{"code":1,"message":"${huge}"}`),
  'deep capabilities': (request) => answer(request, { capabilities: `{"experimental":${deepObject}}` }),
  'a name of megabytes': (request) => answer(request, { name: huge }),
  'versions of megabytes': (request) => answer(request, { version: huge, serverVersion: huge }),
  'a version that is a list': ({ id }) => message(id, `"result":{"protocolVersion":${deep}}`),
  'braces that never close': () => print('{"jsonrpc":"2.0","id":1,"result":'.padEnd(3_000_000, '[')),
  'a flood on stderr': () => forEver(process.stderr, `${'x'.repeat(1_000)}\n`),
  'a flood on stdout': () => forEver(process.stdout, `${'é"\\'.repeat(300)}\n`),
  'a flood of empty lines': () => {
    forEver(process.stderr, '\n'.repeat(10_000));
    forEver(process.stdout, '\n'.repeat(10_000));
  },
  'a flood of answers': () => forEver(process.stdout, '{"jsonrpc":"2.0","id":99,"result":{}}\n'.repeat(100)),
  'a flood of bytes': () => {
    forEver(process.stderr, randomBytes(60_000));
    forEver(process.stdout, randomBytes(60_000));
  },
  'lines without an end': () => {
    forEver(process.stderr, 'e'.repeat(60_000));
    forEver(process.stdout, 'o'.repeat(60_000));
  },
  'lists without an end': (request) => {
    answer(request, { capabilities: '{"tools":{}}' });
    createInterface({ input: process.stdin }).on('line', (line) => {
      const { id } = JSON.parse(line);
      if (id)
        message(id, `"result":{"tools":[${'{},'.repeat(100_000)}{}],"nextCursor":"${id}${huge.slice(0, 100_000)}"}`);
    });
  },
  'names of settings without an end': () => {
    const names = (line) => Array.from({ length: 40 }, (_, index) => `MADE_UP_${line}_${index}`);
    for (let line = 0; line < 1_000; line += 1) console.error(`Error: ${names(line).join(', ')} must be set`);
    process.exitCode = 1;
    process.stdin.destroy();
  },
  'a name of a setting without an end': () => {
    for (let line = 0; line < 1_000; line += 1) console.error(`${'A_'.repeat(2_000)}A ${line} is required`);
    process.exitCode = 1;
    process.stdin.destroy();
  },
};
createInterface({ input: process.stdin }).once('line', (line) => ways[way](JSON.parse(line)));
