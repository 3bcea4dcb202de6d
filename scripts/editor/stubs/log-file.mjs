// VS Code's log files, written synchronously: they are complete even after a crash.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

export async function createAsyncRotatingLogger(_name, file) {
  mkdirSync(dirname(file), { recursive: true });
  return new Logger(file);
}

export const createRotatingLogger = createAsyncRotatingLogger;
export const setFlushOn = () => {};
export const setLevel = () => {};
export const version = 0;

export class Logger {
  #file;
  #level = LEVELS.indexOf('info');
  #formatted = true;

  constructor(file) {
    this.#file = file;
  }

  trace(message) {
    this.#write('trace', message);
  }

  debug(message) {
    this.#write('debug', message);
  }

  info(message) {
    this.#write('info', message);
  }

  warn(message) {
    this.#write('warning', message);
  }

  error(message) {
    this.#write('error', message);
  }

  critical(message) {
    this.#write('critical', message);
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  clearFormatters() {
    this.#formatted = false;
  }

  setPattern() {}
  flush() {}
  drop() {}

  #write(level, message) {
    if (LEVELS.indexOf(level) < this.#level) return;
    const line = this.#formatted ? `${new Date().toISOString()} [${level}] ${message}\n` : message;
    try {
      appendFileSync(this.#file, line);
    } catch {
      // The folder of a throw-away profile may be gone by the last message, and a log must not end its program.
    }
  }
}
