// Written by scripts/index.mjs from the files of this folder.
import { claudeCode } from './claude-code';
import { claudeDesktop } from './claude-desktop';
import { cline } from './cline';
import { codex } from './codex';
import { continueDev } from './continue';
import { copilotCli } from './copilot-cli';
import { cursor } from './cursor';
import { goose } from './goose';
import { kiro } from './kiro';
import { rooCode } from './roo-code';
import { visualStudio } from './visual-studio';
import { vscode } from './vscode';
import { windsurf } from './windsurf';
import { zed } from './zed';
import type { Client } from './client';

/** Every client we know. */
export const clients: readonly Client[] = [
  claudeCode,
  claudeDesktop,
  cline,
  codex,
  continueDev,
  copilotCli,
  cursor,
  goose,
  kiro,
  rooCode,
  visualStudio,
  vscode,
  windsurf,
  zed,
];
