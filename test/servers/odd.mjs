// Answers as no server should, in the one way that it is told: node odd.mjs WAY
import { createInterface } from 'node:readline';

const [way] = process.argv.slice(2);
const print = (text) => process.stdout.write(text);
const result = (protocolVersion) => ({ protocolVersion, capabilities: {}, serverInfo: { name: 'odd', version: '1' } });

const ways = {
  'error that cannot be said': ({ id }) =>
    print(`{"jsonrpc":"2.0","id":${id},"error":{"code":1,"message":{"toString":null}}}\n`),
  'error without an id': () => print('{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"Parse error"}}\n'),
  'id as text': ({ id, params }) =>
    print(`${JSON.stringify({ jsonrpc: '2.0', id: String(id), result: result(params.protocolVersion) })}\n`),
  'blank in front': ({ id, params }) =>
    print(`  ${JSON.stringify({ jsonrpc: '2.0', id, result: result(params.protocolVersion) })}\n`),
  'version of its own': ({ id }) => print(`${JSON.stringify({ jsonrpc: '2.0', id, result: result('1999-01-01') })}\n`),
  'question without an end': () => process.stderr.write('Enter your token: '),
  'pings without end': () => {
    const ping = `${JSON.stringify({ jsonrpc: '2.0', id: 'p', method: 'ping' })}\n`.repeat(1000);
    const flood = () => process.stdout.write(ping, flood);
    process.stdin.pause();
    flood();
  },
  'lines of megabytes': () => {
    const line = `${'x'.repeat(3_000_000)}\n`;
    const flood = () => process.stderr.write(line, () => process.stdout.write(line, flood));
    flood();
  },
  'end after the handshake': ({ id, params }) => {
    print(
      `${JSON.stringify({ jsonrpc: '2.0', id, result: { ...result(params.protocolVersion), capabilities: { tools: {} } } })}\n`,
    );
    setTimeout(() => process.exit(3), 50);
  },
};
createInterface({ input: process.stdin }).once('line', (line) => ways[way](JSON.parse(line)));
