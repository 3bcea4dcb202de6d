import { factsOf } from '../facts';
import { candidate } from './rule';
import type { Examples, Page, Rule } from './rule';

export const rule: Rule = {
  id: 'npm-no-bin',
  label: 'npm-no-bin',
  cause: 'wrong-package',
  stage: 'fetch',
  messages: {
    default:
      'The npm package has no program of its own to run, or several of other names. Name the program as well, `npx -y -p PACKAGE PROGRAM`, or take another package.',
  },
  match: ({ facts }) => {
    const [said] = factsOf(facts, 'npm-no-executable');
    return said ? [candidate({ params: {}, evidence: [said.evidence] })] : [];
  },
};

export const page: Page = {
  title: 'The package has nothing that npx could run',
  what: '`npx` fetched the package and found no program in it that it could choose.',
  why: 'It is a library, its release lacks the program, or it brings several and none has the name of the package.',
  remedy: 'Look at the README of the package for the command. `npx -y -p PACKAGE PROGRAM` runs one by its name.',
  exceptions: 'None known.',
};

export const examples: Examples = () => [
  { name: 'npx says so', fires: true, given: { stderr: 'npm error could not determine executable to run' } },
  { name: 'another error of npm', fires: false, given: { stderr: 'npm error code E404' } },
];
