import { isSecretName } from '../secrets/names';

/**
 * The part of a value that stands where a value is still to be put; null where none does. Read by its form: what stands
 * in pointed brackets, words that say whose value is wanted, a row of the same letter, and a name in the place of its value.
 */
export function placeholderIn(text: string, name: string): string | null {
  if (/path/i.test(text)) {
    const path = PATH_TO.exec(text)?.[0];
    if (path !== undefined) return path;
  }
  for (const form of FORMS) {
    const found = form.exec(text)?.[0];
    if (found !== undefined) return found;
  }
  return isInstruction(text, name) || isName(text, name) || (isSecretName(name) && KINDS.test(text)) ? text : null;
}

/** `your` and its like, which no value has by chance. */
const YOURS = 'your|yours|votre|seu|sua|dein|deine|deinen|ihren|jouw|twój|tuo|tua|vostro|ваш|твой|你的|您的|あなたの';

/** Words of instructions that mean something else as well: shorter forms of it, `put` and `replace`, `here`. */
const AMBIGUOUS = [
  'vos|ton|ihr|ihre|su|sus|tu|tus|teu|teua|uw|din|ditt|twoj',
  'replace|replaceme|changeme|change|fill|fillme|insert|enter|put|paste|remplacez|remplacer|insérez|mettez|ersetzen|eintragen|reemplaza|reemplazar|inserte|pon|substitua|substituir|coloque|insira|sostituisci|inserisci|wstaw|вставьте|替换|填写|入力',
  'here|ici|aqui|aquí|aca|acá|qui|hier|tutaj|здесь|这里|ここに',
].join('|');

const oneOf = (words: string) => new RegExp(`(?:^|(?<=[^\\p{L}\\p{N}]))(?:${words})(?=$|[^\\p{L}\\p{N}])`, 'iu');
const HAS_YOURS = oneOf(YOURS);
const HAS_AMBIGUOUS = oneOf(AMBIGUOUS);

/** What a secret is, and no secret: `my-string`, `api_key`; the beginning of one, and dots. */
const KINDS = /^(?:my[-_ ]?)?(?:string|key|token|secret|api[-_ ]?key|access[-_ ]?token)$|^[\w-]{1,12}(?:\.{3}|…)$/i;

/** Two words and more, of which one says it: `your-token`, `INSERT_KEY_HERE`, `sua_chave_aqui`. */
function isInstruction(text: string, name: string): boolean {
  if (!/^(?!.*\d{3})[\p{L}\p{M}\d _.-]{3,120}$/u.test(text) || !/\p{L}[ _.-]\p{L}/u.test(text)) return false;
  if (HAS_YOURS.test(text)) return true;
  // As a setting of another kind they are names: `fill-mask`, `put-object`.
  const isMeant = isSecretName(name) || /^[\p{Lu}\d _.-]+$/u.test(text);
  return isMeant && HAS_AMBIGUOUS.test(text);
}

const FORMS: readonly RegExp[] = [
  // `<token>`, `https://<host>/mcp`; not a comparison, and no tag of a text that is long
  /<(?=[^<>]{0,60}\p{L})[\p{L}\d][\p{L}\d _.:/|-]{0,60}>/u,
  // `[YOUR_KEY]`, `{{token}}`, `{your-key}`
  /^\[(?=[^\]]*\p{Lu})[\p{L}\d _-]{3,60}\]$/u,
  // what manuals put for words that may be left out: `[--flag]`, `[options]`
  /^\[(?:--?[a-z][\w-]{0,40}|options?|args?|arguments?|flags?)(?:\.{3})?\]$/i,
  /(?<!\$)\{\{\s*\$?[\w.-]{1,60}\s*\}\}|\{(?:your|my)[\w-]{1,60}\}/i,
  // `/Users/your-name`
  /(?<=[/\\](?:Users|home)[/\\]+)(?:<[^>]*>|\[[^\]]*\]|you|your[\w-]{0,30}|username|user_?name|my-?user)(?=$|[/\\])/i,
  /(?<=[/\\])your[-_ ]?[\w-]{2,40}(?=$|[/\\])/i,
  // `xxxx`, `sk-xxxxxxxx`, `****`, `…`, `...`
  /^[A-Za-z_-]{0,12}(?:[xX]{4,}|\*{3,}|•{3,})(?:[-_.]?[xX*•]{2,})*$/,
  /^(?:\.{3}|…|-{3,}|_{3,}|\?{3,})$/,
  /^(?:TODO|FIXME|TBD|CHANGE_?ME|REPLACE_?ME|PLACEHOLDER|FILL_?ME(?:_IN)?|DUMMY|N\/A)$/,
  /^(?:change-?me|replace-?me|placeholder)$/i,
  // an address in which nothing is filled in
  /(?<=:\/\/)(?:USER(?:NAME)?:PASS(?:WORD)?|user(?:name)?:pass(?:word)?|<[^<>@]{1,30}>:<[^<>@]{1,30}>)(?=@)/,
  // the same in an address
  /(?<=:\/\/(?:[^/\s]*[.@])?)(?:your|my)[-_][\w-]{2,40}(?=[.:/@]|$)|(?<=:\/\/(?:[^/\s]*\.)?)your[\w-]{2,40}(?=[.:/]|$)/i,
  /(?<=[=/:])(?:YOUR|MY|INSERT|REPLACE)_[A-Z_]{3,60}(?=$|[/&?:@])/,
];

/** `path/to/server.js`, `/absolute/path`, `C:\\path\\to`. */
const PATH_TO =
  /[^\s"'=,]{0,80}(?<![\w.-])(?:(?:absolute|full|complete|real|actual|local)[/\\]+path|path[/\\]+to)(?:[/\\][^\s"',]{0,80}|$)/i;

/** The setting's own name, or most of it and nothing but words, where its value should be: `sua_chave_brevo`. */
function isName(text: string, name: string): boolean {
  if (name === '') return false;
  if (text === name && /^[A-Z][A-Z\d_]{3,}$/.test(text)) return true;
  const words = text.split(/[ _-]/);
  const isUniform = /^[\p{Lu} _-]+$/u.test(text) || /^[\p{Ll} _-]+$/u.test(text);
  if (!isUniform || words.length < 3 || !isSecretName(name)) return false;
  const own = new Set(name.toLowerCase().split(/[^a-z\d]+/));
  return words.some((word) => word.length > 3 && !COMMON.has(word.toLowerCase()) && own.has(word.toLowerCase()));
}

/** What names of secrets have in common says nothing of whose they are. */
const COMMON = new Set('token secret password access personal client auth authorization credential'.split(' '));
