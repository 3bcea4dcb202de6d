import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { isShim } from '../deduce/windows-shim';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-arch-or-libc',
  label: 'wrong-arch-or-libc',
  cause: 'binary-incompatible',
  stage: 'interpreter',
  reads: ['binary-foreign', 'spawn-failed'],
  over: ['docker-image-unavailable', 'npx-cache-corrupt', 'package-broken-release', 'deps-not-installed'],
  messages: {
    architecture:
      'The program was made for another kind of processor or system than this one. Install the one for this machine.',
    image:
      'The image was made for another platform than this machine’s. Run it with `--platform linux/amd64`, or take a tag that has this platform.',
    library:
      'The program needs {what}, which this system does not have, or has in an older version. Install it, or take a release that was built for this system.',
  },
  match: (subject, say) => {
    const [foreign] = subject.facts.all('binary-foreign');
    const failed = ownSpawnFailure(subject);
    // What the system does not take for a program, unless that is the script beside a batch file.
    if (!foreign && failed?.code === 'ENOEXEC' && !isShim(failed.program ?? subject.entry?.command?.safe ?? ''))
      return [say('architecture', {}, { confidence: 'likely', evidence: [failed.evidence] })];
    if (!foreign) return [];
    const { how, what, evidence } = foreign;
    const more = { confidence: 'likely', evidence: [evidence] } as const;
    if (how !== 'library') return [say(how, {}, more)];
    return what === null ? [] : [say('library', { what }, more)];
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
  { name: 'the kernel', fires: true, given: { ...died, stderr: 'exec /usr/local/bin/node: exec format error' } },
  {
    name: 'macOS',
    fires: true,
    given: { ...died, stderr: 'Failed to run command acme: Bad CPU type in executable (os error 86)' },
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
  { name: 'another failure', fires: false, given: { ...died, stderr: 'Error: bad format of the export' } },
];
