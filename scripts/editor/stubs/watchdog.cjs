// The native module ends an extension host whose server is gone; here the whole process group is ended instead.
exports.start = () => {};
exports.exit = (code) => process.exit(code);
