import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'names-collide',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'file',
  reads: ['names-collide'],
  saidBySchema: true,
  messages: {
    default:
      'Two servers are called {name}: clients see the last one, and this one is not there. Give it another name.',
    case: '{name} and {other} differ by upper and lower case only: clients that tell servers apart without it see one of them.',
  },
  match: ({ facts, entry }, say) =>
    entry
      ? []
      : facts.all('names-collide').map(({ name, other, isSame, span }) => {
          const more = {
            severity: isSame ? 'warning' : 'information',
            span,
            evidence: [{ kind: 'entry', line: null, text: name }],
          } as const;
          return isSame
            ? say('default', { name }, more)
            : say('case', { name, other }, { ...more, confidence: 'possible' });
        }),
});

export const page: Page = {
  title: 'Two servers of one name',
  what: 'A name stands twice in the map of servers, or two names differ by their case only.',
  why: 'An entry was copied and its name kept.',
  remedy: 'Give one of them another name.',
  exceptions: 'The same name in two files is a matter of the client’s order of files.',
};

const file = (a: string, b: string) => ({
  config: `{ "servers": { "${a}": { "command": "x" }, "${b}": { "command": "y" } } }`,
});

export const examples: Examples = () => [
  { name: 'the same', fires: true, given: file('a', 'a'), params: { name: 'a' } },
  { name: 'by case', fires: true, given: file('GitHub', 'github'), params: { other: 'github' } },
  { name: 'others', fires: false, given: file('a', 'b') },
];
