// Floods stderr for ever, and never answers.
const line = `${'x'.repeat(1000)}\n`;
const flood = () => {
  while (process.stderr.write(line));
  process.stderr.once('drain', flood);
};
flood();
