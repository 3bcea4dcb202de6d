import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Setting } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'header-malformed',
  label: 'remote-auth-missing',
  cause: 'remote-auth',
  stage: 'entry',
  reads: ['header-malformed', 'ready'],
  over: ['remote-auth-missing', 'bad-credentials'],
  messages: {
    name: '`{name}` is no name of a header: those have neither blanks nor colons. The value goes to the other side of the colon, as in `"Authorization": "Bearer …"`.',
    scheme: 'A header `{name}` is nothing that a server looks for. Write `"Authorization": "Bearer …"`.',
    outside:
      '`{name}` stands beside `headers`, where its client does not look for it: nothing of it is sent. Write it into `headers`, mostly as `"Authorization": "Bearer …"`.',
    alone: 'Behind `Bearer` stands no token. Put it there, behind a blank, or take it from an input or a variable.',
    repeats:
      'The value of `{name}` begins with its own name once more, and all of it is sent. Write only what belongs behind the colon.',
    misspelt: '`{name}` is nearly `Authorization`, and no server looks for it so. Write `Authorization`.',
    twice: 'The word `Bearer` stands twice before the token, and the second one is taken for the token. Leave one out.',
    sign: 'Behind `Bearer` stands another sign than a blank, and servers look for a blank there. Write `Bearer`, a blank, and the token.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) =>
    facts.first('ready')
      ? []
      : facts.all('header-malformed').flatMap(({ is, header }) => {
          // Whoever shows an entry takes the token out.
          if (is === 'alone' && isQuoted) return [];
          const name = hideShapes(header.name);
          const right = rightValue(is, header);
          const edits =
            file?.problems.length === 0 && header.value && right !== null ? [replaceText(header.value, right)] : [];
          const renamed =
            file && is === 'misspelt' ? editorOf(file).renameKey(file, header.nameSpan, 'Authorization') : [];
          const more = {
            severity: 'warning',
            confidence: 'likely',
            span: right === null ? header.nameSpan : (header.value?.span ?? header.nameSpan),
            evidence: [{ kind: 'entry', line: null, text: name }],
            fixes: entry ? entryFix(entry, 'write-bearer', TITLES[is], [...edits, ...renamed]) : [],
          } as const;
          return is === 'twice' || is === 'sign' || is === 'alone' ? [say(is, {}, more)] : [say(is, { name }, more)];
        }),
});

type Oddity = FactOf<'header-malformed'>['is'];

/** What the value is to be; null where it is not the value that is wrong, or what is missing nobody knows. */
function rightValue(is: Oddity, { name, value }: Setting): string | null {
  const text = value?.raw.reveal() ?? '';
  if (is === 'twice' || is === 'sign') return text.replace(/^(?:Bearer\b[\s:=]*)+/i, 'Bearer ');
  return is === 'repeats' ? text.slice(name.length + 1).trim() : null;
}

const BEARER = safe('Write Bearer and the token');
const TITLES: Readonly<Record<Oddity, Safe>> = {
  name: BEARER,
  scheme: BEARER,
  twice: BEARER,
  sign: BEARER,
  alone: BEARER,
  repeats: safe('Leave the name out of the value'),
  misspelt: safe('Write Authorization'),
  outside: BEARER,
};

export const page: Page = {
  title: 'A header that no server understands',
  what: 'The name of a header has signs that no name may have, or what stands before the token is not what it is to be.',
  why: 'The line of a documentation was divided at another place, or the whole value was put behind a `Bearer` that stood there already.',
  remedy: 'Write `"headers": { "Authorization": "Bearer TOKEN" }`.',
  exceptions: 'Other headers of a server’s own are as it wants them: of those only the form is looked at.',
};

const entry = (headers: Readonly<Record<string, string>>) => ({
  config: JSON.stringify({ servers: { a: { type: 'http', url: 'https://mcp.acme.test/mcp', headers } } }),
});

export const examples: Examples = () => [
  { name: 'the scheme in the name', fires: true, given: entry({ 'Authorization: Bearer': 'abc' }) },
  { name: 'the scheme for the name', fires: true, given: entry({ Bearer: 'abc' }) },
  { name: 'twice', fires: true, given: entry({ Authorization: 'Bearer Bearer abc' }) },
  { name: 'a colon', fires: true, given: entry({ Authorization: 'Bearer: abc' }) },
  { name: 'no token', fires: true, given: entry({ Authorization: 'Bearer ' }) },
  { name: 'its own name', fires: true, given: entry({ 'X-Api-Key': 'X-Api-Key: abc' }), params: { name: 'X-Api-Key' } },
  {
    name: 'nearly its name',
    fires: true,
    given: entry({ Authorisation: 'Bearer abc' }),
    params: { name: 'Authorisation' },
  },
  {
    name: 'beside them',
    fires: true,
    given: {
      config: JSON.stringify({
        servers: { a: { type: 'http', url: 'https://mcp.acme.test/mcp', authorization: 'abc' } },
      }),
    },
    params: { name: 'authorization' },
  },
  { name: 'as it is to be', fires: false, given: entry({ Authorization: 'Bearer abc', 'X-Acme': 'a: b' }) },
];
