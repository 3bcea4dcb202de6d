// Mocha's spec reporter, which also adds its counts, and what failed, to the file that MOCHA_TALLY names:
// `npm test` sums them up.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      const failed = this.failures.map((test) => ({
        title: test.fullTitle(),
        message: String(test.err?.message).split('\n')[0],
      }));
      if (process.env.MOCHA_TALLY)
        appendFileSync(process.env.MOCHA_TALLY, `${JSON.stringify({ passes, failures, failed })}\n`);
    });
  }
};
