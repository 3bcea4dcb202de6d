// Runs in the extension host, in front of the real tests, and carries what they print and their verdict to code.mjs:
// on its way through the workbench's console, mocha's report would arrive unformatted and between other lines.
const { once } = require('node:events');
const { connect } = require('node:net');
const { Writable } = require('node:stream');
const { format } = require('node:util');

exports.run = async (...given) => {
  const { socket, entry } = JSON.parse(process.env.EDITOR_TESTS);
  const connection = connect(socket);
  await once(connection, 'connect');
  const send = (message) => connection.write(`${JSON.stringify(message)}\n`);
  const restore = redirectOutput(send);
  let failure;
  try {
    await runTests(require(entry), given);
  } catch (error) {
    failure = error;
    send({ err: `${error?.stack ?? error}\n` });
  }
  restore();
  connection.end(`${JSON.stringify({ passed: !failure })}\n`);
  await once(connection, 'close');
  if (failure) throw failure;
};

// VS Code takes a promise as well as the older form with a callback.
function runTests(tests, given) {
  return new Promise((resolve, reject) => {
    const callback = (error, failures) => {
      if (error || failures) reject(error ?? new Error(`${failures} tests failed`));
      else resolve();
    };
    const promise = tests.run(given[0], callback);
    if (promise?.then) promise.then(resolve, reject);
  });
}

/** VS Code has accessors over the console and the streams that ignore assignment: only a new property gets through. */
function redirectOutput(send) {
  const channels = { log: 'out', info: 'out', debug: 'out', warn: 'err', error: 'err' };
  const undo = [
    ...Object.entries(channels).map(([method, channel]) =>
      redefine(console, method, (...args) => send({ [channel]: `${format(...args)}\n` })),
    ),
    redefine(
      process,
      'stdout',
      streamTo((text) => send({ out: text })),
    ),
    redefine(
      process,
      'stderr',
      streamTo((text) => send({ err: text })),
    ),
  ];
  return () => undo.forEach((restore) => restore());
}

function streamTo(take) {
  return new Writable({
    write(chunk, _encoding, done) {
      take(String(chunk));
      done();
    },
  });
}

function redefine(object, name, value) {
  const before = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  return () => Object.defineProperty(object, name, before);
}
