import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { safe } from '../text';
import { defineRule } from './rule';
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
    twice: 'The word `Bearer` stands twice before the token, and the second one is taken for the token. Leave one out.',
    sign: 'Behind `Bearer` stands another sign than a blank, and servers look for a blank there. Write `Bearer`, a blank, and the token.',
  },
  match: ({ facts, entry, file }, say) =>
    facts.first('ready')
      ? []
      : facts.all('header-malformed').map(({ is, header }) => {
          const name = hideShapes(header.name);
          const right = header.value?.raw.reveal().replace(/^(?:Bearer\b[\s:=]*)+/i, 'Bearer ');
          const edits =
            file?.problems.length === 0 && header.value && right !== undefined && SCHEMES.has(is)
              ? [replaceText(header.value, right)]
              : [];
          const more = {
            severity: 'warning',
            confidence: 'likely',
            span: SCHEMES.has(is) ? (header.value?.span ?? header.nameSpan) : header.nameSpan,
            evidence: [{ kind: 'entry', line: null, text: name }],
            fixes: entry ? entryFix(entry, 'write-bearer', safe('Write Bearer and the token'), edits) : [],
          } as const;
          return is === 'name' || is === 'scheme' ? say(is, { name }, more) : say(is, {}, more);
        }),
});

/** What is wrong in the value. */
const SCHEMES: ReadonlySet<string> = new Set(['twice', 'sign']);

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
  { name: 'as it is to be', fires: false, given: entry({ Authorization: 'Bearer abc', 'X-Acme': 'a: b' }) },
];
