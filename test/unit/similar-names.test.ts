import assert from 'node:assert/strict';
import { knownPackages } from '../../src/core/known-packages';
import { similarNames } from '../../src/core/similar-names';

describe('names that were meant', () => {
  const rows: Record<string, readonly string[]> = {
    '@modelcontextprotocol/server-memry': ['@modelcontextprotocol/server-memory'],
    '@modelcontextprotocol/server-filesytem': ['@modelcontextprotocol/server-filesystem'],
    'server-filesystem': ['@modelcontextprotocol/server-filesystem'],
    '@mcp/server-filesystem': ['@modelcontextprotocol/server-filesystem'],
    'firecrawl-mpc': ['firecrawl-mcp'],
    'weather-of-my-own': [],
    'tavily-mcp': [],
  };
  for (const [name, similar] of Object.entries(rows)) {
    it(`${name} → ${similar.join(', ') || 'none'}`, () =>
      assert.deepEqual(similarNames(name, knownPackages.npm), similar));
  }
});
