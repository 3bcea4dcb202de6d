// A server on the TypeScript SDK's second line, which also speaks the protocol without an `initialize`.
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

const server = new McpServer({ name: 'sdk-v2', version: '1.0.0' });
server.registerTool('echo', { description: 'Says it again.' }, () => ({ content: [{ type: 'text', text: 'echo' }] }));
await server.connect(new StdioServerTransport());
