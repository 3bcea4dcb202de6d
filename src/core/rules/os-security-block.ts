import { missingProgram, READ_OF_MISSING_PROGRAM } from '../deduce/missing-program';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { isProtected } from '../deduce/protected-by-system';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'os-security-block',
  label: 'os-security-block',
  cause: 'os-security-block',
  stage: 'spawn',
  reads: [
    ...READ_OF_MISSING_PROGRAM,
    'file-denied',
    'program-blocked',
    'privacy-denied',
    'killed',
    'timed-out',
    'database-unopened',
    'ended',
    'silent',
    'exhausted',
  ],
  over: [
    'cwd-missing',
    'file-permission-denied',
    'bin-not-executable',
    'runner-not-on-path',
    'runner-not-installed',
    'wrong-cwd',
    'script-path-wrong',
  ],
  messages: {
    folder:
      'The system keeps this folder from the client and what it starts. Allow the client to read it (macOS: Privacy & Security, Files and Folders), or move the server out of Documents, Desktop and Downloads.',
    confined:
      'The client runs in a sandbox (Flatpak, Snap or a store), and does not see the programs of the system from there. Start the server through the door that the sandbox has (`flatpak-spawn --host …`), or install the client without one.',
    sandboxed:
      'The client starts this server in a sandbox (`sandboxEnabled`), and that keeps a file or a folder from it. Allow it under `sandbox`, `filesystem`, `allowWrite`, or start the server without the sandbox.',
    kept: 'The client runs in a sandbox (Flatpak, Snap or a store), and what it starts may not touch this file or program. Allow it to the sandbox, or install the client without one.',
    private:
      'macOS asks before a program may see calendars, contacts, reminders, the screen or protected folders, and what a client starts is mostly not asked for. Allow it under Privacy & Security, for the client and for the server.',
    killed:
      'The system killed the program at once, without a word: on macOS that is what it does with a program whose signature it does not take. Allow it (Privacy & Security), remove the mark of a download (`xattr -d com.apple.quarantine FILE`), or take a signed release.',
    program:
      'The system, or what protects it, does not let this program run. Allow it there, or take a signed release of it.',
  },
  match: (subject, say) => {
    const { facts, entry, platform, plan, isConfined = false } = subject;
    const failed = isConfined ? missingProgram(subject) : null;
    if (failed) return [say('confined', {}, { confidence: 'likely', evidence: [failed.evidence] })];
    const blocked = facts.first('program-blocked');
    if (facts.first('silent')) return [];
    if (blocked) return [say('program', {}, { confidence: 'likely', evidence: [blocked.evidence] })];
    const secluded = facts.first('privacy-denied');
    if (secluded) return [say('private', {}, { confidence: 'likely', evidence: [secluded.evidence] })];
    const ended = facts.first('ended');
    const system = plan?.platform ?? platform ?? null;
    const isMac = system === 'darwin';
    if (isMac && ended?.evidence && ended.isWordless && (ended.exit?.signal === KILLED || ended.exit?.code === 137))
      return [say('killed', {}, { confidence: 'possible', evidence: [ended.evidence] })];
    // Who has waited in vain kills, too.
    const killed = facts.first('exhausted') || facts.first('timed-out') ? undefined : facts.first('killed');
    if (killed && (isMac || system === null))
      return [say('killed', {}, { confidence: 'possible', evidence: [killed.evidence] })];
    const database = isMac ? facts.first('database-unopened') : undefined;
    if (database) {
      const confidence = OF_APPLE.test(database.evidence.text) ? 'likely' : 'possible';
      return [say('folder', {}, { confidence, evidence: [database.evidence] })];
    }
    const refused = system === 'win32' ? ownSpawnFailure(subject) : null;
    if (refused?.code === 'EACCES')
      return [say('program', {}, { confidence: 'possible', evidence: [refused.evidence] })];
    const denied = facts.first('file-denied');
    if (denied && (entry?.sandboxed || isConfined)) {
      const confidence = denied.isBySystem ? 'likely' : 'possible';
      return [say(entry?.sandboxed ? 'sandboxed' : 'kept', {}, { confidence, evidence: [denied.evidence] })];
    }
    if (!denied || !isProtected(denied, system)) return [];
    const isOnWindows = /[Aa]ccess is denied|\[WinError/.test(denied.evidence.text);
    return [say(isOnWindows ? 'program' : 'folder', {}, { confidence: 'likely', evidence: [denied.evidence] })];
  },
});

