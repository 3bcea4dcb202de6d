// Written by scripts/index.mjs from the files of this folder.
import { lookUp as cwd } from './cwd';
import { lookUp as file } from './file';
import { lookUp as npmName } from './npm-name';
import { lookUp as npmRelease } from './npm-release';
import { lookUp as port } from './port';
import { lookUp as program } from './program';
import { lookUp as project } from './project';
import { lookUp as pypiName } from './pypi-name';
import type { LookUps } from './index';

export const lookUps: LookUps = {
  cwd,
  file,
  'npm-name': npmName,
  'npm-release': npmRelease,
  port,
  program,
  project,
  'pypi-name': pypiName,
};
