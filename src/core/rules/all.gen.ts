// Written by scripts/index.mjs from the files of this folder.
import { rule as commandLineInCommand } from './command-line-in-command';
import { rule as configJsonInvalid } from './config-json-invalid';
import { rule as cwdMissing } from './cwd-missing';
import { rule as interpreterMissing } from './interpreter-missing';
import { rule as missingEnv } from './missing-env';
import { rule as noHandshake } from './no-handshake';
import { rule as nothingToRun } from './nothing-to-run';
import { rule as npmPackageMissing } from './npm-package-missing';
import { rule as npmVersionMissing } from './npm-version-missing';
import { rule as pypiPackageMissing } from './pypi-package-missing';
import { rule as runnerNotInstalled } from './runner-not-installed';
import { rule as runnerNotOnPath } from './runner-not-on-path';
import { rule as windowsNpxShim } from './windows-npx-shim';
import { rule as wrongRootKey } from './wrong-root-key';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  commandLineInCommand,
  configJsonInvalid,
  cwdMissing,
  interpreterMissing,
  missingEnv,
  noHandshake,
  nothingToRun,
  npmPackageMissing,
  npmVersionMissing,
  pypiPackageMissing,
  runnerNotInstalled,
  runnerNotOnPath,
  windowsNpxShim,
  wrongRootKey,
];
