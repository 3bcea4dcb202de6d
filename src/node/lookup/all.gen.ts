// Written by scripts/index.mjs from the files of this folder.
import { lookUp as cwd } from './cwd';
import { lookUp as npmLog } from './npm-log';
import { lookUp as npmManifest } from './npm-manifest';
import { lookUp as npmName } from './npm-name';
import { lookUp as path } from './path';
import { lookUp as portOwner } from './port-owner';
import { lookUp as program } from './program';
import { lookUp as project } from './project';
import { lookUp as publishedFile } from './published-file';
import { lookUp as pypiName } from './pypi-name';
import { lookUp as runtime } from './runtime';
import type { LookUp } from './index';
import type { Question } from '../../core/facts';

export const lookUps: Readonly<Record<Question['kind'], LookUp>> = {
  cwd,
  'npm-log': npmLog,
  'npm-manifest': npmManifest,
  'npm-name': npmName,
  path,
  'port-owner': portOwner,
  program,
  project,
  'published-file': publishedFile,
  'pypi-name': pypiName,
  runtime,
};
