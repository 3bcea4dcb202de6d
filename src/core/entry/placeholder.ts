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
  return isName(text, name) ? text : null;
}

/** `your`, `put here`, `replace` in the languages in which people write instructions; as words of their own. */
const WORDS = [
  // whose: yours
  'your|yours|votre|vos|ton|ihr|ihre|ihren|dein|deine|deinen|su|sus|tu|tus|seu|sua|teu|tua|uw|jouw|din|ditt|twoj|twój|tuo|tua|vostro|ваш|твой|你的|您的|あなたの',
  // do: put, replace, insert
  'replace|replaceme|changeme|change|fill|fillme|insert|enter|put|paste|remplacez|remplacer|remplacer_par|insérez|mettez|ersetzen|eintragen|hier|reemplaza|reemplazar|inserte|pon|substitua|substituir|coloque|insira|sostituisci|inserisci|wstaw|вставьте|替换|填写|入力',
  // where: here
  'here|ici|aqui|aquí|aca|acá|qui|hier|tutaj|здесь|这里|ここに',
];

const SEPARATED = (words: string) => `(?:^|(?<=[^\\p{L}\\p{N}]))(?:${words})(?=$|[^\\p{L}\\p{N}])`;

/** Two words and more, of which one says it: `your-token`, `INSERT_KEY_HERE`, `sua_chave_aqui`. */
const INSTRUCTION = new RegExp(
  `^(?=[\\p{L}\\p{M}\\d _.-]{3,120}$)(?=.*(?:${SEPARATED(WORDS[0] ?? '')}|${SEPARATED(WORDS[2] ?? '')}|^(?:${WORDS[1]})(?=[^\\p{L}\\p{N}])))(?!.*\\d{3}).*[\\p{L}][ _.-][\\p{L}].*$`,
  'iu',
);

const FORMS: readonly RegExp[] = [
  // `<token>`, `https://<host>/mcp`; not a comparison, and no tag of a text that is long
  /<(?=[^<>]{0,60}\p{L})[\p{L}\d][\p{L}\d _.:/|-]{0,60}>/u,
  // `[YOUR_KEY]`, `{{token}}`, `{your-key}`
  /^\[(?=[^\]]*\p{Lu})[\p{L}\d _-]{3,60}\]$/u,
  /\{\{\s*[\w.-]{1,60}\s*\}\}|\{(?:your|my)[\w-]{1,60}\}/i,
  // `/Users/your-name`
  /(?<=[/\\](?:Users|home)[/\\]+)(?:<[^>]*>|\[[^\]]*\]|you|your[\w-]{0,30}|username|user_?name|my-?user)(?=$|[/\\])/i,
  /(?<=[/\\])your[-_ ]?[\w-]{2,40}(?=$|[/\\])/i,
  // `xxxx`, `sk-xxxxxxxx`, `****`, `…`, `...`
  /^[A-Za-z_-]{0,12}(?:[xX]{4,}|\*{3,}|•{3,})(?:[-_.]?[xX*•]{2,})*$/,
  /^(?:\.{3}|…|-{3,}|_{3,}|\?{3,})$/,
  /^(?:TODO|FIXME|TBD|CHANGE_?ME|REPLACE_?ME|PLACEHOLDER|FILL_?ME(?:_IN)?|DUMMY|N\/A)$/,
  /^(?:change-?me|replace-?me|placeholder)$/i,
  // the same in an address
  /(?<=:\/\/(?:[^/\s]*[.@])?)(?:your|my)[-_][\w-]{2,40}(?=[.:/@]|$)|(?<=:\/\/(?:[^/\s]*\.)?)your[\w-]{2,40}(?=[.:/]|$)/i,
  /(?<=[=/:])(?:YOUR|MY|INSERT|REPLACE)_[A-Z_]{3,60}(?=$|[/&?:@])/,
  INSTRUCTION,
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
