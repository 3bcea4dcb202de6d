// A server on the TypeScript SDK's first line, as most published ones are.
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';

const server = new McpServer({ name: 'sdk-v1', version: '1.0.0' });
server.registerTool('echo', { description: 'Says it again.' }, () => ({ content: [{ type: 'text', text: 'echo' }] }));
await server.connect(new StdioServerTransport());
