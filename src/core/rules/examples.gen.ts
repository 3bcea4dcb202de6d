// Written by scripts/index.mjs from the files of this folder.
import { examples as commandLineInCommand } from './command-line-in-command';
import { examples as configJsonInvalid } from './config-json-invalid';
import { examples as cwdMissing } from './cwd-missing';
import { examples as interpreterMissing } from './interpreter-missing';
import { examples as missingEnv } from './missing-env';
import { examples as noHandshake } from './no-handshake';
import { examples as nothingToRun } from './nothing-to-run';
import { examples as npmPackageMissing } from './npm-package-missing';
import { examples as npmVersionMissing } from './npm-version-missing';
import { examples as pypiPackageMissing } from './pypi-package-missing';
import { examples as runnerNotInstalled } from './runner-not-installed';
import { examples as runnerNotOnPath } from './runner-not-on-path';
import { examples as windowsNpxShim } from './windows-npx-shim';
import { examples as wrongRootKey } from './wrong-root-key';
import type { Examples } from './rule';

export const examples: Readonly<Record<string, Examples>> = {
  'command-line-in-command': commandLineInCommand,
  'config-json-invalid': configJsonInvalid,
  'cwd-missing': cwdMissing,
  'interpreter-missing': interpreterMissing,
  'missing-env': missingEnv,
  'no-handshake': noHandshake,
  'nothing-to-run': nothingToRun,
  'npm-package-missing': npmPackageMissing,
  'npm-version-missing': npmVersionMissing,
  'pypi-package-missing': pypiPackageMissing,
  'runner-not-installed': runnerNotInstalled,
  'runner-not-on-path': runnerNotOnPath,
  'windows-npx-shim': windowsNpxShim,
  'wrong-root-key': wrongRootKey,
};
