// Healthy, and as noisy as a server may be: banners and warnings on stderr, a line on stdout that is no JSON-RPC.
import { serve } from './healthy.mjs';

console.error('Warning: WEATHER_API_KEY is not set, using the demo key');
console.error('Error: could not load the optional plugin; going on without');
console.log('Welcome!');
serve({ name: 'chatty' });
