// A server that does everything right, in as few lines as that takes. Others begin with it and break one thing.
import { createInterface } from 'node:readline';

export function serve({ name = 'healthy', tools = [{ name: 'echo', inputSchema: { type: 'object' } }], on = {} } = {}) {
  const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  const answers = {
    initialize: ({ protocolVersion }) => ({
      protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name, version: '1.0.0' },
    }),
    'tools/list': () => ({ tools }),
    ping: () => ({}),
    ...on,
  };
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method, params } = JSON.parse(line);
    const answer = answers[method];
    if (id === undefined || method === undefined) return;
    if (answer) send({ id, result: answer(params ?? {}, send) });
    else send({ id, error: { code: -32601, message: `no ${method}` } });
  });
  return send;
}

if (import.meta.url === `file://${process.argv[1]}`) serve();
