// A checkout whose dependencies are not installed yet: `npm install` in this folder is the cure.
import ms from 'ms';
import { serve } from '../clock.mjs';

serve(`library, after ${ms('2 days')} ms`, [
  { name: 'lend', description: 'Lends a book.', inputSchema: { type: 'object' } },
]);
