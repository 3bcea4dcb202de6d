// Asks the client for everything before it answers: whoever does not reply never gets a handshake.
import { createInterface } from 'node:readline';

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
const questions = ['ping', 'roots/list', 'sampling/createMessage', 'elicitation/create', 'made/up'];
const replies = {};
let initialize;
createInterface({ input: process.stdin }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.method === 'initialize') {
    initialize = message;
    for (const method of questions) send({ id: method, method, params: {} });
  } else if (message.id in { ...replies } || questions.includes(message.id)) {
    replies[message.id] = message.result ?? message.error;
    if (Object.keys(replies).length === questions.length) {
      console.error(JSON.stringify(replies));
      const { protocolVersion } = initialize.params;
      const serverInfo = { name: 'asks-back', version: '1.0.0' };
      send({ id: initialize.id, result: { protocolVersion, capabilities: {}, serverInfo } });
    }
  }
});
