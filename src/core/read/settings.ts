import { LIMITS } from '../limits';
import { shortened } from '../text';
import { stderrEvidence } from './lines';
import { NAME, settingNames } from './settings/names';
import { takenInCode } from './settings/code';
import { callsItSetting, meaningOf } from './settings/sentences';
import { validatedNames } from './settings/validators';
import type { Told } from '../facts';
import type { Safe } from '../text';
import type { Meaning } from './settings/sentences';
import type { Said, Statement } from './statements';

/** `isCalledSetting`: the sentence says that the name is one, and not only that something of that name is missing. */
export type SettingsFact = Told<'setting-missing', { name: Safe; isAlternative: boolean; isCalledSetting: boolean }>;

/**
 * The settings a server says it misses, in whatever words: named in a sentence about absence, in the list below such a
 * sentence, or by a validator. What else is known of them, rules judge.
 */
export function read(said: Said): readonly SettingsFact[] {
  const printed = new Set(said.stderr);
  // What a client tells of the server stands behind.
  const told = said.spoken.filter((each) => !printed.has(each));
  const statements = [...said.stderr, ...told].map((each) => ({
    ...each,
    text: shortened(each.text, LIMITS.sentence),
  }));
  const missing = new Map<Safe, { statement: Statement; isAlternative: boolean }>();
  let isListing = false;
  for (const [index, statement] of statements.entries()) {
    if (statement.role === 'source' || statement.role === 'frame') continue;
    if (statement.role === 'blank') {
      isListing = false;
      continue;
    }
    // What was wrapped is read whole.
    const alone = [statement.text, ...statement.plain].map(meaningOf).find((each) => each !== 'other') ?? 'other';
    const isWrapped = alone === 'other' && statement.filled.length > statement.text.length;
    const text = isWrapped ? shortened(statement.filled, LIMITS.sentence) : statement.text;
    const meaning = isWrapped ? meaningOf(text) : alone;
    const isListed: boolean = isListing && LISTED.test(text) && meaning !== 'about-a-value';
    const names: readonly Safe[] =
      meaning === 'absent' || isListed ? settingNames(text) : validated(statements, index, meaning);
    const isAlternative = names.length > 1 && /\b(?:either|or|one of)\b/i.test(text);
    if (meaning !== 'advice')
      for (const name of names) if (!missing.has(name)) missing.set(name, { statement, isAlternative });
    isListing = (meaning === 'absent' && text.trimEnd().endsWith(':')) || (isListing && names.length > 0);
  }
  const inCode = missing.size === 0 ? takenInCode(statements) : null;
  if (inCode) missing.set(inCode.name, { statement: inCode.statement, isAlternative: false });
  return [...missing].slice(0, LIMITS.settings).map(([name, { statement, isAlternative }]) => ({
    kind: 'setting-missing',
    name,
    isAlternative,
    isCalledSetting: callsItSetting(statement.text),
    evidence: stderrEvidence(statement),
  }));
}

/** A validator has its own form, and no sentence. */
function validated(statements: readonly Statement[], index: number, meaning: Meaning): readonly Safe[] {
  return meaning === 'other' ? validatedNames(statements, index) : [];
}

/** A bullet, a number or nothing, the name, and perhaps what it is for. */
const LISTED = new RegExp(`^\\s*(?:[-*•·✗✘×❌]|\\d+[.)])?\\s*['"\`]?${NAME}\\b`);
