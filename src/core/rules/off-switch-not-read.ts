import { hideShapes } from '../secrets/mask';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'off-switch-not-read',
  label: null,
  cause: null,
  stage: 'entry',
  reads: ['switch-not-read'],
  saidBySchema: true,
  messages: {
    default:
      '{client} has no `{key}`: the server is there all the same. Take the entry out of the file, or put it in a comment, to be rid of it.',
  },
  match: (subject, say) =>
    subject.facts.all('switch-not-read').map(({ key }) => {
      const name = hideShapes(key.name);
      return say(
        'default',
        { client: clientNameOf(subject), key: name },
        {
          severity: 'information',
          span: key.nameSpan,
          evidence: [{ kind: 'entry', line: null, text: name }],
          standsWhenReady: true,
        },
      );
    }),
});

export const page: Page = {
  title: 'A switch that this client does not have',
  what: 'The entry says that the server is off, in the words of another client. This one starts it all the same.',
  why: '`disabled` is read by Cline, Roo Code, Kiro and Windsurf, `enabled` by Codex, opencode, Zed and Goose.',
  remedy: 'Switch it off in the client itself, or take the entry out.',
  exceptions: 'A switch that says “on” changes nothing, whoever reads it.',
};

const entry = (fields: unknown, path: string, root = 'mcpServers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'VS Code',
    fires: true,
    given: entry({ command: 'npx', args: ['x'], disabled: true }, '/w/.vscode/mcp.json', 'servers'),
    params: { key: 'disabled' },
  },
  { name: 'Roo Code', fires: false, given: entry({ command: 'npx', args: ['x'], disabled: true }, '/w/.roo/mcp.json') },
  {
    name: 'it is on',
    fires: false,
    given: entry({ command: 'npx', args: ['x'], enabled: true }, '/w/.vscode/mcp.json', 'servers'),
  },
];
