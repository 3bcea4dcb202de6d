import { givesValue } from './given-variable';
import type { ServerEntry } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Safe } from '../text';
import type { Subject } from '../rules/rule';

type Readable = 'setting-missing' | 'option-missing' | 'argument-missing' | 'credentials-refused' | 'http-refused';

/** What a server misses and gives no name, and the variables of its entry that seem to be for it. */
export interface UnnamedSetting {
  readonly fact: FactOf<'option-missing'>;
  readonly given: readonly Safe[];
}

/**
 * What is missing without a name, where nothing else tells what it is; null where nothing is. A remote server asks its
 * caller in such words.
 */
export function unnamedSetting({ facts, entry }: Pick<Subject<Readable>, 'facts' | 'entry'>): UnnamedSetting | null {
  const [refused] = facts.all('http-refused').filter(({ isAbsent, isTransport }) => isTransport || !isAbsent || !entry);
  const isOther = facts.first('argument-missing') ?? facts.first('credentials-refused') ?? refused;
  const isRemote = entry?.transport === 'http' || entry?.transport === 'sse';
  const fact = isOther || isRemote || facts.first('setting-missing') ? undefined : facts.first('option-missing');
  return fact ? { fact, given: entry ? givenFor(fact.what, entry) : [] } : null;
}

/** Variables that the entry gives a value, and whose names end like what is missing: `ACME_API_KEY` for an API key. */
function givenFor(what: Safe, entry: ServerEntry): readonly Safe[] {
  const kind = lastWord(what);
  // “Acme API key” is no other vendor's.
  const owner = /^[A-Z]/.test(what)
    ? what
        .toLowerCase()
        .split(/\W+/)
        .find((word) => !COMMON.test(word))
    : undefined;
  return entry.env
    .filter(givesValue)
    .filter(({ name }) => owner === undefined || name.toLowerCase().replaceAll('_', '').includes(owner))
    .filter(({ name }) => {
      // “Acme API: not configured” is all that it takes.
      if (kind === 'api') return /(?:^|_)API(?:_|$)/.test(name);
      const last = lastWord(name);
      return CREDENTIAL.test(kind) ? CREDENTIAL.test(last) : KIND.test(kind) && last === kind;
    })
    .map(({ name }) => entry.mask(name));
}

/** Of `API keys`, `apiKey` and `API_KEY` the same. */
function lastWord(text: string): string {
  return /(?:[A-Z]?[a-z]+|[A-Z]+)$/.exec(text.replace(/s$/, ''))?.[0].toLowerCase() ?? '';
}

const KIND = /^(?:url|uri|host|user|username|id|region|endpoint|string)$/;
/** What one calls a key is the token of another. */
const CREDENTIAL = /^(?:key|token|secret|password|pat|credential|authentication|auth)$/;
/** Words that say nothing of whose setting it is. */
const COMMON = new RegExp(
  `${KIND.source}|${CREDENTIAL.source}|^(?:an?|the|your|required|valid|api|access|client|connection|base|database|licen[cs]e)$`,
);
