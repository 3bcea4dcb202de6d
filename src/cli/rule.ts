import { HumanError } from '../core/human-error';
import { rules } from '../core/rules/all.gen';
import { pageText } from '../core/rules/page-text';
import { EXIT } from './exit-codes';
import { print } from './print';
import type { CommandLine } from './arguments';

/** `rule`: what a rule says, why, and what to do. */
export async function runRule({ files }: CommandLine): Promise<number> {
  const [id = ''] = files;
  const rule = rules.find((each) => each.id === id);
  if (!rule) throw new HumanError(`there is no rule "${id}". Rules: ${rules.map((each) => each.id).join(', ')}.`);
  const { pages } = await import('../core/rules/pages.gen');
  print(pageText(rule, pages[rule.id]));
  return EXIT.fine;
}
