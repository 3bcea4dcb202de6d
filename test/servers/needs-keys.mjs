// Ends with the names of the settings that it misses; with both of them it is healthy.
import { serve } from './healthy.mjs';

const missing = ['HANDSHAKE_API_KEY', 'HANDSHAKE_REGION_CODE'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error(`Missing required environment variables:\n${missing.map((name) => `  - ${name}`).join('\n')}`);
  process.exit(1);
}
serve({ name: 'needs-keys' });
