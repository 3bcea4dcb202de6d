// Written by scripts/index.mjs from the files of this folder.
import { read as commandLine } from './command-line';
import { read as connections } from './connections';
import { read as crashes } from './crashes';
import { read as docker } from './docker';
import { read as http } from './http';
import { read as nodeLoader } from './node-loader';
import { read as nodeRuntime } from './node-runtime';
import { read as npm } from './npm';
import { read as outcome } from './outcome';
import { read as ports } from './ports';
import { read as python } from './python';
import { read as pythonPackages } from './python-packages';
import { read as settings } from './settings';
import { read as shells } from './shells';
import { read as spawn } from './spawn';
import { read as stdout } from './stdout';
import { read as verdict } from './verdict';
import { read as vscodeHost } from './vscode-host';
import type { Read } from './index';

export const readers: readonly Read[] = [
  commandLine,
  connections,
  crashes,
  docker,
  http,
  nodeLoader,
  nodeRuntime,
  npm,
  outcome,
  ports,
  python,
  pythonPackages,
  settings,
  shells,
  spawn,
  stdout,
  verdict,
  vscodeHost,
];
