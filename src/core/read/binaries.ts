import { safe } from '../text';
import { firstSaid, told } from './lines';
import { OF_BROWSERS, OF_SYSTEM } from './system-libraries';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type BinariesFact =
  /** A module in machine code was built for another Node.js, or for another system. `built`, `wanted`: the ABI numbers. */
  | Told<'abi-mismatch', { built: Safe | null; wanted: Safe | null }>
  /** A program, a library or an image is made for another kind of machine. */
  | Told<'binary-foreign', { how: ForeignBy; what: Safe | null }>
  /** There was not as much memory, room on the disk, or of the handles of the system as it wanted. */
  | Told<'exhausted', { of: 'memory' | 'disk' | 'handles' }>
  /** It was made for another runtime, or for a newer one. `needs`: which, as far as it is said. */
  | Told<'runtime-lacking', { runtime: Safe; needs: Safe | null }>;

/** By its processor, its platform or a library; `emulated`: Docker Desktop runs images for Intel all the same. */
type ForeignBy = 'architecture' | 'image' | 'library' | 'emulated';

/** Loaders of machine code and the runtimes beside Node.js and Python: what they cannot load, and why. */
export function read(start: Said): readonly BinariesFact[] {
  return [...abi(start), ...foreign(start), ...memory(start), ...runtime(start)];
}

function abi(start: Said): readonly BinariesFact[] {
  const [built, wanted] = [firstSaid(start, [BUILT_FOR]), firstSaid(start, WANTED)];
  const said = built ?? wanted ?? firstSaid(start, [ELF_HEADER, OF_PYTHON, IN_WORDS]);
  return told('abi-mismatch', said, () => ({ built: built?.groups[1] ?? null, wanted: wanted?.groups[1] ?? null }));
}

function foreign(start: Said): readonly BinariesFact[] {
  return FOREIGN.flatMap(([how, forms]) =>
    told('binary-foreign', firstSaid(start, forms), ([, what = null]) => ({ how, what })),
  ).slice(0, 1);
}

function memory(start: Said): readonly BinariesFact[] {
  return EXHAUSTED.flatMap(([of, form]) => told('exhausted', firstSaid(start, [form]), () => ({ of }))).slice(0, 1);
}

function runtime(start: Said): readonly BinariesFact[] {
  return RUNTIMES.flatMap(({ runtime: name, form }) =>
    told('runtime-lacking', firstSaid(start, [form]), ([, needs = null]) => ({ runtime: name, needs })),
  ).slice(0, 1);
}

