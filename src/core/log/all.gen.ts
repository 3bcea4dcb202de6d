// Written by scripts/index.mjs from the files of this folder.
import { form as claudeDesktop } from './claude-desktop';
import { form as cursor } from './cursor';
import { form as vscode } from './vscode';
import type { LogForm } from './form';

/** The forms of log that we know. */
export const forms: readonly LogForm[] = [
  claudeDesktop,
  cursor,
  vscode,
];
