// The floor that a probe is measured against: the same handshake with nothing else, then the hardest farewell.
//   node scripts/bench-floor.mjs COMMAND [ARG…]
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const [command, ...args] = process.argv.slice(2);
const server = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
const send = (message) => server.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const clientInfo = { name: 'floor', version: '0' };
send({ id: 1, method: 'initialize', params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo } });
createInterface({ input: server.stdout }).on('line', (line) => {
  const { id } = JSON.parse(line);
  if (id === 1) {
    send({ method: 'notifications/initialized' });
    send({ id: 2, method: 'tools/list', params: {} });
  } else if (id === 2) {
    server.kill('SIGKILL');
    process.exit(0);
  }
});
server.once('exit', () => process.exit(1));
