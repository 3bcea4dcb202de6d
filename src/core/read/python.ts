import { captured } from '../text';
import { firstSaid, stderrEvidence, stderrMatches, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type PythonFact =
  /** Something was told to run a file, or in a folder, that is not there. `isWhole`: it stands between marks. */
  | Told<'script-missing', { path: Safe; isWhole?: true }>
  /**
   * A module that this interpreter does not have. `importer`: the file that asks for it; null where no trace tells.
   * `isProgram`: it is the module that was to be run (`python -m name`).
   */
  | Told<'python-module-missing', { name: Safe; importer: Safe | null; isProgram: boolean }>
  /** A module is there, and does not have what another one takes from it. */
  | Told<'python-name-missing', { name: Safe; module: Safe }>
  /** Something of a framework is called, or looked for, as another version of it has it. */
  | Told<'python-argument-refused', { name: Safe }>
  /** One installed package broke while another one took it in. */
  | Told<'python-import-broke', { module: Safe }>
  /** The settings of a framework do not take what another version of it hands over. */
  | Told<'python-settings-refused', { model: Safe }>
  /** A character that the console's encoding does not have was printed. */
  | Told<'python-encoding', { encoding: Safe }>
  /** Bytes were read as UTF-8 that are none. A mark of UTF-16 is one of a file. */
  | Told<'python-decoding'>;

/** The interpreter itself: what it was told to run or to import, and does not find. */
export function read(start: Said): readonly PythonFact[] {
  const scripts = NO_SCRIPT.flatMap((form) => stderrMatches(start, form).map((match) => ({ ...match, form }))).flatMap(
    ({ form, groups: [, path], evidence }): PythonFact[] =>
      path
        ? [
            {
              kind: 'script-missing',
              path,
              evidence,
              ...(OF_SHELLS.includes(form) || OF_SERVERS.includes(form) || evidence.text.includes(`\`${path}\``)
                ? { isWhole: true }
                : {}),
            },
          ]
        : [],
  );
  return [...scripts.slice(0, 1), ...modules(start).slice(0, 1), ...others(start)];
}

function others(start: Said): readonly PythonFact[] {
  // One that takes the field, and not its value, is the version that was written for.
  const isOfFramework =
    firstSaid(start, [FRAMEWORK_FIELD]) !== undefined && firstSaid(start, [/^\s+Input should be '/]) === undefined;
  const settings = isOfFramework ? firstSaid(start, [SETTINGS]) : undefined;
  return [
    ...told('python-name-missing', firstSaid(start, [NO_NAME]), ([, name, module]) =>
      name && module ? { name, module } : null,
    ),
    ...told('python-settings-refused', settings, ([, model]) => (model ? { model } : null)),
    ...told('python-argument-refused', firstSaid(start, FRAMEWORK_CALLS), ([, name, other = name]) =>
      other ? { name: other } : null,
    ),
    ...brokenImports(start),
    ...told('python-decoding', firstSaid(start, [DECODING])),
    ...told('python-encoding', firstSaid(start, [ENCODING]), (groups) => {
      const encoding = groups.slice(1).find((group) => group !== undefined);
      return encoding ? { encoding } : null;
    }),
  ];
}

/** Its trace ends in the code that a package runs as it is imported, and goes through more packages than that. */
function brokenImports({ stderr }: Said): readonly PythonFact[] {
  const end = stderr.findIndex(({ text }) => BROKEN.test(text));
  const last = stderr[end];
  const frames = stderr.slice(Math.max(0, end - MOST_FRAMES), Math.max(0, end)).flatMap(({ text }) => {
    const [, module, place] = captured(text, FRAME_OF_PACKAGE) ?? [];
    return module && place ? [{ module, isImport: place === '<module>' || /^[A-Z]/.test(place) }] : [];
  });
  const imported = frames.findLast(({ isImport }) => isImport);
  if (!last || !imported || frames.every(({ module }) => module === imported.module)) return [];
  return [{ kind: 'python-import-broke', module: imported.module, evidence: stderrEvidence(last) }];
}

const MOST_FRAMES = 200;
const BROKEN = /^(?:TypeError|AttributeError): /;
const FRAME_OF_PACKAGE =
  /^\s*File ".{0,300}[/\\]site-packages[/\\](\w{1,80})[/\\.].{0,300}", line \d{1,6}, in (<module>|\w{1,80})/;

/** The last frame above the complaint is the file that asks. */
function modules({ stderr }: Said): readonly PythonFact[] {
  let importer: Safe | null = null;
  const found: PythonFact[] = [];
  for (const statement of stderr) {
    importer = captured(statement.text, FILE)?.[1] ?? importer;
    const [, speaker, name] = captured(statement.text, NO_MODULE) ?? [];
    if (!name) continue;
    const isProgram = speaker !== undefined;
    found.push({
      kind: 'python-module-missing',
      name,
      importer: isProgram ? null : importer,
      isProgram,
      evidence: stderrEvidence(statement),
    });
  }
  return found.length > 0 ? found : cutModules(stderr, importer);
}

/** A trace that was cut behind its last line of code, where that takes in what newer SDKs do not have any more. */
function cutModules(stderr: Said['stderr'], importer: Safe | null): readonly PythonFact[] {
  const [above, last] = stderr.filter(({ role }) => role !== 'blank').slice(-2);
  const name = last && above?.role === 'frame' ? captured(last.text, GONE_FROM_SDK)?.[1] : undefined;
  return last && name
    ? [{ kind: 'python-module-missing', name, importer, isProgram: false, evidence: stderrEvidence(last) }]
    : [];
}

const GONE_FROM_SDK = /^\s*from (mcp\.server\.fastmcp)(?:\.\w{1,40})? import\b/;

/** Shells that were given a whole path, and PHP. */
const OF_SHELLS: readonly RegExp[] = [
  /^Could not open input file: ((?:\/|[A-Za-z]:[/\\])\S{0,511})$/,
  /^['"]{1,2}([A-Za-z]:[/\\](?![^'"]{0,500}\\node\.exe)[^'"]{1,512}\.(?:exe|bat|cmd|com|ps1|py|js))['"]{1,2} is not recognized\b/,
  /^(?:\/\S{1,200}\/)?(?:sh|dash|ash|bash): (?:(?:line )?\d+: )?(\/[^:]{1,512}): (?:(?:command )?not found|No such file or directory)$/,
  /^(?:zsh(?::\d+)?: )?(?:command not found|no such file or directory): (\/[^:]{1,512})$/,
  /^(\/[^:]{1,400}\/bin\/[^:\s]{1,100}): No such file or directory$/,
];
/** Servers that were given a file or a folder, each with a mark behind it. */
const OF_SERVERS: readonly RegExp[] = [
  /\bError accessing directory ((?:\/|[A-Za-z]:\\)[^:]{1,512}): /,
  /\b[Pp]ath ['"]((?:\/|[A-Za-z]:\\)[^'"]{1,512})['"] (?:does not exist|is not a directory|was not found|not found)\b/,
  /^(?:go: )?stat ((?:\/|[A-Za-z]:\\)(?!\S*[/\\]\.\w)\S{1,512}): no such file or directory$/,
];
/** Python's; then the JVM's, PHP's, Ruby's, a shell's and uv's. */
const NO_SCRIPT = [
  /can't open file '("[^']{1,512}")'/,
  /can't open file ['"]([^'"]{1,512})['"](?:: \[Errno 2\]|$)/,
  /\bUnable to access jarfile (?!\S{0,300}\b(?:target|build\/libs)\/)(\S.{0,511})$/,
  // Deno's and Bun's of what they were given.
  /^(?:deno: )?error: Module not found "(\.{1,2}\/[^"]{1,300})"/,
  // PowerShell's and Go's.
  /^The argument '([^']{1,512})' is not recognized as the name of a script file\b/,
  /\bno required module provides package (\/\S{1,300}\.go)\b/,
  ...OF_SHELLS,
  /^Could not open input file: (\S.{0,511})$/,
  /^ruby: No such file or directory -- (\S{1,512}) \(LoadError\)/,
  /^(?:\/\S{1,200}\/)?(?:ba|z|da)?sh: (?:(?:line )?\d+: )?([^:]{1,512}\.\w{1,5}): No such file or directory$/,
  /\bFailed to spawn: `?((?:\/|[A-Za-z]:\\|[\w.-]{1,80}[/\\])[^`]{1,512}?)(?:`|$| Caused by: )/,
  /^error: [Ff]ailed to read `?([^`]{1,512})`?: No such file/,
  ...OF_SERVERS,
  /^error: Project directory `?([^`]{1,512})`? does not exist/,
];
/** Somebody may have cut off its beginning. */
const FILE = /^\s*(?:File ")?([^"\s][^"]{0,511})", line \d/;
/** With the interpreter in front where it was to run the module. */
const NO_MODULE =
  /(?:^(\S{0,256}python[\d.]*(?:\.exe)?): |^|: |\bModuleNotFoundError: )No module named '?([A-Za-z_][\w.-]{0,100})'?(?:\)?$|\. |; '\w{1,60}' is not a package$)/;
const NO_NAME = /\bcannot import name '(\w{1,80})' from (?:partially initialized module )?'([\w.]{1,120})'/;
const SETTINGS = /\b\d{1,3} validation errors? for (Settings|FastMCP\w{0,20})$/;
/** What SDKs themselves keep among their settings: no server asks for it by such names. */
const FRAMEWORK_FIELD =
  /^(?:debug|log_level|mount_path|sse_path|message_path|streamable_http_path|json_response|stateless_http|warn_on_duplicate_\w{4,12}|auth_server_provider)$/;
const FRAMEWORK_CALLS: readonly RegExp[] = [
  /\b(FastMCP|MCPServer|Server|ClientSession|StdioServerParameters)(?:\.\w{1,40})?\(\) got (?:an )?unexpected keyword argument/,
  /\bTypeError: (?:([A-Z]\w{1,60})(?:\.\w{1,40})?|(?:\w{1,60}\.){0,3}(\w{1,60}))\(\) got an unexpected keyword argument\b/,
  /\bAttributeError: (?:'|module ')((?:FastMCP|MCPServer|Server|ServerSession|Client|ClientSession|mcp|fastmcp|pydantic|numpy|httpx|openai|anthropic|langchain|starlette|anyio|uvicorn)[\w.]{0,60})'(?: object)? has no attribute\b/,
  /\b([a-z][\w-]{1,40})(?:>=|<=|==|<|>|~=)[\d.]{1,12} is required,? (?:but )?(?:found|got|have|you have)\b/,
  /\bPydanticImportError: `?(\w{1,60})`? has been moved\b/,
  /\b(numpy)\.dtype size changed\b|\bcompiled using (NumPy) 1\.x\b/,
  /\bTypeError: ([A-Z]\w{1,60})\.\w{1,40}\(\) missing \d{1,2} required positional argument/,
  /\bCannot install ([\w.-]{1,60}).{0,200} because these package versions have conflicting dependencies\b/,
  /\brequires ([a-z][\w-]{1,40})(?:>=|<=|==|<|>|~=)[\d.]{1,12},? (?:but )?(?:found|got|have|you have)\b/,
  /\brequires .{1,80}, but you have ([\w.-]{1,60}) .{1,40} which is incompatible\b/,
];
const DECODING = /\bUnicodeDecodeError: 'utf-8' codec can't decode byte 0x(?!f[ef] in position 0\b)/;
const ENCODING =
  /[/\\]encodings[/\\](cp\d{3,5}|charmap|gbk|big5\w{0,6}|shift_jis|latin_1|ascii)\.py", line \d{1,6}, in encode$|^(UnicodeEncodeError)$|^'?(charmap)'? codec\b|\bUnicodeEncodeError: '([\w-]{2,20})' codec can't encode|\bUnicodeDecodeError: '(cp\d{3,5}|gbk|big5\w{0,6}|shift_jis|charmap)' codec can't decode\b|'(utf-8|ascii|gbk|cp\d{3,5}|big5|shift_jis)' codec can't encode characters?\b|\b(?:[Ii]nvalid|[Mm]alformed) (UTF-8)(?: (?:sequence|bytes?|data))? (?:in|on|from) (?:the )?(?:stream|std(?:out|in))\b|\bconsole\b.{0,40}\b(cp\d{3,5}|gbk|shift_jis)\b.{0,80}\b(?:print|emoji|crash|kills?|dies)|\bstream did not contain valid (UTF-8)\b|\bstd(?:in|out|err)\b[\w.` ]{0,20}\bencoding\b[`'"]?.{0,60}\b(cp\d{3,5}|gbk|big5|shift_jis|(?:system )?code ?page)\b/;
