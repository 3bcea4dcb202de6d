import { captured } from '../text';
import type { FactOf, Known, QuestionOf } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** What an installed package of npm lacks, and whether its release has it. */
export interface MissingFromRelease {
  readonly question: QuestionOf<'npm-release'>;
  /** Where it does, the installation is damaged; where it does not, the release is. */
  readonly isPublished: Known;
}

/** Null where it is not known which package lacks what. */
export function missingFromRelease(
  { facts }: Subject<'npm-release'>,
  { specifier, importer, isFile }: FactOf<'module-missing'>,
): MissingFromRelease | null {
  const [, folder, name, file] = captured(isFile ? specifier : (importer ?? specifier), INSTALLED) ?? [];
  const lacks: Safe | undefined = isFile ? file : captured(specifier, PACKAGE)?.[0];
  if (!folder || !name || !lacks) return null;
  const question = { kind: 'npm-release', name, folder, lacks, isFile } as const;
  return { question, isPublished: facts.answerTo(question)?.isPublished ?? 'unknown' };
}

/** The folder of a package, the last where they lie in each other; its name; what lies in it. */
const INSTALLED =
  /^(?:file:\/\/)?((?:\/|[A-Za-z]:[/\\]).{0,400}[/\\]node_modules[/\\]((?:@[^/\\]{1,100}[/\\])?[^/\\@]{1,214}))[/\\](.{1,400})$/;
/** Of `@a/b/c` and `b/c` the package. */
const PACKAGE = /^(?:@[^/]{1,100}\/)?[^/]{1,214}/;
