import { editorOf } from '../edit';
import { captured, safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Evidence } from '../facts';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'dependency-conflict',
  label: 'dependency-conflict',
  cause: 'package-broken-release',
  stage: 'load',
  reads: [
    'python-module-missing',
    'python-name-missing',
    'module-missing',
    'python-settings-refused',
    'export-missing',
    'npm-refused',
    'python-argument-refused',
    'python-import-broke',
    'parts-apart',
  ],
  over: ['deps-not-installed', 'package-broken-release', 'server-startup-crash'],
  messages: {
    sdk: 'The server was written for an earlier release of the Python SDK: since `mcp` 2 there is no `{name}`. Pin it: `uvx --with "mcp<2" …`, or take a newer release of the server.',
    part: 'The server and the package `{module}` do not fit: there is no `{name}` in the version that is installed. Pin an earlier one of that package, or take a newer release of the server.',
    argument:
      'The server and the framework that it is built on do not fit: {name} is called with what it does not take. Pin an earlier version of the framework, or take a newer release of the server.',
    import:
      'The server and the package `{module}` do not fit: it breaks while it is imported. Pin an earlier version of it or of what it uses, or take a newer release of the server.',
    settings:
      'The server and the framework that it is built on do not fit: {model} refuses settings of its own. Pin an earlier version of the framework, or take a newer release of the server.',
    apart:
      'Two parts of the server do not fit each other ({name}): one is of a version that the other was not written for. Pin an earlier version, or take a newer release of the server.',
    parts:
      'Two parts of the server do not fit each other: one is of a version that the other was not written for. Pin an earlier version, or take a newer release of the server.',
    npm: 'What the server depends on cannot be had together (`ERESOLVE`). Take another version of the server.',
  },
  match: ({ facts, file, entry }, say) => {
    const more = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;
    const module = facts.all('python-module-missing').find(({ name }) => name.includes('.'));
    if (module?.name.startsWith('mcp.')) {
      const fixes = file && entry ? withEarlierSdk(file, entry) : [];
      return [say('sdk', { name: module.name }, { ...more(module.evidence), fixes })];
    }
    // The package is there, and a part of it is not.
    if (module && module.importer === null && !module.isProgram && !OWN.test(module.name))
      return [
        say(
          'part',
          { name: module.name, module: packageOf(module.name) },
          { ...more(module.evidence), confidence: 'possible' },
        ),
      ];
    if (
      module &&
      INSTALLED.test(module.importer ?? '') &&
      module.importer?.includes(`/${module.name.split('.')[0]}/`) === false
    )
      return [say('part', { name: module.name, module: packageOf(module.name) }, more(module.evidence))];
    const subpath = facts.first('module-missing');
    const sdk = subpath && captured(subpath.specifier, SDK_PART);
    if (subpath && sdk?.[1] && /[/\\]node_modules[/\\]/.test(subpath.importer ?? ''))
      return [say('part', { name: subpath.specifier, module: sdk[1] }, more(subpath.evidence))];
    const name = facts.first('python-name-missing') ?? facts.first('export-missing');
    // What a project misses of itself is a mistake in it, and no conflict.
    if (name && !OWN.test(name.module))
      return [say('part', { name: name.name, module: name.module }, more(name.evidence))];
    const argument = facts.first('python-argument-refused');
    if (argument) return [say('argument', { name: argument.name }, more(argument.evidence))];
    const settings = facts.first('python-settings-refused');
    if (settings) return [say('settings', { model: settings.model }, more(settings.evidence))];
    const broken = facts.first('python-import-broke');
    if (broken) return [say('import', { module: broken.module }, more(broken.evidence))];
    const npm = facts.all('npm-refused').find(({ code }) => code === 'ERESOLVE');
    if (npm) return [say('npm', {}, more(npm.evidence))];
    const apart = facts.first('parts-apart');
    if (!apart) return [];
    const { evidence } = apart;
    return [
      apart.name === null ? say('parts', {}, more(evidence)) : say('apart', { name: apart.name }, more(evidence)),
    ];
  },
});

