// Written by scripts/index.mjs from the files of this folder.
import { form as amazonQ } from './amazon-q';
import { form as claudeCode } from './claude-code';
import { form as claudeDesktop } from './claude-desktop';
import { form as codex } from './codex';
import { form as copilotCli } from './copilot-cli';
import { form as cursor } from './cursor';
import { form as geminiCli } from './gemini-cli';
import { form as goose } from './goose';
import { form as jetbrains } from './jetbrains';
import { form as kiro } from './kiro';
import { form as lmStudio } from './lm-studio';
import { form as opencode } from './opencode';
import { form as trae } from './trae';
import { form as vscode } from './vscode';
import { form as zed } from './zed';
import type { LogForm } from './form';

/** The forms of log that we know. */
export const forms: readonly LogForm[] = [
  amazonQ,
  claudeCode,
  claudeDesktop,
  codex,
  copilotCli,
  cursor,
  geminiCli,
  goose,
  jetbrains,
  kiro,
  lmStudio,
  opencode,
  trae,
  vscode,
  zed,
];
