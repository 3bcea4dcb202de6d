import { editorOf } from '../edit';
import { packageArg } from '../deduce/package-arg';
import { fill } from '../text';
import { programName } from '../launch/program-name';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'uvx-entrypoint-mismatch',
  label: 'uvx-entrypoint-mismatch',
  cause: 'uvx-entrypoint-mismatch',
  stage: 'fetch',
  reads: ['uv-no-executable'],
  messages: {
    default: 'The package was fetched, and has no program `{wanted}`. Name its program: `uvx --from PACKAGE PROGRAM`.',
    provided: 'The package `{name}` has no program `{wanted}`. It has {provided}: use `uvx --from {name} PROGRAM`.',
  },
  match: ({ facts, file, entry }, say) => {
    const said = facts.first('uv-no-executable');
    // `uv run` says the same of a project of one's own, where nothing was fetched.
    if (!said || (entry?.command && !/^(?:uvx|pipx)$/.test(programName(entry.command.safe)))) return [];
    const { name, wanted, provided, evidence } = said;
    const [only] = provided;
    const fixes =
      file && entry && name && only && provided.length === 1 ? [fromPackage(file, entry, name, wanted, only)] : [];
    const more = {
      // Without the entry it may be `uv run` that speaks.
      confidence: name ? 'evident' : entry ? 'likely' : 'possible',
      span: packageArg(entry, (written) => written === wanted)?.arg.span ?? null,
      evidence: [evidence],
      fixes: fixes.flatMap((fix) => fix ?? []),
    } as const;
    return [name && only ? say('provided', { wanted, name, provided }, more) : say('default', { wanted }, more)];
  },
});

/** Names package and program apart. */
function fromPackage(file: ConfigFile, entry: ServerEntry, name: Safe, wanted: Safe, program: Safe): Fix | null {
  const named = packageArg(entry, (written) => written === wanted);
  if (!named) return null;
  const spec = named.arg.raw.reveal().replace(named.written, () => name);
  return {
    id: 'use-from',
    title: fill('Run {program} from {name}', { program, name }),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).replaceItem(file, named.arg, ['--from', spec, program]),
    trying: 'never',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'The Python package has no program of that name',
  what: '`uvx NAME` fetches the package NAME and runs its program NAME. The package is there; a program of that name is not.',
  why: 'The program has another name than its package: dots, dashes and underscores differ, or a prefix is missing.',
  remedy: 'Name both: `"args": ["--from", "PACKAGE", "PROGRAM"]`.',
  exceptions: '`uv run` says the same of a script that your own project lacks; that is left to another cause.',
};

const notProvided = `An executable named \`acme_mcp\` is not provided by package \`acme-mcp\`.
The following executables are available:
- acme-mcp.exe`;
const config = (command: string) => JSON.stringify({ servers: { a: { command, args: ['acme_mcp'] } } });

export const examples: Examples = () => [
  {
    name: 'another spelling',
    fires: true,
    given: { stderr: notProvided, config: config('uvx') },
    params: { name: 'acme-mcp', provided: ['acme-mcp'] },
  },
  {
    name: 'a program that Windows does not find',
    fires: true,
    given: {
      stderr: 'Installed 41 packages in 350ms\nerror: Failed to spawn: `acme.weather`\n  Caused by: program not found',
    },
    params: { wanted: 'acme.weather' },
  },
  {
    name: 'a project of one’s own',
    fires: false,
    given: { stderr: 'error: Failed to spawn: `acme_mcp`\n  Caused by: No such file', config: config('uv') },
  },
];
