// A whole MCP server over stdio, without a library: it answers `initialize`, and has one tool.
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** @param {string} name @param {object[]} tools */
export function serve(name, tools) {
  const answers = {
    initialize: ({ protocolVersion }) => ({
      protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name, version: '1.0.0' },
    }),
    'tools/list': () => ({ tools }),
    'tools/call': () => ({ content: [{ type: 'text', text: new Date().toISOString() }] }),
  };
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { id, method, params } = JSON.parse(line);
    const answer = answers[method];
    if (id === undefined) return;
    const outcome = answer ? { result: answer(params ?? {}) } : { error: { code: -32601, message: `no ${method}` } };
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...outcome })}\n`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  serve('clock', [{ name: 'now', description: 'The time.', inputSchema: { type: 'object' } }]);
}
