import type * as Toml from 'toml-eslint-parser';
import type * as Yaml from 'yaml';

// The parsers that few files need: bundled, and run when the first such file is read. An `import` would run them at every
// start, and `import()` would make every door wait.

export function tomlLibrary(): typeof Toml {
  return require('toml-eslint-parser');
}

export function yamlLibrary(): typeof Yaml {
  return require('yaml');
}
