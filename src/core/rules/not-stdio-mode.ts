import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'not-stdio-mode',
  label: 'not-stdio-mode',
  cause: 'not-stdio-mode',
  stage: 'handshake',
  reads: ['listens-on-http', 'ready', 'port-taken'],
  messages: {
    default:
      'The server waits for HTTP ({address}), and this entry speaks with it over stdio. Start it in its stdio mode, mostly `--transport stdio`; or start it yourself and write its address into the entry.',
  },
  match: ({ facts, entry }, say) => {
    const listens = facts.first('listens-on-http');
    if (!listens || facts.first('ready') || facts.first('port-taken')) return [];
    if (entry && entry.transport !== 'stdio' && entry.transport !== 'unknown') return [];
    const { address, evidence } = listens;
    return [say('default', { address }, { confidence: 'likely', evidence: [evidence] })];
  },
});

export const page: Page = {
  title: 'The server speaks HTTP, and the entry stdio',
  what: 'The server was started as a local one, opened a port, and waits there. What the client says on stdin it never reads.',
  why: 'Its default is HTTP, a flag or a variable (`TRANSPORT`, `MCP_TRANSPORT`) switches it on, or the command opens an inspector (`mcp dev`) in place of the server.',
  remedy:
    'Give it its stdio switch. Or let it run by itself, and write an entry with its address: `"type": "http", "url": "http://localhost:8000/mcp"`.',
  exceptions: 'Servers that open a port besides and answer on stdio are not accused.',
};

const config = '{ "servers": { "a": { "command": "python", "args": ["server.py"] } } }';

export const examples: Examples = () => [
  {
    name: 'uvicorn',
    fires: true,
    given: {
      config,
      silent: true,
      stderr: 'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
    },
    params: { address: 'http://127.0.0.1:8000' },
  },
  { name: 'a port', fires: true, given: { config, silent: true, stderr: 'Server listening on port 3000' } },
  {
    name: 'the way back of a login',
    fires: false,
    given: { config, silent: true, stderr: '[54792] OAuth callback server running at http://127.0.0.1:21371' },
  },
  {
    name: 'it answers on stdio, too',
    fires: false,
    given: { config, ready: true, stderr: 'Dashboard listening on port 3000' },
  },
  {
    name: 'a remote one',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "http://localhost:8000/mcp" } } }',
      stderr: 'Uvicorn running on http://127.0.0.1:8000',
    },
  },
];
