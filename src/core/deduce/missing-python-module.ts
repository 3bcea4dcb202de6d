import type { FactOf } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** A Python module that the interpreter of this start lacks, and what that speaks for. */
export interface MissingPythonModule {
  readonly fact: FactOf<'python-module-missing'>;
  /** The package to which the module belongs. */
  readonly name: Safe;
  /**
   * `interpreter`: what every such server needs is missing, or the server itself, so another interpreter is meant.
   * `project`: one of the things that this project needs.
   */
  readonly speaksFor: 'interpreter' | 'project';
}

/**
 * Null where an installed package lacks something: that is not the person's to install. Of a package that is not there
 * Python names the first part; a name with a dot says that the package is there, in a version without that part.
 */
export function missingPythonModule({ facts, entry }: Subject<'python-module-missing'>): MissingPythonModule | null {
  const fact = facts.first('python-module-missing');
  if (!fact || fact.name.includes('.') || (fact.importer !== null && INSTALLED.test(fact.importer))) return null;
  // What runs in an environment that was made for it alone lacks what its release did not ask for.
  if (fact.importer === null && entry && /^(?:uvx|pipx)$/.test(entry.program) && !SDK.test(fact.name)) return null;
  const { name, isProgram } = fact;
  return { fact, name, speaksFor: isProgram || SDK.test(name) ? 'interpreter' : 'project' };
}

/** Where package clients put packages, and where Python has its own modules. */
const INSTALLED =
  /[/\\](?:site-packages|dist-packages|archive-v\d|python\d(?:\.\d{1,2})?[/\\](?!.*[/\\]src[/\\])|Lib)[/\\]|^<frozen /i;
const SDK = /^(?:mcp|fastmcp)$/;
