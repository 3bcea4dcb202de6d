// Written by scripts/index.mjs from the files of world/.
import type * as Cwd from './world/cwd';
import type * as File from './world/file';
import type * as NpmName from './world/npm-name';
import type * as NpmRelease from './world/npm-release';
import type * as Port from './world/port';
import type * as Program from './world/program';
import type * as Project from './world/project';
import type * as PypiName from './world/pypi-name';

/** What may be asked of the world, each with its answer. */
export type World =
  | { readonly question: Cwd.Question; readonly answer: Cwd.Answer }
  | { readonly question: File.Question; readonly answer: File.Answer }
  | { readonly question: NpmName.Question; readonly answer: NpmName.Answer }
  | { readonly question: NpmRelease.Question; readonly answer: NpmRelease.Answer }
  | { readonly question: Port.Question; readonly answer: Port.Answer }
  | { readonly question: Program.Question; readonly answer: Program.Answer }
  | { readonly question: Project.Question; readonly answer: Project.Answer }
  | { readonly question: PypiName.Question; readonly answer: PypiName.Answer };

export const worldKinds: readonly World['question']['kind'][] = ['cwd', 'file', 'npm-name', 'npm-release', 'port', 'program', 'project', 'pypi-name'];
