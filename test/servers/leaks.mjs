// Prints its secrets in every way, then dies.
console.error(`using key ${process.env.HANDSHAKE_API_KEY} and inherited ${process.env.HANDSHAKE_PARENT_TOKEN}`);
console.error(`\u001B[31m${process.env.HANDSHAKE_API_KEY}\u001B[0m`);
console.log(`stdout has ${process.env.HANDSHAKE_API_KEY}`);
console.error('a token of a known shape: ghp_0123456789abcdefghijABCDEFGHIJ012345');
throw new Error(`refused: ${process.env.HANDSHAKE_API_KEY}`);
