import { programName } from '../launch/program-name';
import { inputIds } from '../config/variables';
import { hideShapes } from '../secrets/mask';
import { settingsOf, valuesOf } from './values-of';
import type { VariableSyntax } from '../clients';
import type { Input, ServerEntry, Value } from '../config/config-file';
import type { Safe } from '../text';
import type { Written } from './index';
import type { Role } from './values-of';

/** Variables as they are written, where the client does not fill them in. */
export type VariableFact =
  | {
      readonly kind: 'variable-written';
      /** The variable itself. */
      readonly text: Safe;
      readonly where: Value;
      readonly role: Role;
      readonly form: VariableForm;
      /** The same in the way of this client, where it has one. */
      readonly right: string | null;
      /** Other clients that read the file, and fill it in. */
      readonly rightFor: readonly Safe[];
    }
  /** Variables that the environment, as it was looked at, does not have. */
  | { readonly kind: 'variable-unset'; readonly names: readonly Safe[]; readonly where: Value | null }
  /** `${input:ID}` of an id that the file does not declare. */
  | { readonly kind: 'input-undeclared'; readonly id: Safe; readonly where: Value };

/** The forms in which clients, shells and templates write variables. */
export type VariableForm =
  | 'env-colon'
  | 'input'
  | 'folder'
  | 'braces'
  | 'dollar'
  | 'percent'
  | 'env-in-braces'
  | 'tilde'
  /** What a shell would run, to put there what it prints. */
  | 'substitution'
  | 'broken';

export function readVariables(written: Written): readonly VariableFact[] {
  const { entry, file, reader } = written;
  const values = [...valuesOf(entry), ...settingsOf(entry)];
  const syntax = reader?.location.variables ?? null;
  const facts: VariableFact[] = [];
  for (const { value, role } of values) {
    const text = value.raw.reveal();
    if (!MAY_VARY.test(text)) continue;
    for (const found of variablesIn(text, role, entry)) {
      if (syntax !== null && fillsIn(syntax, found, written)) {
        if (found.form === 'input' && !reader?.location.ignores.includes('inputs'))
          facts.push(...undeclared(found.name, value, written));
        continue;
      }
      // Where nobody knows what a client fills in, only what no client does is said.
      const isKnown = syntax !== null && !reader?.location.variablesUnknown;
      if (!isKnown && !NOBODYS.has(found.form)) continue;
      facts.push({
        kind: 'variable-written',
        text: shown(found, entry),
        where: value,
        role,
        form: found.form,
        right:
          syntax &&
          rightForm(
            found,
            syntax,
            file.inputs.map(({ id }) => id),
          ),
        rightFor: othersFillIn(found, written),
      });
    }
  }
  return facts;
}

/**
 * Whether the client puts a value in the place of every variable of an entry, whatever they stand in. Files have the
 * same few over and over: what was judged once is remembered.
 */
export function areFilledIn({ entry, file, reader }: Written): boolean {
  const syntax = reader?.location.variables;
  if (syntax === undefined || reader?.location.ignores.includes('inputs') === (syntax === 'vscode')) return false;
  let known = settled.get(file.inputs)?.get(syntax);
  if (!known) {
    known = new Map();
    settled.set(file.inputs, (settled.get(file.inputs) ?? new Map()).set(syntax, known));
  }
  for (const text of entry.varied) {
    let isFilled = known.get(text);
    if (isFilled === undefined) known.set(text, (isFilled = isFilledIn(text, syntax, file.inputs)));
    if (!isFilled) return false;
  }
  return true;
}

const settled = new WeakMap<readonly Input[], Map<VariableSyntax, Map<string, boolean>>>();

/** Nothing is left of a text that looks like a variable once those of this client are taken out. */
function isFilledIn(text: string, syntax: VariableSyntax, inputs: readonly Input[]): boolean {
  const rest = text.replace(/\$\{([^{}]{1,256})\}/g, (whole: string, inside: string) => {
    const found = formOf(whole, inside);
    if (!found || !FILLED[syntax].has(found.form)) return whole;
    return found.form !== 'input' || inputs.some(({ id }) => id === found.name) ? '' : whole;
  });
  return !MAY_VARY.test(rest);
}

