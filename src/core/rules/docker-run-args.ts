import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'docker-run-args',
  label: 'docker-run-args',
  cause: 'docker-run-args',
  stage: 'fetch',
  reads: ['docker-run-refused'],
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing', 'port-in-use', 'bin-not-executable'],
  messages: { default: 'Docker cannot run the container as it is written: {what}. Correct that option in `args`.' },
  match: ({ facts }, say) =>
    facts.all('docker-run-refused').map(({ what, evidence }) => say('default', { what }, { evidence: [evidence] })),
});

export const page: Page = {
  title: 'An option of `docker run` is wrong',
  what: 'Docker read the options and refused one of them, or the container could not be made with it.',
  why: 'A volume without a source, a folder that is not there, a name that another container has, a program that the image does not have.',
  remedy:
    'Try the same line in a terminal. Leave `--name` out: a second start of the same server would clash. Write volumes as `/full/path:/in/the/container`.',
  exceptions: 'An image that cannot be fetched is another cause.',
};

const died = { exit: { code: 125, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a volume',
    fires: true,
    given: { ...died, stderr: 'docker: invalid spec: :/app/papers: empty section between colons' },
  },
  {
    name: 'a name',
    fires: true,
    given: {
      ...died,
      stderr:
        'docker: Error response from daemon: Conflict. The container name "/acme" is already in use by container "0123".',
    },
  },
  {
    name: 'a program that is not in the image',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      stderr:
        'docker: Error response from daemon: OCI runtime create failed: runc create failed: exec: "acme": executable file not found in $PATH: unknown',
    },
  },
  { name: 'the server’s own words', fires: false, given: { ...died, stderr: 'Error: invalid spec of the API' } },
];
