// Writes the lists of rules, pages, clients, readers, logs and look-ups from the files in their folders, so that adding one is adding one file.
//   node scripts/index.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const camel = (id) => id.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const header = '// Written by scripts/index.mjs from the files of this folder.\n';

/** The ids of a folder: the files that export what we list, and no others. */
function idsIn(folder, exported) {
  return readdirSync(src + folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.gen.ts'))
    .filter((file) => exported.test(readFileSync(src + folder + file, 'utf8')))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted();
}

const ruleIds = idsIn('core/rules/', /^export const rule\b/m);
const readerIds = idsIn('core/read/', /^export function read\b/m);
/** Those that tell facts of their own, and not only what others tell in other words. */
const tellerIds = idsIn('core/read/', /^export (?:type|interface) \w+Fact\b/m).filter((id) => readerIds.includes(id));
const formIds = idsIn('core/log/', /^export const form\b/m);
const lookUpIds = idsIn('node/lookup/', /^export const lookUp\b/m);
const worldIds = idsIn('core/facts/world/', /^export interface Answer\b/m);
const policyIds = idsIn('core/environments/', /^export const policy\b/m);
const clientIds = idsIn('core/clients/', /^export const \w+: Client\b/m);
const clientName = (id) =>
  /^export const (\w+): Client\b/m.exec(readFileSync(`${src}core/clients/${id}.ts`, 'utf8'))[1];
const imports = (ids, name, as) => ids.map((id) => `import { ${name(id)}${as(id)} } from './${id}';\n`).join('');
const list = (ids) => ids.map((id) => `  ${camel(id)},\n`).join('');

const pascal = (id) => camel(`-${id}`);
const kindsIn = (file) =>
  Array.from(
    readFileSync(src + file, 'utf8').matchAll(/(?:\bTold<\s*|readonly kind: )'([a-z-]+)'/g),
    ([, kind]) => kind,
  );
const factKinds = [
  'core/config/file-facts.ts',
  ...idsIn('core/entry/', /^export (?:type|interface) \w+Fact\b/m)
    .filter((id) => id !== 'index')
    .map((id) => `core/entry/${id}.ts`),
  ...readerIds.map((id) => `core/read/${id}.ts`),
  ...worldIds.map((id) => `core/facts/world/${id}.ts`),
].flatMap(kindsIn);

const byId = (ids) => ids.map((id) => (id === camel(id) ? `  ${id},\n` : `  '${id}': ${camel(id)},\n`)).join('');

/** One thing of every rule, by the rule's id. */
const byRule = (exported, name, type) => `${header}${imports(
  ruleIds,
  () => exported,
  (id) => ` as ${camel(id)}`,
)}import type { ${type.match(/[A-Z]\w+/)[0]} } from './rule';

export const ${name}: Readonly<Record<string, ${type}>> = {
${byId(ruleIds)}};
`;

const files = {
  'core/rules/all.gen.ts': `${header}${imports(
    ruleIds,
    () => 'rule',
    (id) => ` as ${camel(id)}`,
  )}import type { Rule } from './rule';

export const rules: readonly Rule[] = [
${list(ruleIds)}];
`,
  'core/rule-ids.gen.ts': `// Written by scripts/index.mjs from the files of rules/.
export type RuleId =
${ruleIds.map((id) => `  | '${id}'`).join('\n')};
`,
  'core/rules/pages.gen.ts': byRule('page', 'pages', 'Page'),
  'core/rules/examples.gen.ts': byRule('examples', 'examples', 'Examples'),
  'core/clients/all.gen.ts': `${header}${imports(clientIds, clientName, () => '')}import type { Client } from './client';

/** Every client we know. */
export const clients: readonly Client[] = [
${clientIds.map((id) => `  ${clientName(id)},\n`).join('')}];
`,
  'core/environments/all.gen.ts': `${header}${imports(
    policyIds,
    () => 'policy',
    (id) => ` as of${pascal(id)}`,
  )}import type { EnvironmentPolicy } from './environment';

export type PolicyId =
${policyIds.map((id) => `  | '${id}'`).join('\n')};

export const policies: Readonly<Record<PolicyId, EnvironmentPolicy>> = {
${policyIds.map((id) => `  ${/^\w+$/.test(id) ? id : `'${id}'`}: of${pascal(id)},\n`).join('')}};
`,
  'core/read/all.gen.ts': `${header}${imports(
    readerIds,
    () => 'read',
    (id) => ` as ${camel(id)}`,
  )}import type { Read } from './index';

export const readers: readonly Read[] = [
${list(readerIds)}];
`,
  'core/read/facts.gen.ts': `${header}${tellerIds
    .map((id) => `import type { ${pascal(id)}Fact } from './${id}';\n`)
    .join('')}
/** What starts, and logs of them, tell. */
export type StartFact =
${tellerIds.map((id) => `  | ${pascal(id)}Fact`).join('\n')};
`,
  'core/facts/world.gen.ts': `// Written by scripts/index.mjs from the files of world/.
${worldIds.map((id) => `import type * as ${pascal(id)} from './world/${id}';\n`).join('')}
/** What may be asked of the world, each with its answer. */
export type World =
${worldIds.map((id) => `  | { readonly question: ${pascal(id)}.Question; readonly answer: ${pascal(id)}.Answer }`).join('\n')};

export const worldKinds: readonly World['question']['kind'][] = [${worldIds.map((id) => `'${id}'`).join(', ')}];
`,
  'core/facts/kinds.gen.ts': `// Written by scripts/index.mjs from the types of facts.
import type { FactKind } from './index';

/** Every kind of fact; what is no kind, or missing, does not compile. */
export const factKinds: Readonly<Record<FactKind, true>> = {
${factKinds.map((kind) => (/^\w+$/.test(kind) ? `  ${kind}: true,` : `  '${kind}': true,`)).join('\n')}
};
`,
  'core/log/all.gen.ts': `${header}${imports(
    formIds,
    () => 'form',
    (id) => ` as ${camel(id)}`,
  )}import type { LogForm } from './form';

/** The forms of log that we know. */
export const forms: readonly LogForm[] = [
${list(formIds)}];
`,
  'node/lookup/all.gen.ts': `${header}${imports(
    lookUpIds,
    () => 'lookUp',
    (id) => ` as ${camel(id)}`,
  )}import type { LookUps } from './index';

export const lookUps: LookUps = {
${byId(lookUpIds)}};
`,
};

const stale = Object.entries(files).filter(([file, text]) => {
  try {
    return readFileSync(src + file, 'utf8') !== text;
  } catch {
    return true; // not written yet
  }
});
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`src/${file} is stale: run node scripts/index.mjs`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [file, text] of stale) writeFileSync(src + file, text);
}
