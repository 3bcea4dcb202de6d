import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'npm-no-bin',
  label: 'npm-no-bin',
  cause: 'wrong-package',
  stage: 'fetch',
  reads: ['npm-no-executable'],
  messages: {
    default:
      'The npm package has no program of its own to run, or several of other names. Name the program as well, `npx -y -p PACKAGE PROGRAM`, or take another package.',
  },
  match: ({ facts }, say) => {
    const said = facts.first('npm-no-executable');
    return said ? [say('default', {}, { evidence: [said.evidence] })] : [];
  },
});

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
