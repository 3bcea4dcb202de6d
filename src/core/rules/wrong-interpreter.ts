import { accountOf } from '../deduce/account';
import { isBareFailure, muteEnd, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { missingPythonModule } from '../deduce/missing-python-module';
import { isOfOther } from '../launch/interpreters';
import { useAbsolutePath } from '../fixes/use-absolute-path';
import { defineRule } from './rule';
import type { Evidence } from '../facts';
import type { ServerEntry, Value } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-interpreter',
  label: 'wrong-interpreter',
  cause: 'wrong-interpreter',
  stage: 'interpreter',
  reads: [
    'entry',
    'python-module-missing',
    'extension-unknown',
    'gem-missing',
    'project',
    'account',
    ...READ_OF_BARE_FAILURE,
  ],
  messages: {
    typescript:
      'This Node.js does not run TypeScript: {path}. Start the file with `tsx` (`npx tsx FILE`), or build the project and start what was built.',
    language:
      '`{program}` is to run {path}, and that is written in another language. Start the file with what runs it.',
    ruby: 'The Ruby that was started is not the one of the project: it has another Bundler. Write the full path of the right `ruby` into `command`, or start it through the version manager (`mise exec`, `rbenv exec`).',
    told: 'Another Python runs the server than the one that its packages are installed for. Write the full path of the `python` in the virtual environment into `command`, or use `uv run`.',
    maybe:
      '`{program}` is the Python that comes first on the PATH of the client, and what a server needs is mostly installed in the virtual environment of its project: start that one’s `python`, or use `uv run`.',
    default:
      'The Python that was started does not have `{name}`. It is mostly installed in the virtual environment of the project: start that one’s `python`, or use `uv run`.',
  },
  match: (subject, say) => {
    const unknown = subject.facts.first('extension-unknown');
    if (unknown && /^\.[cm]?tsx?$/.test(unknown.extension))
      return [
        say(
          'typescript',
          { path: unknown.path },
          { confidence: 'likely', span: subject.entry?.command?.span ?? null, evidence: [unknown.evidence] },
        ),
      ];
    const gem = subject.facts.first('gem-missing');
    if (gem?.isBundler) return [say('ruby', {}, { confidence: 'likely', evidence: [gem.evidence] })];
    const [script] = subject.entry?.program === 'node' ? subject.entry.args : [];
    if (script && /\.[cm]?tsx?$/.test(script.safe) && isBareFailure(subject))
      return [say('typescript', { path: script.safe }, suggestedBy(script))];
    const other = subject.entry ? otherLanguage(subject.entry) : undefined;
    if (other && subject.entry?.command) {
      const evidence = written(other);
      return [
        say('language', { program: subject.entry.command.safe, path: other.safe }, { span: other.span, evidence }),
      ];
    }
    const account = accountOf(subject, 'interpreter');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const missing = missingPythonModule(subject);
    const python = subject.entry ? firstPython(subject.entry) : null;
    if (!missing && python && (isBareFailure(subject) || muteEnd(subject)?.exit?.code === 1))
      return [say('maybe', { program: python.safe }, suggestedBy(python))];
    if (missing?.speaksFor !== 'interpreter') return [];
    const { name, fact } = missing;
    const span = subject.entry?.command?.span ?? null;
    const file = fact.importer ?? subject.entry?.args.find(({ safe: arg }) => arg.endsWith('.py'))?.safe;
    const question = file === undefined ? null : ({ kind: 'project', file } as const);
    const found = question && subject.facts.answerTo(question)?.python;
    const place = found ? { path: found, tool: null, interpreter: null } : null;
    const fix = place ? useAbsolutePath(subject, place, true) : null;
    const more = { confidence: 'likely', span, evidence: [fact.evidence], wants: question ? [question] : [] } as const;
    return [say('default', { name }, { ...more, fixes: fix ? [fix] : [] })];
  },
});

function written({ safe: text }: Value): readonly Evidence[] {
  return [{ kind: 'entry', line: null, text }];
}

/** A Python by its name alone, with something to run. */
function firstPython({ command, args }: ServerEntry): Value | null {
  return command && args.length > 0 && /^(?:python[\d.]*|py)$/.test(command.safe) ? command : null;
}

/** A script in another language than the one that its program runs. */
function otherLanguage({ program, args, transport }: ServerEntry): Value | undefined {
  const [script] = transport === 'stdio' ? args : [];
  return script && isOfOther(program, script.safe) ? script : undefined;
}

export const page: Page = {
  title: 'Another Python is meant',
  what: 'The Python that the client starts lacks what every server of this kind needs, or the server itself.',
  why: '`python` is the one that comes first on the PATH. What was installed with `pip` or `uv` in a virtual environment is seen by that environment’s Python only.',
  remedy:
    'Write the full path of the environment’s Python into `command` (`…/.venv/bin/python`, on Windows `…\\.venv\\Scripts\\python.exe`), or start with `uv run --directory FOLDER`.',
  exceptions: 'Where nothing was installed anywhere yet, install the project’s requirements first.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'it starts the global Python instead of the one in the venv' },
  },
  { name: 'somebody has seen the right one', fires: false, given: { log: 'the client uses the python of the venv' } },
  {
    name: 'the end alone, of a Python by its name',
    fires: true,
    given: {
      config: '{ "mcpServers": { "a": { "command": "python", "args": ["/srv/acme/server.py"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'comes first on the PATH',
  },
  {
    name: 'the same, of the environment’s own Python',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "/srv/acme/.venv/bin/python", "args": ["/srv/acme/server.py"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'the end alone, of TypeScript',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["/srv/acme/src/index.ts"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'a script in Python for a shell',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "bash", "args": ["/srv/acme/server.py"] } } }' },
    params: { program: 'bash' },
  },
  {
    name: 'a script of a shell',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "bash", "args": ["/srv/acme/run.sh"] } } }' },
  },
  {
    name: 'another Ruby',
    fires: true,
    given: { ...died, stderr: "Could not find 'bundler' (2.5.6) required by your /srv/acme/Gemfile.lock." },
  },

  {
    name: 'the SDK',
    fires: true,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/srv/acme/server.py", line 2, in <module>\n    from mcp.server.fastmcp import FastMCP\nModuleNotFoundError: No module named \'mcp\'',
    },
    params: { name: 'mcp' },
  },
  {
    name: 'JavaScript for Python',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "python3", "args": ["/srv/acme/index.js"] } } }' },
    params: { path: '/srv/acme/index.js' },
  },
  {
    name: 'a file that Python gets as its argument',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "python3", "args": ["/srv/serve.py", "/srv/acme/index.js"] } } }',
    },
  },
  {
    name: 'TypeScript',
    fires: true,
    given: {
      ...died,
      stderr: 'TypeError [ERR_UNKNOWN_FILE_EXTENSION]: Unknown file extension ".ts" for /srv/acme/src/index.ts',
    },
    params: { path: '/srv/acme/src/index.ts' },
  },
  {
    name: 'the server itself',
    fires: true,
    given: { ...died, stderr: '/usr/bin/python3: No module named acme_mcp' },
    params: { name: 'acme_mcp' },
  },
  {
    name: 'a part that this version of a package does not have',
    fires: false,
    given: { ...died, stderr: "ModuleNotFoundError: No module named 'mcp.server.fastmcp'" },
  },
  {
    name: 'something else that the project needs',
    fires: false,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/srv/acme/server.py", line 2, in <module>\nModuleNotFoundError: No module named \'bs4\'',
    },
  },
];
