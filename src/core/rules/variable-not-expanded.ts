import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { lookedFor, READ_OF_LOOKED_FOR } from '../deduce/looked-for';
import { isShell } from '../launch/probe-class';
import { captured } from '../text';
import { defineRule } from './rule';
import type { Value } from '../config/config-file';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'variable-not-expanded',
  label: 'variable-not-expanded',
  cause: 'variable-not-expanded',
  stage: 'entry',
  reads: [
    'variable-literal',
    'variable-unresolved',
    'value-refused',
    ...READ_OF_LOOKED_FOR,
    'path-gone',
    'main-unnamed',
    'module-unnamed',
    'credentials-refused',
    'account',
    'http-refused',
    ...READ_OF_BARE_FAILURE,
  ],
  over: [
    'script-path-wrong',
    'build-missing',
    'wrong-cwd',
    'missing-credential-file',
    'invalid-setting-value',
    'cwd-missing',
    'runner-not-on-path',
    'runner-not-installed',
    'windows-npx-shim',
    'no-handshake',
  ],
  messages: {
    default:
      'A variable came to the server as it is written: {text}. This client does not fill it in there. Write the value itself, or the form that this client knows.',
    name: '{text} stands in `args` by its name alone, as if it were its value: the server gets these characters. Write the value itself, or the form in which this client fills in variables.',
    maybe:
      'Not every client fills in {text}: where this one does not, the server gets these characters, and no value. Try it with the value itself.',
    told: 'What is told here is that a variable of the entry reaches the server as it is written. Write the value itself, or the form that this client knows.',
    client:
      'The client could not fill in a variable of this entry, and starts nothing without it. Open a folder where the variable means one, set it, or write the value itself.',
  },
  match: (subject, say) => {
    const { facts, entry, plan } = subject;
    const settings = [...(entry?.env ?? []).flatMap(({ value }) => value ?? []), ...(entry?.url ? [entry.url] : [])];
    const fillsIn = plan?.location.variables === 'braces';
    const unresolved = facts.first('variable-unresolved');
    if (unresolved) return [say('client', {}, { evidence: [unresolved.evidence] })];
    const literal = facts.first('variable-literal') ?? literalPath(facts);
    const refused = facts.first('value-refused');
    const kept = refused && !fillsIn ? settings.find(({ safe }) => /^\$\{\w{1,80}\}(?:$|\/)/.test(safe)) : undefined;
    if (kept && refused)
      return [
        say('default', { text: kept.safe }, { confidence: 'likely', span: kept.span, evidence: [refused.evidence] }),
      ];
    const gone = facts.first('path-gone') ?? facts.first('main-unnamed') ?? facts.first('module-unnamed');
    const home = gone && entry?.args.find(({ safe }) => /^(?:~|\$\{[\w:.-]{1,80}\})[/\\]/.test(safe));
    if (home && !literal) {
      const evidence = [{ kind: 'entry', line: null, text: home.safe }] as const;
      return [say('default', { text: home.safe }, { confidence: 'possible', span: home.span, evidence })];
    }
    const name = literal ? undefined : nameForValue(subject);
    if (name && isBareFailure(subject)) return [say('name', { text: name.safe }, suggestedBy(name))];
    const doubtful = literal ? undefined : doubtfulVariable(subject);
    if (doubtful && isBareFailure(subject)) return [say('maybe', { text: doubtful.safe }, suggestedBy(doubtful))];
    const unknown =
      facts.first('credentials-refused') ?? facts.all('http-refused').find(({ status }) => status === 401);
    if (doubtful && unknown && IN_PLACE_OF_ONE.test(doubtful.safe))
      return [
        say(
          'maybe',
          { text: doubtful.safe },
          { confidence: 'likely', span: doubtful.span, evidence: [unknown.evidence] },
        ),
      ];
    const account = accountOf({ facts }, 'variable');
    if (!literal && account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!literal) return [];
    const { text, evidence } = literal;
    const written = [...(entry?.args ?? []), ...settings];
    // People shorten paths so, where the entry has none.
    const isShortened = text.startsWith('~') && entry?.command && !entry.command.safe.includes('~');
    if (isShortened && !written.some(({ safe }) => safe.includes('~'))) return [];
    const span = written.find(({ safe }) => safe.includes(text))?.span ?? null;
    return [say('default', { text }, { span, evidence: [evidence] })];
  },
});

/** A program or a file with a variable in its path, which somebody looked for as it is written. */
function literalPath(facts: Subject<(typeof READ_OF_LOOKED_FOR)[number]>['facts']) {
  return lookedFor(facts).flatMap(({ path, evidence }) => {
    const text = captured(path, WRITTEN)?.[0];
    return text ? [{ text, evidence }] : [];
  })[0];
}

/** A variable as shells, Windows, clients and templates write it. */
const WRITTEN =
  /\$\{[A-Za-z_][\w:.-]{0,60}\}|^\$[A-Z_][A-Z0-9_]{1,60}(?=[/\\])|^%[A-Za-z_][\w()]{1,40}%|^\{\{\s?\w{2,60}\s?\}\}/;

/** Nothing but a variable where a key or a token belongs, perhaps behind its scheme. */
const IN_PLACE_OF_ONE = /^(?:\w{1,12} )?\$(?:\{[A-Za-z_]\w{0,80}\}|[A-Z_][A-Z0-9_]{2,80})$/;

