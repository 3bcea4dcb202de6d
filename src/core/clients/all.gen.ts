// Written by scripts/index.mjs from the files of this folder.
import { amazonQ } from './amazon-q';
import { claudeCode } from './claude-code';
import { claudeDesktop } from './claude-desktop';
import { cline } from './cline';
import { codex } from './codex';
import { continueDev } from './continue';
import { copilotCli } from './copilot-cli';
import { cursor } from './cursor';
import { geminiCli } from './gemini-cli';
import { goose } from './goose';
import { junie } from './junie';
import { kiloCode } from './kilo-code';
import { kiro } from './kiro';
import { lmStudio } from './lm-studio';
import { opencode } from './opencode';
import { rooCode } from './roo-code';
import { trae } from './trae';
import { visualStudio } from './visual-studio';
import { vscode } from './vscode';
import { warp } from './warp';
import { windsurf } from './windsurf';
import { zed } from './zed';
import type { Client } from './client';

/** Every client we know. */
export const clients: readonly Client[] = [
  amazonQ,
  claudeCode,
  claudeDesktop,
  cline,
  codex,
  continueDev,
  copilotCli,
  cursor,
  geminiCli,
  goose,
  junie,
  kiloCode,
  kiro,
  lmStudio,
  opencode,
  rooCode,
  trae,
  visualStudio,
  vscode,
  warp,
  windsurf,
  zed,
];
