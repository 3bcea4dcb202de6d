// Writes src/core/secrets/known-shapes.gen.ts from the rules of gitleaks (MIT): those that know a secret by its own shape.
//   node scripts/secret-shapes.mjs gitleaks.toml COMMIT
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';

const [file, commit] = process.argv.slice(2);
const { rules } = getStaticTOMLValue(parseTOML(readFileSync(file, 'utf8')));

/** A rule that looks for the name of a service before the value: we know values by their names in our own way. */
const NEEDS_NAME = /\{0,50\}\?/;
/** These look for a command, a document or a file around the secret, or for what begins many harmless words. */
const LEFT_OUT = new Set(
  'curl-auth-header curl-auth-user facebook-access-token freemius-secret-key jwt kubernetes-secret-yaml nuget-config-password private-key sidekiq-sensitive-url sourcegraph-access-token'.split(
    ' ',
  ),
);
/** How often a part may come that the rule does not bound: so that no text costs more than its length. */
const MOST = 512;

/** RE2 as JavaScript has it. What has to stand behind a secret is left out: whatever does, it is hidden. */
function toJavaScript(regex) {
  const source = regex
    .replace(/\(\?:\[\\x60'"\\s;\]\|\\\\\[nr\]\|\$(?:\|\\b)?\)$/, '')
    .replace(/\(\?:\[\^[^\]]+\]\|\\z\)$/, '')
    .replace(/\(\?:\$\|\[[^\]]+\]\)$/, '')
    .replace(/^\(\?:\^\|(\[[^\]]+\])\)/, '(?<=^|$1)')
    .replaceAll('[[:alnum:]]', '[A-Za-z0-9]')
    .replaceAll(/\|s\\\.\(\?i:\[a-z0-9\]\{24\}\)/g, '')
    .replaceAll(/\(\?-?i\)/g, '')
    .replaceAll(/\(\?-?i:/g, '(?:')
    .replaceAll(/\(\?P<\w+>/g, '(?:')
    .replaceAll(/\{(\d+),\}/g, `{$1,${MOST}}`)
    .replaceAll(/(\]|\\[dw])\+/g, `$1{1,${MOST}}`)
    .replaceAll(/(\]|\\[dw])\*/g, `$1{0,${MOST}}`)
    .replaceAll(/(?<![\\:])\((?!\?)/g, '(?:');
  return new RegExp(source, /\(\?i[):]/.test(regex) ? 'gi' : 'g');
}

/** The keywords that stand in the secret itself: without one of them it cannot be there. */
const shapes = rules
  .filter(({ id, regex }) => regex && !NEEDS_NAME.test(regex) && !LEFT_OUT.has(id))
  .map(({ id, regex, keywords, entropy = 0 }) => ({ id, pattern: toJavaScript(regex), keywords, entropy }))
  .map((shape) => (shape.id === 'vault-service-token' ? { ...shape, keywords: ['hvs.'] } : shape))
  .map((shape) => (shape.id === 'aws-access-token' ? { ...shape, entropy: 2.5 } : shape));

const license = `/*!
 * The patterns are those of gitleaks, config/gitleaks.toml at ${commit}.
 * Copyright (c) 2019 Zachary Rice. MIT License: permission is hereby granted, free of charge, to any person obtaining a
 * copy of this software and associated documentation files (the "Software"), to deal in the Software without
 * restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense,
 * and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the
 * following conditions: The above copyright notice and this permission notice shall be included in all copies or
 * substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
 * IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
 * NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
 * LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE
 * SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
`;
const target = fileURLToPath(new URL('../src/core/secrets/known-shapes.gen.ts', import.meta.url));
writeFileSync(
  target,
  `// Written by scripts/secret-shapes.mjs.
${license}import type { KnownShape } from './shapes';

export const knownShapes: readonly KnownShape[] = [
${shapes.map(({ id, pattern, keywords, entropy }) => `  { id: '${id}', keywords: ${JSON.stringify(keywords)}, entropy: ${entropy}, pattern: ${pattern} },`).join('\n')}
];
`,
);
