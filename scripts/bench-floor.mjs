// The floor that a probe is measured against: the same handshake with nothing else, then the hardest farewell.
//   node scripts/bench-floor.mjs COUNT COMMAND [ARG…]     so many of the server, all at once
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [count, command, ...args] = process.argv.slice(2);
const clientInfo = { name: 'floor', version: '0' };
await Promise.all(Array.from({ length: Number(count) }, greet));
process.exit(0);

function greet() {
  const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const send = (message) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo } });
  return new Promise((done) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const { id } = JSON.parse(line);
      if (id === 1) {
        send({ method: 'notifications/initialized' });
        send({ id: 2, method: 'tools/list', params: {} });
      } else if (id === 2) {
        server.kill('SIGKILL');
        done();
      }
    });
    server.once('exit', (code) => code !== null && process.exit(1));
  });
}
