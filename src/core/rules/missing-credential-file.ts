import { isConfigPath } from '../clients';
import { isAboutRemote } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'missing-credential-file',
  label: 'missing-credential-file',
  cause: 'missing-setting',
  stage: 'settings',
  reads: ['file-missing', 'credentials-absent', 'setting-missing', 'silent'],
  over: ['wrong-cwd', 'npx-cache-corrupt', 'deps-not-installed', 'script-path-wrong', 'package-broken-release'],
  messages: {
    absent:
      'The server has no credentials kept yet: {line}. Sign in once in a terminal, as its documentation says, and start it again.',
    default:
      'The server looks for its credentials in {path}, and there is no such file. Create it as the server’s documentation says, or name the one that you have by its full path.',
    settings:
      'The server looks for its settings in {path}, and there is no such file. Create it as the server’s documentation says, or give the path of the one that you have.',
  },
  match: ({ facts, entry }, say) => {
    const missing = facts.first('file-missing');
    const absent = facts.first('credentials-absent');
    // A remote server asks its caller in the same words.
    const isRemote = entry !== null && isAboutRemote({ entry }, '');
    if (absent && !isRemote && !facts.first('silent') && !facts.first('setting-missing'))
      return [say('absent', { line: absent.evidence.text }, { confidence: 'likely', evidence: [absent.evidence] })];
    if (!missing || facts.first('silent')) return [];
    const { path, evidence } = missing;
    // What a client reads is none of the server’s.
    if (isConfigPath(path)) return [];
    if (CREDENTIALS.test(path) || /\b\w*Credentials?\w*(?:Error|Exception)\b/.test(evidence.text))
      return [say('default', { path }, { confidence: 'likely', evidence: [evidence] })];
    return SETTINGS.test(path) ? [say('settings', { path }, { confidence: 'possible', evidence: [evidence] })] : [];
  },
});

/** By its name a file with keys, tokens or the account of a service. */
const CREDENTIALS =
  /(?:credential|oauth|secret|token|service[-_]?account|gauth|accounts?|keys?)[\w.-]{0,40}\.(?:json|ya?ml|txt|pem|key|pickle)$|\/\.(?:kube|aws|azure|docker|ssh)\/[\w.-]{1,40}$|\/\.[\w-]{2,40}\/(?:config|settings)\.(?:json|ya?ml|toml)$|\.(?:pem|p12|pfx|key)$/i;

/** By its name a file with settings, at a place of its own. */
const SETTINGS =
  /^(?:\/|~\/|[A-Za-z]:[/\\])(?!.*(?:[/\\]node_modules[/\\]|[A-Za-z]:[/\\])).{0,300}\b(?:config(?:uration)?|settings)\.(?:ya?ml|toml|json|ini|conf)$/i;

export const page: Page = {
  title: 'A file with credentials is missing',
  what: 'The server reads a key, a token or an account from a file, and there is none where it looks.',
  why: 'The file was never made, lies in another folder, or the server looks in its working folder, which is another one in each client.',
  remedy: 'Make the file as the documentation says. Where a variable names it, set that in `env`, with the full path.',
  exceptions: 'A file that is there and may not be read is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'what a client reads',
    fires: false,
    given: { stderr: 'Failed to read configuration from /home/u/.codex/config.toml' },
  },
  {
    name: 'Node.js',
    fires: true,
    given: {
      ...died,
      stderr: "Error: ENOENT: no such file or directory, open '/home/u/.acme/credentials.json'",
    },
    params: { path: '/home/u/.acme/credentials.json' },
  },
  {
    name: 'settings, at a place of their own',
    fires: true,
    given: { ...died, stderr: 'java.nio.file.NoSuchFileException: /etc/acme/config.yml' },
    says: 'looks for its settings',
  },
  {
    name: 'a file that is none of the two',
    fires: false,
    given: { ...died, stderr: 'java.nio.file.NoSuchFileException: /srv/acme/report.txt' },
  },
  {
    name: 'settings that are there, in a form that is none',
    fires: false,
    given: { ...died, stderr: 'Unable to load config from /home/u/.acme/config.json: invalid type: string' },
  },
  {
    name: 'a token that is there, and too old',
    fires: false,
    given: { ...died, stderr: 'Could not load credentials from /home/u/.acme/token.json: token expired' },
  },
  {
    name: 'a folder where the token should be',
    fires: false,
    given: { ...died, stderr: 'Error: Cannot read /home/u/.acme/token.json because it is a directory' },
  },
  {
    name: 'settings that may not be read',
    fires: false,
    given: { ...died, stderr: 'Could not read /home/u/.acme/settings.json: permission denied' },
  },
  {
    name: 'settings that could not be opened, for they are not there',
    fires: true,
    given: { ...died, stderr: 'Could not open /home/u/.acme/config.yaml: No such file or directory' },
  },
  {
    name: 'required as a module',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error: Cannot find module '/home/u/.npm/_npx/0123456789abcdef/gcp-oauth.keys.json'\nRequire stack:\n- /home/u/.npm/_npx/0123456789abcdef/node_modules/acme/dist/index.js",
    },
  },
  {
    name: 'Python, in the working folder',
    fires: true,
    given: { ...died, stderr: "FileNotFoundError: [Errno 2] No such file or directory: './.accounts.json'" },
  },
  {
    name: 'a sign-in that is still to be made',
    fires: true,
    given: { ...died, stderr: "Credentials not found. Please run with 'auth' argument first." },
  },
  {
    name: 'another file',
    fires: false,
    given: { ...died, stderr: "Error: ENOENT: no such file or directory, open '/home/u/notes/index.md'" },
  },
];
