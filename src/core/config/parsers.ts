// The parsers that few files need, as a bundle of their own: read and run when the first such file is.
export * as toml from 'toml-eslint-parser';
export * as yaml from 'yaml';
