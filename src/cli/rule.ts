import { HumanError } from '../core/human-error';
import { rules } from '../core/rules/all.gen';
import { pageText } from '../core/rules/page-text';
import { EXIT } from './exit-codes';
import { didYouMean } from './nearest';
import { print } from './print';
import type { Rule } from '../core/rules/rule';
import type { CommandLine } from './command';

/** `rule`: what a rule says, why, and what to do. */
export async function runRule({ words: [id = ''] }: CommandLine): Promise<number> {
  const rule = ruleNamed(id);
  const { pages } = await import('../core/rules/pages.gen');
  print(pageText(rule, pages[rule.id]));
  return EXIT.fine;
}

/** The rule of that id; a `HumanError` where there is none. */
export function ruleNamed(id: string): Rule {
  const rule = rules.find((each) => each.id === id);
  if (rule) return rule;
  const ids = rules.map((each) => each.id);
  throw new HumanError(`there is no rule "${id}".${didYouMean(id, ids)} Rules: ${ids.join(', ')}.`);
}
