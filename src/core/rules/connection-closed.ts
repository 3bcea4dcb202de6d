import { defineRule } from './rule';
import type { Examples, Page } from './rule';

/** The sentence itself, where nothing else is there: what it means, and where the reason is. */
export const rule = defineRule({
  id: 'connection-closed',
  label: null,
  cause: null,
  stage: 'end',
  reads: ['closed', 'ended', 'verdict-line'],
  plain: true,
  messages: {
    default:
      'This says only that the server’s process ended, or never began, before the handshake was over. It is no network, and no firewall. The reason is in what the server printed, and that is not in this text: run `mcp-handshake diagnose` on the configuration file, or paste the server’s own log.',
  },
  match: ({ facts }, say) => {
    const closed = facts.first('closed');
    if (!closed || facts.first('ended') || facts.first('verdict-line')) return [];
    return [say('default', {}, { severity: 'information', confidence: 'possible', evidence: [closed.evidence] })];
  },
});

export const page: Page = {
  title: 'MCP error -32000: Connection closed',
  what: 'The client started a local server and the pipe between them closed before the server had answered `initialize`. The number is the client’s own for that, and the same for every reason.',
  why: 'The program was not found, crashed, wanted a setting, or left by itself. It wrote the reason to its error output, which most clients show nobody.',
  remedy:
    'Diagnose the configuration file here: the server is started as this client does it, and its words are read. By hand: run the same command in a terminal and read the last lines.',
  exceptions: 'For a remote server the same words can mean that the connection broke.',
};

export const examples: Examples = () => [
  { name: 'the sentence', fires: true, given: { log: 'MCP error -32000: Connection closed' } },
  { name: 'another client’s', fires: true, given: { log: 'Error: Client closed' } },
  {
    name: 'the reason is there',
    fires: false,
    given: { log: 'Error: the frobnicator is cold\nMCP error -32000: Connection closed' },
  },
];