/** uvx takes what it is to install besides in front of the package. */
function withEarlierSdk(file: ConfigFile, entry: ServerEntry): readonly Fix[] {
  const [first] = entry.args;
  const isPinned = entry.args.some(({ safe: word }) => /^(?:--with=)?mcp\b(?!-)/.test(word));
  if (entry.program !== 'uvx' || !first || isPinned) return [];
  return [
    {
      id: 'pin-sdk',
      title: safe('Install it with the SDK before 2 (--with "mcp<2")'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: editorOf(file).replaceItem(file, first, ['--with', 'mcp<2', first.raw.reveal()]),
      trying: 'start',
      entryPath: entry.path,
    },
  ];
}

/** What people call the modules of their own project. */
const OWN = /^(?:src|app|main|server|utils?|tools?|config|lib|core|api)\b/;
const INSTALLED = /[/\\](?:site-packages|dist-packages)[/\\]/;
/** A file of the SDK, asked for by its address in the package. */
const SDK_PART = /^(@modelcontextprotocol\/(?:sdk|server|client|core))\/./;

function packageOf(name: Safe): Safe {
  return captured(name, /^[^.]+/)?.[0] ?? name;
}

export const page: Page = {
  title: 'The server and one of its dependencies do not fit',
  what: 'A package that the server uses was installed in a version that lacks, or refuses, what the server takes from it.',
  why: 'Releases name their dependencies loosely (`mcp>=1.2`), and a package client takes the newest. When that changes its interface, servers fail that ran the day before.',
  remedy:
    'Pin what broke: `uvx --with "mcp<2" SERVER`, `uvx --with "fastmcp<3" SERVER`; on npm, take a version of the server that names its dependencies exactly. A newer release of the server may fit already.',
  exceptions: 'A module of the project itself that is missing is no conflict.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'one part says which other it was made for',
    fires: true,
    given: {
      ...died,
      stderr:
        'SystemError: The installed pydantic-core version (2.41.5) is incompatible with the current pydantic version, which requires 2.33.2.',
    },
    params: { name: 'pydantic-core' },
  },
  {
    name: 'the JVM',
    fires: true,
    given: { ...died, stderr: "Caused by: java.lang.NoSuchMethodError: 'void acme.Server.start()'" },
  },
  { name: 'only the name of the error', fires: true, given: { ...died, stderr: 'npm error ERESOLVE' } },
  {
    name: 'a part of an installed package, and nobody knows who asks for it',
    fires: true,
    given: { ...died, stderr: "ModuleNotFoundError: No module named 'langchain.chat_models'" },
    params: { module: 'langchain' },
  },
  {
    name: 'the second SDK for Python',
    fires: true,
    given: { ...died, stderr: "ModuleNotFoundError: No module named 'mcp.server.fastmcp'" },
    params: { name: 'mcp.server.fastmcp' },
  },
  {
    name: 'the second SDK for Python, under uvx',
    fires: true,
    given: {
      ...died,
      config: JSON.stringify({ servers: { a: { command: 'uvx', args: ['acme-mcp', '--verbose'] } } }),
      stderr: "ModuleNotFoundError: No module named 'mcp.server.fastmcp'",
    },
  },
  {
    name: 'with its hint',
    fires: true,
    given: {
      ...died,
      stderr:
        "ModuleNotFoundError: No module named 'mcp.server.fastmcp'. This is mcp 2.x, where\nFastMCP was renamed to MCPServer",
    },
  },
  {
    name: 'a name that is gone',
    fires: true,
    given: {
      ...died,
      stderr:
        "Traceback (most recent call last):\n  File \"/v/site-packages/acme/server.py\", line 2, in <module>\nImportError: cannot import name 'McpError' from 'mcp.shared.exceptions' (/v/site-packages/mcp/shared/exceptions.py)",
    },
    params: { name: 'McpError', module: 'mcp.shared.exceptions' },
  },
  {
    name: 'an export that is gone',
    fires: true,
    given: {
      ...died,
      stderr: "SyntaxError: The requested module 'zod' does not provide an export named 'toJSONSchema'",
    },
    params: { module: 'zod' },
  },
  {
    name: 'a package that breaks as it is imported',
    fires: true,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/v/site-packages/acme/server.py", line 2, in <module>\n  File "/v/site-packages/fastmcp/settings.py", line 41, in Settings\n  File "/v/site-packages/pydantic/fields.py", line 286, in __init__\nTypeError: cannot specify both default and default_factory',
    },
    params: { module: 'fastmcp' },
  },
  {
    name: 'a mistake of the server as it is imported',
    fires: false,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/v/bin/acme", line 2, in <module>\n  File "/v/site-packages/acme/server.py", line 2, in <module>\nTypeError: can only concatenate str (not "int") to str',
    },
  },
  {
    name: 'settings of the framework',
    fires: true,
    given: {
      ...died,
      stderr:
        'pydantic_core._pydantic_core.ValidationError: 2 validation errors for Settings\ndebug\n  Extra inputs are not permitted\nlog_level\n  Extra inputs are not permitted',
    },
  },
  {
    name: 'npm',
    fires: true,
    given: { ...died, stderr: 'npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve' },
  },
  {
    name: 'an argument of the framework',
    fires: true,
    given: { ...died, stderr: "TypeError: FastMCP.__init__() got an unexpected keyword argument 'description'" },
    params: { name: 'FastMCP' },
  },
  {
    name: 'the project’s own',
    fires: false,
    given: { ...died, stderr: "ImportError: cannot import name 'run' from 'src.main' (/p/src/main.py)" },
  },
  {
    name: 'what Node.js does not have',
    fires: false,
    given: {
      ...died,
      stderr: "SyntaxError: The requested module 'node:util' does not provide an export named 'styleText'",
    },
  },
];