/** The name of a variable that the entry sets, behind an option where its value belongs. */
function nameForValue({ entry }: Pick<Subject, 'entry'>): Value | undefined {
  const names = new Set(entry?.env.map(({ name }) => name));
  // Of some options the value is a name: of containers, and of what is to be read from the environment.
  return entry?.args.find(
    ({ safe }, at) => names.has(safe) && /^--(?!.*env|.*var)[a-z][\w-]+$/.test(entry.args[at - 1]?.safe ?? ''),
  );
}

/** A value with a variable in it, where nobody knows whether its client fills that in. */
function doubtfulVariable({ entry, plan, reader }: Pick<Subject, 'entry' | 'plan' | 'reader'>): Value | undefined {
  const isKnown = plan ? !plan.location.isAssumed : (reader ?? null) !== null;
  if (!entry || isKnown || isShell(entry.program)) return undefined;
  const values = [...entry.env, ...entry.headers].flatMap(({ value }) => value ?? []);
  return [...values, ...entry.args].find(({ safe }) =>
    /\$\{[A-Za-z_][\w:.-]{0,80}\}|^\$[A-Z_][A-Z0-9_]{2,80}$/.test(safe),
  );
}

export const page: Page = {
  title: 'A variable was not filled in',
  what: 'The entry holds `${…}`, `%…%` or `~`, and the server got these characters in place of a value.',
  why: 'No shell reads a config file. Each client has variables of its own, or none: `${workspaceFolder}` and `${env:NAME}` in VS Code, `${NAME}` in Claude Code. `~` is filled in by shells only.',
  remedy: 'Write the full path or the value. Or use the form that the documentation of this client names.',
  exceptions: 'A variable that the client fills in with nothing is a setting that is missing.',
};

const died = { exit: { code: 1, signal: null } };

const named = (option: string) =>
  JSON.stringify({
    servers: { a: { command: 'uvx', args: ['acme', option, 'ACME_TOKEN'], env: { ACME_TOKEN: 'd41d8cd98f' } } },
  });

export const examples: Examples = () => [
  {
    name: 'a name in the place of its value',
    fires: true,
    given: { config: named('--token'), log: 'MCP error -32000: Connection closed' },
    params: { text: 'ACME_TOKEN' },
  },
  {
    name: 'an option that takes a name',
    fires: false,
    given: { config: named('--token-env'), log: 'MCP error -32000: Connection closed' },
  },
  {
    name: 'npm',
    fires: true,
    given: {
      ...died,
      stderr:
        "npm error code ENOENT\nnpm error enoent ENOENT: no such file or directory, lstat 'C:\\Users\\u\\${APPDATA}'",
    },
    params: { text: '${APPDATA}' },
  },
  {
    name: 'the end alone, of a client that nobody knows',
    fires: true,
    given: {
      path: '/w/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "docker", "args": ["run", "-i", "-e", "A=${A}", "acme/mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Not every client',
  },
  {
    name: 'a key that is refused, of a client that nobody knows',
    fires: true,
    given: {
      path: '/w/mcp.json',
      config:
        '{ "mcpServers": { "a": { "url": "https://x.test/mcp", "headers": { "Authorization": "Bearer ${ACME_KEY}" } } } }',
      log: 'Error POSTing to endpoint (HTTP 401): {"error":"invalid_token"}',
    },
    says: 'Not every client',
  },
  {
    name: 'the same in a client that fills it in',
    fires: false,
    given: {
      path: '/w/.mcp.json',
      config:
        '{ "mcpServers": { "a": { "type": "http", "url": "https://x.test/mcp", "headers": { "Authorization": "Bearer ${ACME_KEY}" } } } }',
      log: 'Error POSTing to endpoint (HTTP 401): {"error":"invalid_token"}',
    },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'the placeholder in the header is sent as a literal string' },
    says: 'as it is written',
  },
  {
    name: 'what a server says of one that it did not need',
    fires: false,
    given: { log: 'Variable substitution is not needed here' },
  },
  {
    name: 'the end alone, where nothing is a variable',
    fires: false,
    given: {
      path: '/w/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "docker", "args": ["run", "-i", "-e", "A=b", "acme/mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'a program by a variable',
    fires: true,
    given: { log: 'Error: spawn $HOME/bin/acme ENOENT' },
    params: { text: '$HOME' },
  },
  {
    name: 'a program of Windows, by a variable',
    fires: true,
    given: { log: 'Error: spawn %APPDATA%\\npm\\acme.cmd ENOENT' },
    params: { text: '%APPDATA%' },
  },
  { name: 'a program with such a sign', fires: false, given: { log: 'Error: spawn /opt/a$B/acme ENOENT' } },
  {
    name: 'a home',
    fires: true,
    given: { ...died, stderr: "Error: Cannot find module '/srv/~/acme/index.js'" },
  },
  {
    name: 'a setting that the server cannot use',
    fires: true,
    given: {
      ...died,
      path: '/home/u/.config/Claude/claude_desktop_config.json',
      config: '{ "mcpServers": { "a": { "command": "acme", "env": { "API_URL": "${API_URL}" } } } }',
      stderr: 'TypeError: Invalid URL',
    },
    params: { text: '${API_URL}' },
  },
  {
    name: 'the client',
    fires: true,
    given: { stderr: 'Variable ${workspaceFolder} can not be resolved. Please open a folder.' },
  },
  {
    name: 'a client that fills it in',
    fires: false,
    given: {
      ...died,
      path: '/w/.kiro/settings/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "acme", "env": { "API_URL": "${API_URL}" } } } }',
      stderr: 'TypeError: Invalid URL',
    },
  },
  {
    name: 'the server’s source',
    fires: false,
    given: { ...died, stderr: 'const file = open("/srv/${base}/x");\n      ^\nReferenceError: base is not defined' },
  },
];
