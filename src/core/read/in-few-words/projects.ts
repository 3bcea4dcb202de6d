import { INSTALL, NOT_THERE, WAS, line } from './line';
import type { FewWords } from './line';

/** A project of one’s own: what is built, installed and chosen for it. */
export const PROJECTS: FewWords = [
  [
    { kind: 'project-unprepared', lacks: 'build', what: null },
    line(
      `(?:dist|build|out)(?: folder| directory)?${WAS} (?:missing|not there|not found)`,
      'no (?:dist|build)(?: folder| directory)?',
      `(?:project |server )?${WAS.trim()} ?not (?:built|compiled)`,
      'not (?:built|compiled)',
      'forgot to (?:build|compile)(?: it)?',
      'run (?:npm run )?build(?: first)?',
      `dist\\/index\\.js${NOT_THERE}`,
    ),
  ],
  [
    { kind: 'project-unprepared', lacks: 'dependencies', what: null },
    line(
      `(?:dependencies|node_modules|requirements|packages|pip packages)${NOT_THERE}`,
      'no (?:node_modules|dependencies)',
      `${INSTALL} (?:was |is )?not run`,
      `(?:forgot(?: to run)?|run) ${INSTALL}(?: first)?`,
      `(?:mcp|fastmcp)(?: package| module)?${NOT_THERE}`,
      'import mcp (?:fails|failed)',
      'ModuleNotFoundError',
      'module not found',
    ),
  ],
];
