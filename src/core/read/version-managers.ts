import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** A version manager stands in for a program, and has no version of it to start. */
export type VersionManagersFact = Told<'version-unset', { program: Safe | null }>;

/** asdf, mise, Volta, pyenv and their like: their shims speak for the program that they stand in for. */
export function read(start: Said): readonly VersionManagersFact[] {
  return told('version-unset', firstSaid(start, FORMS), ([, program = null]) => ({ program }));
}

const FORMS: readonly RegExp[] = [
  /^No version is set\b(?! for)/,
  /\b[Ff]ailed to detect an applicable version to run ([\w.-]{1,60}) with\b/,
  /^N\/A: version "[^"]{1,60}" is not yet installed\b/,
  /\bNo version is set for (?:command|shim:?) ([\w.-]{1,60})\b/,
  /\bmise\b.{0,40}\bNo version is set for shim: ([\w.-]{1,60})/,
  /\bVolta error: Could not execute command\b/,
  /\b[Vv]olta error: (\w{1,40}) is not available\b/,
  /\bVolta error: Could not locate executable `?([\w.-]{1,60})`? in your package image\b/,
  /\b(?:fnm|nvm|n)\b.{0,80}\b[Vv]ersion .{1,40} is not (?:yet )?installed\b|\b[Nn]ode version v?[\d.]{1,12} is not installed\b/,
  /\bNo preset version installed for command ([\w.-]{1,60})$/,
  /\b[Uu]nknown command: ([\w.-]{1,60})\. Perhaps you have to reshim/,
  /^(?:pyenv|rbenv|nodenv|goenv): ([\w.-]{1,60}): command not found$/,
  /^(?:pyenv|rbenv|nodenv|goenv): version [`']?[^'`]{1,60}'? is not installed\b/,
  /^error: '([\w.-]{1,60})' is not installed for the toolchain\b/,
  /^(?:Volta error|mise(?: ERROR)?|fnm|asdf|nvm|proto|vfox)\b.{0,80}\b(?:[Cc]ould not find executable "([\w.-]{1,60})"|[Cc]an'?t find an installed\b|[Nn]o version\b|[Nn]o such plugin\b)/,
  /\b[Cc]ouldn't find preset version\b|\bno default toolchain configured\b|\bunable to find a Python interpreter managed by\b/,
  /^error: toolchain '[^']{1,80}' is not installed\b/,
  /\bfind the necessary environment variables to replace the Node version\b|\bsetup your shell profile to evaluate `?fnm env\b/,
  /^mise (?:ERROR|WARN)\b.{0,60}\bnot installed\b/,
  /\brustup could not choose a version of ([\w.-]{1,60}) to run\b/,
];
