// Mocha's spec reporter, which also adds its counts to the file that MOCHA_TALLY names: `npm test` sums them up.
const { appendFileSync } = require('node:fs');
const { reporters } = require('mocha');

module.exports = class Tally extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (process.env.MOCHA_TALLY)
        appendFileSync(process.env.MOCHA_TALLY, `${JSON.stringify({ passes, failures, pending })}\n`);
    });
  }
};
