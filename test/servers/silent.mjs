// Runs and never answers.
process.stdin.resume();