const EXHAUSTED: readonly (readonly ['memory' | 'disk' | 'handles', RegExp])[] = [
  [
    'handles',
    /\bEMFILE\b|\btoo many open files\b|\bsystem limit for number of file watchers\b|\bspawn EAGAIN\b|\bfork(?:\/exec\b.{0,200})?: (?:retry: )?[Rr]esource temporarily unavailable\b/i,
  ],
  [
    'disk',
    /\bENOSPC\b|^npm (?:error|ERR!) nospc\b|\b[Nn]o space left on device\b|\bos error 112\b|\bnot enough space on the disk\b|\bdatabase or disk is full\b|\bSQLITE_FULL\b|\b(?:EDQUOT|[Dd]isk quota exceeded)\b/,
  ],
  [
    'memory',
    /\b(?:(?:JavaScript )?heap out of memory|can't start new thread|java\.lang\.OutOfMemoryError|MemoryError\b|runtime: out of memory|[Cc]annot allocate memory|CUDA out of memory|std::bad_alloc|System\.OutOfMemoryException|memory allocation of \d+ bytes failed|Ineffective mark-compacts near heap limit|Out of memory: Killed process|Killed process \d{1,8} \([^)]{1,40}\) total-vm|oom-kill:constraint=|OOMKilled|FatalProcessOutOfMemory|OOM-kill(?:s|ed|er)?|OOM killer|ENOMEM\b|os error 1455\b|[Tt]he paging file is too small\b)/,
  ],
];

/** One sentence, which Node.js breaks in front of the numbers. */
const BUILT_FOR = /\bNODE_MODULE_VERSION (\d{2,3})\. This\b/;
const WANTED = [/\brequires NODE_MODULE_VERSION (\d{2,3})\b/, /^\s*NODE_MODULE_VERSION (\d{2,3})\.(?! This)/];
/** Somebody who has compared the two, or has read which ones a release was built for. */
const IN_WORDS =
  /\bNODE_MODULE_VERSION \d{2,3}\b.{0,160}\b(?:differ\w*|instead|while|but|mismatch)\b.{0,160}\bNODE_MODULE_VERSION \d{2,3}\b|\b(?:no|without|lacks a|missing) (?:compiled |prebuilt |native )?bindings? for\b.{0,20}\bnode-v\d{2,3}-|\bprebuilt binar(?:y|ies)\b.{0,60}\b(?:up to|only for|not for|none for) Node\b/;
/** Of a module of Node.js: a library of another system. */
const ELF_HEADER =
  /^(?:Error: )?(?:invalid ELF header|ERR_DLOPEN_FAILED|NODE_MODULE_VERSION)\b|\bcompiled against a different Node\.js version\b|\bCould not locate the bindings file\b|\bModule did not self-register\b|\bundefined symbol: (?:napi_|_ZN2v8|node_)|\.node\b.{0,80}\bsymbol not found in flat namespace\b|\.node\b.{0,60}\b(?:invalid ELF header|not a mach-o file|is not a valid Win32 application)/;

/** The part in machine code of a package that is there: it was installed for another Python, or another system. */
const OF_PYTHON =
  /\bNo module named '(\w{1,60})\._\1\w{0,20}'|\bNo module named '\w{1,60}\._(?:rust|core|native|lib|ext|cffi\w*)'|\bnumpy\.core\.multiarray failed to import\b|\bDLL load failed while importing\b/;

/** The kernels' words, Docker's, then the dynamic loaders'. */
const FOREIGN: readonly (readonly [ForeignBy, readonly RegExp[]])[] = [
  [
    'image',
    [
      /\bno matching manifest(?: for ([\w/.]{3,40}))?\b|\bimage platform mismatch\b|\bThe requested image's platform \((?!linux\/amd64)([\w/.]{3,40})\) does not match\b/,
    ],
  ],
  [
    'architecture',
    [
      /\b[Ee]xec format error\b|\b(?:[Ff]ile|[Pp]rogram|[Bb]inary) .{1,300} could not be run by the operating system\b/,
      // What cannot be loaded is given to a shell, which reads its first bytes.
      /: (?:line )?1: \S{0,4}ELF\S{0,12}: (?:command )?not found$/,
      /^rosetta error: |\bBasicBlock requested for unrecognized address\b|^qemu: uncaught target signal\b/,
      /\bIllegal instruction\b|\bSIGILL\b|\b(?:missing|without|lacks|no) AVX2?(?: support| instructions)?\b|\b(?:CPU|processor) (?:does not|doesn't|lacks) support (?:for )?(?:AVX|SSE|x86-64-v\d)/,
      // Python's own modules that only Unix has, and those that only Windows has.
      /\bModuleNotFoundError: No module named '(fcntl|termios|pwd|grp|resource|pty|tty|syslog|posix|_posixsubprocess|_curses|winreg|_winreg|msvcrt|_winapi|winsound)'/,
      /\bUnsupported (?:platform|architecture)(?: or architecture)?:? ['"]?(\w{1,20}[-/]\w{1,20}\S{0,20})/,
      /\bbinary requires (?:glibc|musl)\b/,
      /\b[Bb]ad CPU type\b|\bwrong ELF class\b|\.so[.\d]{0,12}: invalid ELF header\b|\bmach-o, but wrong architecture\b/,
      /\bCould not load the "([\w-]{1,60})" module(?: using the [\w-]{3,40} runtime\b|$)/,
      /\bYou installed (\w{1,40}) for another platform\b/,
      // A package with the machine code of another one, which npm has left out or taken for another system.
      /\bCannot find (?:module|package) ['"]?((?:@[\w.-]{1,60}\/)?[\w.-]{0,60}(?:linux|darwin|win32|android)-(?:x64|arm64|arm|ia32|riscv64)[\w.-]{0,20})\b/,
      /\bThe package "(@\w{1,40}\/[\w-]{1,60})" could not be found, and is needed by\b/,
      /\bincompatible architecture \(have '?([\w,' ]{3,40}?)'?,/,
      /\bnpm (?:error|ERR!) code EBADPLATFORM\b/,
      /\bThis version of .{1,200} is not compatible with the version of Windows\b/,
      /^qemu-\w{2,12}: Could not open '/,
      /\b[Ff]ailed to load the dll from \[([^\]]{1,300})\], HRESULT: 0x800700C1\b|\bis not a valid application for this OS platform\b|\bapp can(?:not|.t) run on your PC\b/,
      /\bThe specified module .{1,200} is not compatible with the version of Windows\b/,
    ],
  ],
  [
    'library',
    [
      /\b(?:version [`'])?(GLIBC(?:XX)?_[\d.]{1,10}\d)'? not found\b/,
      /\brelocation error: \S{1,200}: symbol (\w{1,80})\b|\bsymbol lookup error: \S{1,200}: undefined symbol: (?!napi_|_ZN2v8|node_)(\w{1,120})/,
      /\b(musl) libc\b.{0,40}\b(?:requires manual installation|is not supported|not supported)\b/,
      /\bError relocating \S{1,300}: (\w{1,80}): symbol not found\b/,
      new RegExp(`\\berror while loading shared libraries: (?!lib(?:${OF_BROWSERS})\\b)([\\w.+-]{1,80}):`),
      new RegExp(
        `^(?:\\w{0,30}Error: )?((?!lib(?:${OF_SYSTEM})\\b)lib[\\w.+-]{1,80}\\.so[.\\d]*): cannot open shared object file\\b`,
      ),
      /\bLibrary not loaded: (\S{1,200})|\b([\w.-]{1,80}\.node): cannot open shared object file\b/,
    ],
  ],
  [
    'emulated',
    [/\bThe requested image's platform \((linux\/amd64)\) does not match the detected host platform \(linux\/arm64\b/],
  ],
];

/** The same sentence of any of them: which version it needs. */
function requiring(name: string): RegExp {
  const version = '(?:version )?(?:>=? ?)?v?(?=\\d)';
  return new RegExp(
    `\\b${name} ${version}[\\d.]{1,8}\\+? (?:or (?:higher|newer|later|above) )?(?:is )?required\\b|\\b[Rr]equires (?:at least )?${name} ${version}|\\b[Yy]our ${name} version is too old\\b`,
  );
}

const RUNTIMES = [
  {
    runtime: safe('Java'),
    form: /\bUnsupportedClassVersionError\b|\bcompiled by a more recent version of the Java Runtime \(class file version (\d{2,3})|\bUnsupported class file major version (?=\d{2})|\bLinkageError\b.{0,120}\bclass file version (\d{2})/,
  },
  { runtime: safe('Java'), form: /\bUnable to locate a Java Runtime\b/ },
  {
    runtime: safe('.NET'),
    form: /\bYou must install (?:or update )?\.NET\b|\blibhostfxr\.(?:so|dylib|dll)\b.{0,20}\b(?:not found|could not)\b|\bFramework: 'Microsoft\.[\w.]{2,40}', version '([\d.]{1,20})'/,
  },
  { runtime: safe('Java'), form: /\b[Rr]equires (?:at least )?(?:Java|JDK|JRE)(?: version)? (\d{1,2})\b/ },
  { runtime: safe('.NET'), form: /\bThe current \.NET SDK does not support targeting \.NET (?:Core )?([\d.]{1,8}\d)/ },
  {
    runtime: safe('.NET'),
    form: /\bno (?:\.NET|dotnet) (?:[Rr]untime|SDK|[Ff]ramework) is installed\b|(?<![\w.])(?:\.NET|dotnet) (?:[Rr]untime |SDK )?is (?:not installed|missing)\b/,
  },
  { runtime: safe('Deno'), form: /\bReferenceError: Deno is not defined\b/ },
  { runtime: safe('Bun'), form: /\bReferenceError: Bun is not defined\b/ },
  { runtime: safe('Bun'), form: /\bCannot find (?:module|package) '(bun:[\w:/-]{1,40})'/ },
  { runtime: safe('Bun'), form: /\bReceived protocol '(bun):'/ },
  { runtime: safe('Deno'), form: /\bReceived protocol '(jsr|npm|https):'/ },
  {
    runtime: safe('.NET'),
    form: /\bpossible to find any compatible framework version\b|\bcompatible \.NET SDK was not found\b/,
  },
  {
    runtime: safe('Java'),
    form: /\binvalid target release: (\d{1,2})\b|\bUnrecognized VM option\b|\bJAVA_HOME is (?:not (?:set|defined)|set to an invalid)/,
  },
  { runtime: safe('uv'), form: /\b[Rr]equired uv version `?[^`]{1,20}`? does not match\b/ },
  { runtime: safe('Go'), form: /\bgo\.mod requires go >= ([\d.]{1,8}\d)/ },
  { runtime: safe('Rust'), form: /\bbecause it requires rustc ([\d.]{1,8}\d)/ },
  ...(
    [
      ['Bun', safe('Bun')],
      ['uv', safe('uv')],
      ['Java', safe('Java')],
      ['Ruby', safe('Ruby')],
      ['PHP', safe('PHP')],
      ['Deno', safe('Deno')],
      ['rustc', safe('Rust')],
      ['Rust', safe('Rust')],
      ['Go', safe('Go')],
    ] as const
  ).map(([name, runtime]) => ({ runtime, form: requiring(name) })),
  {
    runtime: safe('PHP'),
    form: /\bYour PHP version \([\d.]{1,12}\) does not satisfy\b|\brequires? a PHP version\b|\bPHP Parse error: syntax error, unexpected token\b/,
  },
  { runtime: safe('Deno'), form: /\bUnsupported lockfile version\b/ },
  { runtime: safe('Bun'), form: /\brequires Bun v?([\d.]{1,8}\d)/ },
  { runtime: safe('Ruby'), form: /\bYour Ruby version is [\d.]{1,10}, but your Gemfile specified ([\d.~> ]{1,12})/ },
] as const;
