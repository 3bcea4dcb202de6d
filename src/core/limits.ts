/**
 * How much of what others wrote is read, kept and said, all in one place: whatever a server prints or a file holds, the
 * work and the answer stay within these. Lengths are in UTF-16 units unless the name says bytes.
 */
export const LIMITS = {
  /** A larger file is no MCP configuration that a person wrote; it is named, and not read. Per format: a parser that is
   * slower gets less. */
  configFile: { json: 8 * 1024 * 1024, toml: 512 * 1024, yaml: 256 * 1024 },
  /** Of a longer text that does not parse only the first mistake is told, in the parser's words. */
  mended: 64 * 1024,
  /** A longer text is linted when it is opened and saved, and not as it is typed. */
  lintedAsTyped: 1024 * 1024,
  /** No more is read of a configuration that a person named: it is too large for everything by then. */
  readBytes: 32 * 1024 * 1024,
  /** A text that begins like JSON is held up to here, since it may be a record. What is longer is a log. */
  record: 16 * 1024 * 1024,
  /** The first lines of a log, of which is judged whose it is, and how long they may be together. */
  logLead: { lines: 5_000, length: 4 * 1024 * 1024 },
  /** What is kept of one start in a log. */
  logged: { first: { lines: 1_000, bytes: 256 * 1024 }, last: { lines: 4_000, bytes: 1024 * 1024 } },
  /** Configurations that a pasted text shows, and how long one of them may be. */
  quotedConfigs: 8,
  quotedConfig: { lines: 500, length: 64 * 1024 },
  /** What is kept of all starts in a log: of older ones nothing is told when there are more, or more lines. */
  loggedStarts: 50,
  loggedLines: 10_000,
  /** What is read of the log that a client has kept of one server: its end, where the last start is. */
  logTailBytes: 1024 * 1024,
  /** The words of a command line that are looked at as files, and the largest file whose content is watched. */
  codeFiles: 64,
  /** A longer text is no path. */
  path: 4_096,
  codeBytes: 32 * 1024 * 1024,
  /** Servers that are told apart by their names in the text of one log. */
  logServers: 200,
  /** A larger envFile is not read. */
  envFileBytes: 1024 * 1024,
  /** The longest line that is read as a message: a list of tools can be long. */
  message: 4 * 1024 * 1024,
  /** How deep a message may be nested. The schemas of real tools come to some twenty. */
  nesting: 256,
  /** What may wait to be read by a server that asks without end: it gets no more replies. */
  unreadBytes: 1024 * 1024,
  /** Pages that are asked for of one list, and items after which no more are. */
  pages: 100,
  items: 10_000,
  /** How long is computed, of all streams and starts together, before everything else has its turn, in milliseconds. */
  sliceMs: 8,
  /** How long reading a stream may keep us busy, in milliseconds, before the rest counts as a flood. */
  eagerMs: 250,
  /** The longest line that is taken from stderr; what is behind it is no line that a person reads. */
  line: 16 * 1024,
  /** What is kept and shown of one line, or of another text of a server. */
  text: 4_000,
  /** A name or a version that a server gives itself. */
  name: 200,
  /** What is kept of a stream, as lines and as bytes of JSON: the first say what it is, the last say why it died. */
  stderr: { first: { lines: 200, bytes: 12_000 }, last: { lines: 800, bytes: 24_000 } },
  noise: { first: { lines: 200, bytes: 6_000 }, last: { lines: 800, bytes: 10_000 } },
  /** What is kept of the messages of either side. */
  exchanges: { first: { lines: 20, bytes: 4_000 }, last: { lines: 10, bytes: 2_000 } },
  /** What of a start is told line by line while it runs, in bytes; the report has the last lines. */
  toldBytes: 16_000,
  /** The settings that a server may miss at once: more are named by no person and added by no edit. */
  settings: 20,
  /** How much of a line a sentence about settings may take. */
  sentence: 1_000,
  /** What a message quotes. */
  quote: 500,
  /** The lines that one finding rests on, and the findings of one server. */
  evidence: 10,
  findings: 20,
} as const;
