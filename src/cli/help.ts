import { EXIT } from './exit-codes';

export async function runHelp(): Promise<number> {
  process.stdout.write(HELP);
  return EXIT.fine;
}

const HELP = `Says why an MCP server does not start, and tries the cure before it calls it one.

  mcp-handshake check    [FILES…]           what the files alone show; starts nothing, asks nobody
  mcp-handshake diagnose [FILES…]           starts each server as its client would, and tries the cures
  mcp-handshake explain  [FILE|-]           a pasted log, or one case as JSON
  mcp-handshake fix      FILE               makes the preferred fix; --dry-run shows it
  mcp-handshake rule     ID                 the page of a rule

  --server NAME      only this server            --format text|json|jsonl
  --client ID        as this client starts it    --timeout S   wait so long for each handshake
  --yes              agree to start the servers  --no-trial    start each once, try no cure
  --set NAME[=VALUE] the value of an input; without a value, from the environment or asked for
  --rule ID, --fix ID, --dry-run                 for fix: which finding, which cure, only show it

Without FILES: the configurations of the current folder.
Exit codes: 0 nothing wrong, 1 an error was found, 2 usage, 3 our own failure, 4 nothing could be checked.
`;
