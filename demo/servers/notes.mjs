// Dies of an error of its own: no edit of the configuration cures it, and the line that says why is shown.
const store = JSON.parse('{ "notes": [');
console.log(store);
