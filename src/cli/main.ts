#!/usr/bin/env node
import { HumanError } from '../core/human-error';
import { parseCommandLine } from './arguments';
import { EXIT } from './exit-codes';
import { run } from './run';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

// Whoever reads us may have enough: `mcp-handshake diagnose | head`.
process.stdout.on('error', () => process.exit(EXIT.fine));

async function main(): Promise<number> {
  try {
    return await run(parseCommandLine(process.argv.slice(2)), interrupted.signal);
  } catch (error) {
    const isForPeople = error instanceof HumanError;
    process.stderr.write(
      isForPeople ? `mcp-handshake: ${error.message}\n` : `mcp-handshake failed: ${String(error)}\n`,
    );
    return isForPeople ? EXIT.usage : EXIT.ownFailure;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
