// Dies of an error of its own before it has answered anything.
console.error('starting up');
throw new TypeError('Cannot read the weather');
