import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { isShim } from '../deduce/windows-shim';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Evidence } from '../facts';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-arch-or-libc',
  label: 'wrong-arch-or-libc',
  cause: 'binary-incompatible',
  stage: 'interpreter',
  reads: ['binary-foreign', 'exit-code', 'spawn-failed'],
  over: ['docker-image-unavailable', 'npx-cache-corrupt', 'package-broken-release', 'deps-not-installed'],
  messages: {
    architecture:
      'The program was made for another kind of processor or system than this one. Install the one for this machine.',
    instruction:
      'The program has an instruction that this processor does not know ({how}): it was built for newer ones. Take a release for older processors (`baseline`), or one for this machine.',
    image:
      'The image was made for another platform than this machine’s. Run it with `--platform linux/amd64`, or take a tag that has this platform.',
    library:
      'The program needs {what}, which this system does not have, or has in an older version. Install it, or take a release that was built for this system.',
  },
  match: (subject, say) => {
    const [foreign] = subject.facts.all('binary-foreign');
    const because = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;
    if (foreign) {
      const { how, what, evidence } = foreign;
      if (how === 'emulated') return [say('image', {}, { ...because(evidence), confidence: 'possible' })];
      if (how !== 'library') return [say(how, {}, because(evidence))];
      return what === null ? [] : [say('library', { what }, because(evidence))];
    }
    const ended = subject.facts.first('exit-code');
    if (ended?.says === 'instruction')
      return [say('instruction', { how: ended.evidence.text }, because(ended.evidence))];
    if (ended?.says === 'foreign') return [say('architecture', {}, because(ended.evidence))];
    if (ended?.says === 'no-library')
      return [say('library', { what: safe('a library (DLL)') }, because(ended.evidence))];
    const failed = ownSpawnFailure(subject);
    // What the system does not take for a program, unless that is the script beside a batch file.
    return failed?.code === 'ENOEXEC' && !isShim(failed.program ?? subject.entry?.command?.safe ?? '')
      ? [say('architecture', {}, because(failed.evidence))]
      : [];
  },
});

export const page: Page = {
  title: 'The program is made for another machine',
  what: 'The system refuses to run the program, or to load one of its libraries: it is for another processor, another system, or another version of the system’s libraries.',
  why: 'A download for Intel on an Apple or ARM machine or the other way round, a container image of another platform, or a binary that was built against a newer libc.',
  remedy:
    'Take the download for this machine. For containers: `docker run --platform linux/amd64 …`, or an image with this platform. For libraries: a release for an older system, or one for musl.',
  exceptions: 'A module of Node.js that was built for another Node.js is another cause.',
};

const died = { exit: { code: 126, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a library of 32 bits in a process of 64',
    fires: true,
    given: { ...died, stderr: 'OSError: /srv/acme/native.so: wrong ELF class: ELFCLASS32' },
  },
  {
    name: 'a file of ELF that somebody reads',
    fires: false,
    given: { ...died, stderr: 'acme: analysing /srv/a.out, ELF class ELFCLASS32' },
  },
  { name: 'the kernel', fires: true, given: { ...died, stderr: 'exec /usr/local/bin/node: exec format error' } },
  {
    name: 'an instruction of a newer processor',
    fires: true,
    given: { exit: { code: null, signal: 'SIGILL' } },
    says: 'older processors',
  },
  {
    name: 'macOS',
    fires: true,
    given: { ...died, stderr: 'Failed to run command acme: Bad CPU type in executable (os error 86)' },
  },
  {
    name: 'what Windows does not take for a program',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "C:/tools/acme.exe" } } }',
      platform: 'win32',
      spawnError: { code: 'EFTYPE', program: 'C:/tools/acme.exe' },
    },
  },
  {
    name: 'an image',
    fires: true,
    given: { ...died, stderr: 'docker: no matching manifest for linux/arm64/v8 in the manifest list entries' },
  },
  {
    name: 'a library',
    fires: true,
    given: { ...died, stderr: "/srv/acme: /lib/libc.so.6: version `GLIBC_2.34' not found (required by /srv/acme)" },
    params: { what: 'GLIBC_2.34' },
  },
  { name: 'Windows, by its number alone', fires: true, given: { exit: { code: 3221225595, signal: null } } },
  {
    name: 'a library, by its number',
    fires: true,
    given: { log: 'Error: the server could not be started: process exited with code -1073741515' },
  },
  {
    name: 'an image that is emulated',
    fires: true,
    given: {
      ...died,
      stderr:
        "WARNING: The requested image's platform (linux/amd64) does not match the detected host platform (linux/arm64/v8)",
    },
  },
  { name: 'a crash', fires: false, given: { exit: { code: 3221225477, signal: null } } },
  { name: 'another failure', fires: false, given: { ...died, stderr: 'Error: bad format of the export' } },
];
