// Gives its tools in pages: three that end, or with `--endless` pages without end.
import { serve } from './healthy.mjs';

const isEndless = process.argv.includes('--endless');
const tool = (number) => ({ name: `tool-${number}`, inputSchema: { type: 'object' } });
serve({
  name: 'pages',
  on: {
    'tools/list': ({ cursor = '0' }) => {
      const page = Number(cursor);
      const hasMore = isEndless || page < 2;
      return { tools: [tool(page)], ...(hasMore && { nextCursor: String(page + 1) }) };
    },
  },
});
