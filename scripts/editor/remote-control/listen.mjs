// The test process's end of the remote control.
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

let listeners = 0;

/** One for all windows of an editor: each window's helper says first which folder or workspace file it was opened on. */
export function listenForWindows() {
  const path = join(tmpdir(), `remote-control-${process.pid}-${++listeners}.sock`);
  rmSync(path, { force: true });
  /** @type {Map<string, Window>} */
  const windows = new Map();
  const arrivals = new EventEmitter();

  const server = createServer((socket) => {
    const window = new Window(socket);
    window.once('opened', (path) => {
      // An extension host that was restarted connects again: from then on it is the one to ask.
      windows.set(path, window);
      window.once('gone', () => windows.get(path) === window && windows.delete(path));
      arrivals.emit(path);
    });
  }).listen(path);

  return {
    path,
    /**
     * Runs a function in the extension host of the window on this path, once there is one. The function travels as
     * text: it sees `vscode` and its argument, nothing of the file that it stands in.
     */
    async evaluate(opened, body, argument) {
      if (!windows.has(opened)) await once(arrivals, opened);
      return windows.get(opened).evaluate(body, argument);
    },
    /** Settles when another extension host says that its window is on this path. */
    nextArrival(opened) {
      return once(arrivals, opened);
    },
    close() {
      server.close();
      rmSync(path, { force: true });
    },
  };
}

class Window extends EventEmitter {
  #socket;
  #asked = new Map();
  #lastId = 0;

  constructor(socket) {
    super();
    this.#socket = socket;
    createInterface({ input: socket }).on('line', (line) => {
      const message = JSON.parse(line);
      if ('opened' in message) this.emit('opened', message.opened);
      else this.#answer(message);
    });
    // A broken connection is closed right after, and then said to whoever waits for an answer.
    socket.on('error', () => {});
    socket.on('close', () => {
      this.emit('gone');
      for (const { reject } of this.#asked.values()) reject(new Error('The extension host ended before it answered.'));
    });
  }

  evaluate(body, argument) {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#asked.set(id, { resolve, reject });
      this.#socket.write(`${JSON.stringify({ id, source: String(body), argument })}\n`);
    });
  }

  #answer({ id, value, error }) {
    const { resolve, reject } = this.#asked.get(id);
    this.#asked.delete(id);
    if (error === undefined) resolve(value);
    else reject(new Error(error));
  }
}
