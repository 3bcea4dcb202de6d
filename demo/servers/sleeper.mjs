// Runs, and never answers: what the client says is not even read.
setInterval(() => {}, 60_000);
