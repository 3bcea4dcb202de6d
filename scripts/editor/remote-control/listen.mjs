// The test process's end of the remote control.
import { EventEmitter, once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

let listeners = 0;

/** One for all windows of an editor: each window's helper says first which folder it has open. */
export function listenForWindows() {
  const path = join(tmpdir(), `remote-control-${process.pid}-${++listeners}.sock`);
  rmSync(path, { force: true });
  /** @type {Map<string, Window>} */
  const windows = new Map();
  const arrivals = new EventEmitter();

  const server = createServer((socket) => {
    const window = new Window(socket);
    window.once('folder', (folder) => {
      // An extension host that was restarted connects again: from then on it is the one to ask.
      windows.set(folder, window);
      window.once('gone', () => windows.get(folder) === window && windows.delete(folder));
      arrivals.emit(folder);
    });
  }).listen(path);

  return {
    path,
    /**
     * Runs a function in the extension host of the window with this folder, once there is one. The function travels as
     * text: it sees `vscode` and its argument, nothing of the file that it stands in.
     */
    async evaluate(folder, body, argument) {
      if (!windows.has(folder)) await once(arrivals, folder);
      return windows.get(folder).evaluate(body, argument);
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
      if ('folder' in message) this.emit('folder', message.folder);
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
