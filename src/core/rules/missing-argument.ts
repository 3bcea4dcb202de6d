import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { isToldBySubcommand } from '../deduce/interpreters';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'missing-argument',
  label: 'missing-argument',
  cause: 'missing-setting',
  stage: 'settings',
  over: ['missing-env'],
  reads: ['argument-missing', 'silent', 'setting-missing', 'entry', 'ready', ...READ_OF_BARE_FAILURE],
  messages: {
    named: 'The server needs {what} on its command line, and does not get it. Add it to `args`.',
    bridge:
      '`{bridge}` calls a remote server, and no address stands behind its name. Add the address to `args`, as `https://…`.',
    secure:
      '`{bridge}` calls {address} only where `--allow-http` says so: it takes addresses without encryption of this machine alone. Use `https://`, or add `--allow-http`.',
    folder: '`{bridge}` opens the folders that its arguments name, and here is none: add one to `args`.',
    default: 'The server needs more on its command line than it gets. Add to `args` what its usage asks for.',
  },
  match: (subject, say) => {
    const { facts, entry, file, isQuoted = false } = subject;
    const bridge =
      entry?.hasArg(BRIDGE) && !entry.hasArg(ADDRESS) ? entry.args.find(({ safe }) => BRIDGE.test(safe)) : null;
    // Whoever quotes an entry leaves the address out.
    if (bridge && !isQuoted && !facts.first('ready')) {
      const evidence = [{ kind: 'entry', line: null, text: bridge.safe }] as const;
      const more = { severity: 'warning', confidence: 'likely', span: bridge.span, evidence } as const;
      return [say('bridge', { bridge: bridge.safe }, more)];
    }
    const open = entry ? unencrypted(entry) : null;
    if (entry && open && !facts.first('ready')) {
      const evidence = [{ kind: 'entry', line: null, text: open.address.safe }] as const;
      const words = [open.address.raw.reveal(), '--allow-http'];
      const edits = file ? editorOf(file).replaceItem(file, open.address, words) : [];
      const fixes = entryFix(entry, 'allow-http', safe('Add --allow-http'), edits);
      const more = { severity: 'warning', confidence: 'likely', span: open.address.span, evidence, fixes } as const;
      return [say('secure', { bridge: open.bridge.safe, address: open.address.safe }, more)];
    }
    const files = entry ? ofNoFolder(entry) : null;
    if (files && isBareFailure(subject)) return [say('folder', { bridge: files.safe }, suggestedBy(files))];
    const missing = facts.first('argument-missing');
    if (!missing || facts.first('silent')) return [];
    const { what, evidence } = missing;
    // A runner that was not told what to do is called in the wrong form.
    if (what !== null && isToldBySubcommand(what)) return [];
    // It may stand in a variable as well, and that has a name.
    if (what === null && facts.first('setting-missing')) return [];
    const more = { confidence: 'likely', evidence: [evidence] } as const;
    return [what === null ? say('default', {}, more) : say('named', { what }, more)];
  },
});

/** An address without encryption, of another machine, that a bridge is not told to call all the same. Source: mcp-remote. */
function unencrypted(entry: ServerEntry): { readonly bridge: Value; readonly address: Value } | null {
  const bridge = entry.args.find(({ safe: arg }) => BRIDGE.test(arg));
  const address = entry.args.find(({ safe: arg }) => /^http:\/\/[\w.-]+/.test(arg));
  if (!bridge || !address || entry.hasArg(/^--allow-http$/)) return null;
  return /^http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$)/.test(address.safe) ? null : { bridge, address };
}

/** The server of files, as the last word. Source: the usage that it prints. */
function ofNoFolder({ args }: ServerEntry): Value | null {
  const last = args.at(-1);
  return last && /^@modelcontextprotocol\/server-filesystem(?:@[\w.-]+)?$/.test(last.safe) ? last : null;
}

const BRIDGE = /^mcp-remote(?:@[\w.-]+)?$/;
/** An address, or what may become one. */
const ADDRESS = /:\/\/|[${<%]|^(?:localhost|[\w-]+(?:\.[\w-]+)+)[:/]/;

export const page: Page = {
  title: 'A word is missing on the command line',
  what: 'The server reads its command line first. Something that has to be there is not, so it says how it is used, and ends.',
  why: 'Many servers want a folder, an address or a subcommand (`stdio`, `serve`) behind their name; a copied entry may have lost it.',
  remedy: 'Add what the usage asks for to `args`, each word as an item of its own.',
  exceptions: 'A server that prints its usage and goes on is not accused.',
};

const died = { exit: { code: 1, signal: null } };
const misused = { exit: { code: 2, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a bridge to nowhere',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "mcp-remote"] } } }' },
    params: { bridge: 'mcp-remote' },
  },
  {
    name: 'the end alone, of a server of files without one',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'opens the folders',
  },
  {
    name: 'a bridge to another machine, without encryption',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["mcp-remote", "http://mcp.acme.test/mcp"] } } }',
    },
    params: { address: 'http://mcp.acme.test/mcp' },
  },
  {
    name: 'a bridge to this machine, without encryption',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["mcp-remote", "http://localhost:3000/mcp"] } } }',
    },
  },
  {
    name: 'a bridge',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["mcp-remote", "https://mcp.acme.test/mcp"] } } }',
    },
  },
  {
    name: 'argparse',
    fires: true,
    given: {
      ...misused,
      stderr: 'usage: acme-mcp [-h] --root ROOT\nacme-mcp: error: the following arguments are required: --root',
    },
    params: { what: '--root' },
  },
  {
    name: 'click',
    fires: true,
    given: { ...misused, stderr: "Error: Missing argument 'VAULT'." },
    params: { what: 'VAULT' },
  },
  { name: 'click, a group', fires: true, given: { ...misused, stderr: 'Error: Missing command.' } },
  {
    name: 'commander',
    fires: true,
    given: { ...died, stderr: "error: required option '--dsn <dsn>' not specified" },
    params: { what: '--dsn' },
  },
  {
    name: 'yargs',
    fires: true,
    given: {
      ...died,
      stderr:
        'acme <command>\n\nCommands:\n  acme stdio  Start it\n\nNot enough non-option arguments: got 0, need at least 1',
    },
  },
  {
    name: 'a sentence of its own',
    fires: true,
    given: { ...died, stderr: 'Please provide a database URL as a command-line argument' },
  },
  {
    name: 'clap',
    fires: true,
    given: {
      ...misused,
      stderr: 'error: the following required arguments were not provided:\n  <PATH>\n\nUsage: acme <PATH>',
    },
  },
  {
    name: 'cobra',
    fires: true,
    given: { ...died, stderr: 'Error: required flag(s) "token-file" not set' },
    params: { what: 'token-file' },
  },
  {
    name: 'no subcommand',
    fires: true,
    given: { ...died, stderr: "Error: Unknown command: undefined. Expected 'init' or 'run'." },
  },
  {
    name: 'a usage line alone',
    fires: true,
    given: { ...died, stderr: 'Usage: acme-files <allowed-directory> [more-directories...]' },
    params: { what: 'allowed-directory' },
  },
  {
    name: 'a variable does as well',
    fires: false,
    given: {
      ...died,
      stderr: 'Please either pass it as an argument --key=$KEY or set the ACME_KEY environment variable.',
    },
  },
  {
    name: 'all of it is optional',
    fires: false,
    given: { ...died, stderr: 'Usage: acme [options] [<file>]\nError: no database' },
  },
  { name: 'it goes on', fires: false, given: { silent: true, stderr: 'Usage: acme <folder>' } },
];