const MAY_VARY = /[$%]|^~|\{(?:env:|workspace|userHome)/;

/** What no client fills in. */
const NOBODYS = new Set<VariableForm>(['broken']);

interface Found {
  readonly text: string;
  readonly form: VariableForm;
  readonly name: string;
  readonly fallback: boolean;
}

/** What looks like a variable, whoever's. What a shell, or the program itself, fills in is left out. */
function variablesIn(text: string, role: Role, entry: ServerEntry): readonly Found[] {
  const found = Array.from(text.matchAll(FORMS), ({ groups = {} }): Found | null => {
    const { dollar, percent, braced, own, broken, bare, text: whole = '' } = groups;
    if (bare !== undefined) return { text: whole, form: 'broken', name: bare, fallback: false };
    if (broken !== undefined) return { text: whole, form: 'broken', name: broken, fallback: false };
    if (own !== undefined) return { text: whole, form: 'env-in-braces', name: own, fallback: false };
    if (percent !== undefined) return { text: whole, form: 'percent', name: percent, fallback: false };
    if (dollar !== undefined) return { text: whole, form: 'dollar', name: dollar, fallback: false };
    return braced === undefined ? null : formOf(whole, braced);
  }).filter((each) => each !== null);
  const tilde: Found[] = /^~(?:$|[/\\])/.test(text) ? [{ text: '~', form: 'tilde', name: '~', fallback: false }] : [];
  const isShell = SHELLS.has(entry.program) && role !== 'command';
  // Among the args it is a word of shells like others.
  if (SUBSTITUTION.test(text) && role !== 'arg')
    return isShell ? [] : [{ text, form: 'substitution', name: '', fallback: false }];
  // `mcp-remote` puts the variables of its environment into its headers itself.
  const isFilledBy = role === 'arg' && entry.hasArg(BRIDGE);
  return [...found, ...tilde].filter(({ form, text: whole, name }) => {
    if (form === 'percent') return (!isShell || entry.program !== 'cmd') && ON_WINDOWS.test(name);
    if (form === 'dollar') return !isShell && (whole === text || /^\$\w+[/\\]/.test(text));
    // Servers expand `~` in their own settings, and many in their arguments.
    if (form === 'tilde') return role === 'command' || (role === 'arg' && isScript(text, entry)) || role === 'cwd';
    // In a longer text a password may have such signs in it: names of the environment are in capitals.
    if (form === 'braces' && isFilledBy) return false;
    return form === 'braces' ? !isShell && (whole === text || /^[A-Z_][A-Z\d_]*$/.test(name)) : true;
  });
}

const FORMS =
  /(?<text>(?<![$\w{])(?<bare>\{(?:workspaceFolder(?:Basename)?|workspaceRoot|userHome)\})|\$(?<broken>(?:input|env):[\w-]{1,80}|\{(?:input|env):[\w-]{1,80}$)|\$\{(?<braced>[^{}]{1,256})\}|\{(?<own>env:\w{1,256})\}|(?<![\w%])%(?<percent>[A-Za-z_][\w()]{1,60})%|\$(?<dollar>[A-Z_][A-Z\d_]{1,80})(?!\w))/g;

const SUBSTITUTION = /^\$\([\w./~][^()]{0,300}\)$/;

/** Names as Windows has them: in a password anything may stand between two signs of percent. */
const ON_WINDOWS =
  /^(?:[A-Z_][A-Z\d_]*|ProgramFiles(?:\(x86\))?|UserProfile|SystemRoot|SystemDrive|AppData|LocalAppData|ProgramData|HomePath|HomeDrive|UserName|Temp|Path|windir)$/;

const BRIDGE = /^mcp-remote(?:@|$)/;

const SHELLS = new Set(['sh', 'bash', 'zsh', 'fish', 'dash', 'cmd', 'powershell', 'pwsh', 'wsl', 'env']);

function formOf(text: string, inside: string): Found | null {
  const of = (form: VariableForm, name: string, fallback = false): Found => ({ text, form, name, fallback });
  if (inside.startsWith('env:')) return of('env-colon', inside.slice(4));
  if (inside.startsWith('input:')) return of('input', inside.slice(6));
  if (inside.startsWith('file:')) return null; // the content of a file, in Windsurf
  if (FOLDERS.test(inside)) return of('folder', inside);
  const [, name, fallback] = /^([A-Za-z_]\w*)(:-.*)?$/s.exec(inside) ?? [];
  return name === undefined ? null : of('braces', name, fallback !== undefined);
}

const FOLDERS =
  /^(?:workspaceFolder(?:Basename)?|workspaceRoot|userHome|cwd|pathSeparator|\/|execPath|file\w*|relativeFile\w*|lineNumber|selectedText|config|command)(?::.*)?$/;

/** The first argument that an interpreter takes for its script. */
function isScript(text: string, { program, args }: ServerEntry): boolean {
  return INTERPRETERS.test(program) && args.find(({ raw }) => !raw.reveal().startsWith('-'))?.raw.reveal() === text;
}

const INTERPRETERS = /^(?:node|python[\d.]*|bun|deno|tsx|ruby|php|java)$/;

/** Whether a client of this syntax puts a value in its place. */
function fillsIn(syntax: VariableSyntax, { form, name }: Found, { reader, entry }: Written): boolean {
  if (form === 'tilde') return reader?.client.expandsTilde === true;
  if (form === 'broken') return false;
  // What a plug-in, or the client itself, sets for its servers.
  if (form === 'braces' && OF_CLIENTS.test(name)) return true;
  return FILLED[syntax].has(form) || (form === 'percent' && /^cmd$/.test(programName(entry.program)));
}

const OF_CLIENTS = /^[A-Z]+_(?:PLUGIN_ROOT|PROJECT_DIR)$/;

const FILLED: Readonly<Record<VariableSyntax, ReadonlySet<VariableForm>>> = {
  vscode: new Set(['env-colon', 'input', 'folder']),
  'env-colon': new Set(['env-colon', 'folder']),
  'env-only': new Set(['env-colon']),
  braces: new Set(['braces']),
  dollar: new Set(['braces', 'dollar']),
  'env-in-braces': new Set(['env-in-braces']),
  none: new Set(),
};

/** The same variable as this client writes it; null where it has none for it. */
function rightForm(
  { form, name, fallback, text }: Found,
  syntax: VariableSyntax,
  inputs: readonly string[],
): string | null {
  if (fallback || form === 'folder' || form === 'substitution') return null;
  if (form === 'tilde')
    return syntax === 'vscode' || syntax === 'env-colon' ? '${userHome}' : (WRITES[syntax]?.('HOME') ?? null);
  if (form === 'broken' && text.startsWith('{')) return FILLED[syntax].has('folder') ? `$${text}` : null;
  if (form === 'broken') {
    const [kind = '', id = ''] = name.replace('{', '').split(/:(.*)/s);
    if (kind === 'env') return WRITES[syntax]?.(id) ?? null;
    return syntax === 'vscode' && inputs.includes(id) ? text.replace(/^\$\{?(.*)$/, '${$1}') : null;
  }
  return form === 'input' ? null : (WRITES[syntax]?.(name.replace(/^env:/, '')) ?? null);
}

const WRITES: Partial<Readonly<Record<VariableSyntax, (name: string) => string>>> = {
  vscode: (name) => `\${env:${name}}`,
  'env-colon': (name) => `\${env:${name}}`,
  'env-only': (name) => `\${env:${name}}`,
  braces: (name) => `\${${name}}`,
  dollar: (name) => `\${${name}}`,
  'env-in-braces': (name) => `{env:${name}}`,
};

function othersFillIn(found: Found, { file, entry, reader }: Written): readonly Safe[] {
  const map = file.maps.find(({ servers }) => servers.includes(entry));
  return (map?.readers ?? []).flatMap((other) =>
    other !== reader && fillsIn(other.location.variables, found, { file, entry, reader: other, unset: [] })
      ? other.client.name
      : [],
  );
}

/** A variable as it is shown: what it falls back on may be a secret, and is none of its name. */
function shown({ form, name, fallback, text }: Found, entry: ServerEntry): Safe {
  if (form !== 'braces') return entry.mask(text);
  return hideShapes(fallback ? `\${${name}:-…}` : `\${${name}}`);
}

export function readUnset({ entry, unset: all }: Written): readonly VariableFact[] {
  const unset = all.filter((name) => !OF_CLIENTS.test(name));
  const [first] = unset;
  if (first === undefined) return [];
  const values = [...valuesOf(entry), ...settingsOf(entry)];
  const where = values.find(({ value }) => value.raw.reveal().includes(first))?.value ?? null;
  return [{ kind: 'variable-unset', names: unset.map((name) => entry.mask(name)), where }];
}

function undeclared(id: string, where: Value, { file, entry }: Written): readonly VariableFact[] {
  if (inputIds(`\${input:${id}}`).length === 0 || file.inputs.some((input) => input.id === id)) return [];
  return [{ kind: 'input-undeclared', id: entry.mask(id), where }];
}
