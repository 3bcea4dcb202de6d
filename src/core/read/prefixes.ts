import { behind } from '../text';
import type { Safe } from '../text';

/** How loud a logger says a line; null where it has no word for it. */
export type Level = 'debug' | 'info' | 'warning' | 'error' | null;

/** A line without what loggers, and what collects or quotes them, put before it, and how loud the outermost of them is. */
export function withoutPrefixes(line: Safe): { readonly text: Safe; readonly level: Level } {
  let text = line;
  let level: Level = null;
  for (const prefix of PREFIXES) {
    const found = prefix.exec(text);
    if (!found) continue;
    level ??= levelOf(found[1]);
    text = behind(text, found[0].length);
  }
  return { text, level };
}

/** Loggers' prefixes, from the outside to the inside: the time, then who speaks and how loud, in the usual orders. */
const LEVEL = '(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)';
const PREFIXES: readonly RegExp[] = [
  // What collects the output of many: containers, systemd and syslog, a manager of processes.
  /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) std(?:out|err) [FP] (?=\S)/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w.@/-]{1,60}(?:\[\d{1,8}\])?: (?=\S)/,
  /^\d{1,3}\|[\w.-]{1,40} {0,10}\| (?=\S)/,
  // What draws around it.
  /^\s*(?:[│┃║] ?|[└├⎿╰]─{0,3} {1,3})(?=.*\S)/,
  // Go's, klog's, Serilog's, zap's.
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? (?:[\w.-]{1,60}\.go:\d{1,6}: )?(?=\S)/,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{1,9} +\d{1,8} [\w.-]{1,60}:\d{1,6}\] (?=\S)/,
  /^\[\d\d:\d\d:\d\d(?:\.\d{1,3})? (?:VRB|DBG|INF|WRN|ERR|FTL)\] (?=\S)/,
  new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}\\S{0,6}\\t${LEVEL}\\t(?:[\\w./-]{1,80}:\\d{1,6}\\t)?(?=\\S)`),
  /^(?:\[?stderr\]?(?: \||:)?|>>|>(?! [@\w.-]{1,80}@\d)) (?=\S)/i,
  // Rich's, which fills a column.
  new RegExp(`^(?:\\[\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d\\] )?${LEVEL} {2,8}(?=\\S)`),
  // Who speaks, where several are told in one text: Compose, and clients that draw a line behind the name.
  /^[a-z][\w.-]{1,60} {1,24}\|(?: |$)|^<-\([^)]{1,80}\)│ ?/,
  /^\s*(?:\[[^\]]{1,80}\]\s*)?stderr: +(?=\S)/,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?: - |\s*\|\s*|:?\s+)(?=\S)/,
  // Dart’s, with the file that speaks.
  /^(?:(?:INFO|WARNING|SEVERE|FINE): )?package:[\w/.-]{1,160}\.dart:\d{1,6}: +(?=\S)/,
  // The JVM's, with the thread, and Rust's tracing, with the module.
  new RegExp(`^(?:\\[ *\\d{1,12}\\] +)?${LEVEL} +(?:- )?[#\\w.:]{2,120}(?:\\{[^}]{0,80}\\})?(?: -|:) +(?=\\S)`),
  // Spring's, with the process and the thread, and Nest's.
  new RegExp(`^${LEVEL} \\d{1,8} --- (?:\\[[^\\]]{0,80}\\] ){1,3}[\\w.$[\\]/]{1,80} {0,40}: (?=\\S)`),
  new RegExp(
    `^\\[Nest\\] \\d{1,8} {1,4}- [\\d/.-]{8,10}, [\\d:]{7,8}(?: [AP]M)? +${LEVEL} (?:\\[[^\\]]{1,60}\\] )?(?=\\S)`,
  ),
  /^(?:MCP (?:server|client) (?:"[^"]{1,80}" )?|Server )?(?:[Ss]tderr|STDERR|error output)(?: [Mm]essage received)?(?: \([^)]{1,80}\))?: +(?=\S)/,
  // A client, before it quotes how a program complained.
  /^(?:\W{0,3}(?:Failed|Unable|Error|Could not|Cannot) .{0,20}\bMCP server ['"`]?[^'"`:]{1,80}['"`]?: )(?=(?:error|fatal|usage|npm (?:error|ERR!)|\w{0,40}(?:Error|Exception)): \S)/i,
  // What somebody says of what another one has said, whose name follows.
  /^(?:Error|ERROR|error|fatal): (?=(?:\/?[\w.-]{1,60}\/){0,8}(?:sh|bash|zsh|dash|ash|fish|env|docker|podman|pyenv|rbenv|node|npx|npm|uvx?|python[\d.]*|bwrap|git|ruby|java)(?:\.exe)?(?::\d+)?: |'[^']{1,80}' (?!executable)|Usage: |usage: |Exception in thread|Unhandled exception)/,
  new RegExp(`^(?:\\[[\\w.:-]{1,80}\\]\\s*)?\\[${LEVEL}\\]:?\\s+`, 'i'),
  new RegExp(`^[\\w.-]{1,80} - ${LEVEL} - `),
  new RegExp(`^${LEVEL}(?:\\s*\\|\\s*[\\w.:-]{1,80}\\s+-|:[\\w.]{1,80}:|\\s+-)\\s*`),
  // Cursor's name of a server, and what others call its stderr, where their other words were not copied.
  /^(?:user|project-\d{1,3})-[\w.-]{1,80}: (?=\S)/,
  /^(?:\[[\w.:-]{1,60}\] ){0,2}(?:\[(?:[\w@./:-]{1,60} ){0,4}(?:stderr|STDERR)(?: \([^)\]]{1,80}\))?\]:? |(?:[\w@./-]{1,40} ){1,3}(?:stderr|STDERR)(?: \([^)]{1,80}\))?: )(?=\S)/,
];

function levelOf(word: string | undefined): Level {
  switch (word?.toUpperCase()) {
    case 'TRACE':
    case 'DEBUG':
      return 'debug';
    case 'INFO':
    case 'NOTICE':
      return 'info';
    case 'WARN':
    case 'WARNING':
      return 'warning';
    case 'ERROR':
    case 'FATAL':
    case 'CRITICAL':
      return 'error';
    default:
      return null;
  }
}
