// Works, and prints a line on stdout first: some clients skip it, others give up.
import { serve } from './clock.mjs';

console.log('banner 1.0.0 is listening');
serve('banner', [{ name: 'hello', description: 'A greeting.', inputSchema: { type: 'object' } }]);
