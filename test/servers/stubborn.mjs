// Ignores the end of its input and SIGTERM, and has a grandchild in a session of its own that does the same.
// Writes the ids of both to the file that it is given.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const [pidFile] = process.argv.slice(2);
const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
const grandchild = spawn(process.execPath, ['-e', stubborn], { detached: true, stdio: 'ignore' });
grandchild.unref();
process.on('SIGTERM', () => {});
writeFileSync(pidFile, JSON.stringify([process.pid, grandchild.pid]));
setInterval(() => {}, 1000);
