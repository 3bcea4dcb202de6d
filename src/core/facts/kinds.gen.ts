// Written by scripts/index.mjs from the types of facts.
import type { FactKind } from './index';

/** Every kind of fact; what is no kind, or missing, does not compile. */
export const factKinds: Readonly<Record<FactKind, true>> = {
  syntax: true,
  'not-strict': true,
  'map-not-read': true,
  crashed: true,
  'docker-unreachable': true,
  'module-missing': true,
  'npm-speaks': true,
  'npm-name-refused': true,
  'npm-version-refused': true,
  'npm-no-executable': true,
  ready: true,
  ended: true,
  silent: true,
  refused: true,
  'script-missing': true,
  'pypi-name-refused': true,
  'uv-no-executable': true,
  'setting-missing': true,
  'command-not-found': true,
  'interpreter-not-found': true,
  'spawn-failed': true,
  'stdout-noise': true,
  'verdict-line': true,
  'started-locally': true,
  cwd: true,
  'npm-name': true,
  program: true,
  'pypi-name': true,
};
