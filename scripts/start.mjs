// npm start: opens demo/ in a real VS Code with the extension in it, on a machine that has only Node and npm.
//   npm start -- [--embedded] [--no-open] [--port N]
// An old Node must get as far as the sentence below: everything newer is imported after it.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [major, minor] = process.versions.node.split('.').map(Number);
const [wantedMajor, wantedMinor] = engines.node.match(/\d+/g).map(Number);

if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) {
  console.error(
    `This is Node ${process.versions.node}, and ${wantedMajor}.${wantedMinor} or newer is needed (nodejs.org).`,
  );
  process.exitCode = 1;
} else {
  const { showDemo } = await import('./editor/demo.mjs');
  await showDemo(process.argv.slice(2));
}
