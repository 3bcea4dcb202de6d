// Starts only with its settings, as most servers do that speak to a service.
import { serve } from './clock.mjs';

const missing = ['WEATHER_API_KEY', 'WEATHER_UNITS_CODE'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.error('weather 2.1.0 starting');
  for (const name of missing) console.error(`Error: ${name} environment variable is required`);
  process.exit(1);
}
serve('weather', [{ name: 'forecast', description: 'The weather.', inputSchema: { type: 'object' } }]);
