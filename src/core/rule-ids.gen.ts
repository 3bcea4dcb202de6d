// Written by scripts/index.mjs from the files of rules/.
export type RuleId =
  | 'command-line-in-command'
  | 'config-json-invalid'
  | 'cwd-missing'
  | 'interpreter-missing'
  | 'missing-env'
  | 'no-handshake'
  | 'nothing-to-run'
  | 'npm-package-missing'
  | 'npm-version-missing'
  | 'pypi-package-missing'
  | 'runner-not-installed'
  | 'runner-not-on-path'
  | 'windows-npx-shim'
  | 'wrong-root-key';
