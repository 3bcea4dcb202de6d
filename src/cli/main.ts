#!/usr/bin/env node
import { clean } from '../core/clean';
import { HumanError } from '../core/human-error';
import { ownFault } from '../core/own-fault';
import { parseCommandLine } from './arguments';
import { commandNamed } from './commands';
import { EXIT } from './exit-codes';
import { say } from './print';
import { runVersion } from './version';
import { learnToWrap } from './wrap';

const interrupted = new AbortController();
for (const [signal, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 }))
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for a farewell: servers are ended without one.
    if (interrupted.signal.aborted) process.exit(128 + number);
    interrupted.abort();
  });

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads us may have enough: `mcp-handshake diagnose | head`.
  if (error.code === 'EPIPE') process.exit(EXIT.fine);
  say(`mcp-handshake: the answer cannot be written (${error.code ?? error.name}).`);
  process.exit(EXIT.ownFailure);
});
process.stderr.on('error', () => {}); // there is nobody left to tell

async function main(): Promise<number> {
  try {
    const line = parseCommandLine(process.argv.slice(2));
    if (line.command === 'version') return await runVersion();
    await learnToWrap();
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
