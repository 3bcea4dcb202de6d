import assert from 'node:assert/strict';
import { diagnose, vscodeWorkspace } from '../probe/cli';

/** Published servers that need nothing but a start: each must be ready, and nothing may be said of it. */
const healthy: Readonly<Record<string, readonly string[]>> = {
  '@modelcontextprotocol/server-everything': [],
  '@modelcontextprotocol/server-filesystem': ['.'],
  '@modelcontextprotocol/server-memory': [],
};

describe('published servers, started for real', () => {
  for (const [name, args] of Object.entries(healthy)) {
    it(`${name} is ready, without a finding`, async () => {
      const [server] = await diagnose(vscodeWorkspace({ s: { command: 'npx', args: ['-y', name, ...args] } }));
      assert.deepEqual([server?.status, server?.findings], ['ready', []]);
      assert.ok((server?.handshake?.counts.tools ?? 0) > 0);
    });
  }
});
