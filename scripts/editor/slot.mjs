// Runs may overlap on one machine. Each takes a slot, and with it a port and a browser profile that stay the same from
// run to run: the address is then known to Chromium, whose caches of the workbench remain valid.
import { createServer } from 'node:net';

/** @returns {Promise<{ number: number, port: number, release: () => void }>} */
export async function takeSlot() {
  for (let number = 0; number < 50; number++) {
    // A listening socket is the lock: the system frees it with its process, however that ends.
    const lock = await listen(FIRST_PORT + 2 * number);
    if (!lock) continue;
    const port = FIRST_PORT + 2 * number + 1;
    // A server that outlived its run may still have the port.
    if (await isFree(port)) return { number, port, release: () => lock.close() };
    lock.close();
  }
  throw new Error(`No free pair of ports from ${FIRST_PORT} on.`);
}

/** @param {number} port */
export async function isFree(port) {
  const probe = await listen(port);
  if (!probe) return false;
  await new Promise((resolve) => probe.close(resolve));
  return true;
}

const FIRST_PORT = 18470;

/** @returns {Promise<import('node:net').Server | undefined>} undefined: taken, or not for us */
function listen(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    const isRefused = (error) => error.code === 'EADDRINUSE' || error.code === 'EACCES';
    server.once('error', (error) => (isRefused(error) ? resolve(undefined) : reject(error)));
    server.listen(port, '127.0.0.1', () => resolve(server.unref()));
  });
}