const KILLED = safe('SIGKILL');
/** Where Apple's own programs keep what is private. */
const OF_APPLE = /\/Library\/(?:Messages|Mail|Safari|Calendars|Reminders|AddressBook|Notes|(?:Group )?Containers)\//;

export const page: Page = {
  title: 'The system blocks the server',
  what: 'Not the rights of a file, but a protection of the system stops the program, or keeps a folder from it.',
  why: 'macOS asks before a program may look into Documents, Desktop and Downloads, and a client without a window is never asked. It also refuses programs without a valid signature. Antivirus, sandboxes of clients, Flatpak and Snap do similar things.',
  remedy:
    'Allow the client in the settings of the system, move the server to another folder of your home, or take a release that is signed. In a sandboxed client, install the client in another form.',
  exceptions: 'Files that belong to somebody else are another cause.',
};

const died = { exit: { code: 1, signal: null } };

const sandboxed = '{ "servers": { "a": { "command": "acme", "sandboxEnabled": true } } }';
const config = '{ "servers": { "a": { "command": "/opt/acme/bin/acme" } } }';

export const examples: Examples = () => [
  {
    name: 'what is private',
    fires: true,
    given: { platform: 'darwin', log: 'Error: Calendar access denied' },
    says: 'Privacy & Security',
  },
  { name: 'a service of that name', fires: false, given: { log: 'Error: Calendar request denied: quota exceeded' } },
  {
    name: 'a folder that macOS keeps, of which only that is shown',
    fires: true,
    given: { log: "python: can't open file '.../Documents/acme/server.py': [Errno 1] Operation not permitted" },
  },
  {
    name: 'killed by who has waited in vain',
    fires: false,
    given: { log: 'context deadline exceeded\nexited with error: signal: killed' },
  },
  { name: 'a shell says that it was killed', fires: true, given: { platform: 'darwin', log: 'Killed: 9' } },
  {
    name: 'a client in a sandbox',
    fires: true,
    given: { log: 'Error: spawn npx ENOENT', isConfined: true },
  },
  {
    name: 'a sandbox of the client around the server',
    fires: true,
    given: { ...died, config: sandboxed, stderr: "Error: EPERM: operation not permitted, mkdir '/srv/acme'" },
    says: 'allowWrite',
  },
  {
    name: 'no word of it in such a sandbox',
    fires: false,
    given: { ...died, config: sandboxed, stderr: 'Error: connect ECONNREFUSED 127.0.0.1:5432' },
  },
  {
    name: 'a file, for a client in a sandbox',
    fires: true,
    given: { ...died, stderr: "Error: EACCES: permission denied, open '/srv/acme/log'", isConfined: true },
    behind: 'file-permission-denied',
  },
  { name: 'a client without one', fires: false, given: { log: 'Error: spawn npx ENOENT' } },

  {
    name: 'killed without a word',
    fires: true,
    given: { exit: { code: null, signal: 'SIGKILL' }, platform: 'darwin', config },
  },
  {
    name: 'the same elsewhere',
    fires: false,
    given: { exit: { code: null, signal: 'SIGKILL' }, platform: 'linux', config },
  },
  {
    name: 'a program that Windows refuses to start',
    fires: true,
    given: { platform: 'win32', log: 'Error: spawn C:\\acme\\acme.exe EACCES' },
  },
  {
    name: 'the same on Linux',
    fires: false,
    given: { platform: 'linux', log: 'Error: spawn /opt/acme EACCES' },
  },
  {
    name: 'scripts of PowerShell',
    fires: true,
    given: {
      ...died,
      platform: 'win32',
      stderr:
        'npx : File C:\\Program Files\\nodejs\\npx.ps1 cannot be loaded because running scripts is disabled on this system.',
    },
  },

  {
    name: 'a folder on macOS',
    fires: true,
    given: {
      ...died,
      platform: 'darwin',
      stderr: "PermissionError: [Errno 1] Operation not permitted: '/Users/u/Documents/acme/.venv/pyvenv.cfg'",
    },
  },
  {
    name: 'a signature',
    fires: true,
    given: { ...died, stderr: 'acme: code object is not signed at all' },
  },
  {
    name: 'rights',
    fires: false,
    given: { ...died, platform: 'linux', stderr: "Error: EPERM: operation not permitted, open '/srv/acme.log'" },
  },
];
