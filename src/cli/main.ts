#!/usr/bin/env node
import { HumanError } from '../core/human-error';
import { parseCommandLine } from './arguments';
import { EXIT } from './exit-codes';
import { run } from './run';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

run(parseCommandLine(process.argv.slice(2)), interrupted.signal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      error instanceof HumanError ? `mcp-handshake: ${error.message}\n` : `mcp-handshake failed: ${String(error)}\n`,
    );
    process.exitCode = error instanceof HumanError ? EXIT.usage : EXIT.ownFailure;
  },
);
