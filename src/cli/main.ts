#!/usr/bin/env node
import { clean } from '../core/clean';
import { HumanError } from '../core/human-error';
import { ownFault } from '../core/own-fault';
import { parseCommandLine } from './arguments';
import { commandNamed } from './commands';
import { EXIT } from './exit-codes';
import { say } from './print';
import { runVersion } from './version';

const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted.abort());

// Whoever reads us may have enough: `mcp-handshake diagnose | head`.
process.stdout.on('error', () => process.exit(EXIT.fine));

async function main(): Promise<number> {
  try {
    const line = parseCommandLine(process.argv.slice(2));
    if (line.command === 'version') return await runVersion();
    return await commandNamed(line.command).run(line, interrupted.signal);
  } catch (error) {
    if (error instanceof HumanError) {
      say(`mcp-handshake: ${clean(error.message)}`);
      return EXIT.usage;
    }
    const { kind, at } = ownFault(error);
    say([`mcp-handshake failed: ${kind}. This is a fault of its own.`, ...at].join('\n  '));
    return EXIT.ownFailure;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
