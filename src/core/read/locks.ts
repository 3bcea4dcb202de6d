import { stderrMatches, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** Another process has a file of the server's to itself: a database, or one that says that it runs. */
export type LocksFact = Told<'lock-held'>;

/** SQLite, DuckDB, LevelDB and its like, and servers that allow one of themselves. */
export function read(start: Said): readonly LocksFact[] {
  return told('lock-held', LOCKED.flatMap((form) => stderrMatches(start, form))[0]);
}

const LOCKED: readonly RegExp[] = [
  /\b[Ss]erver (?:has )?already started \((?:pid|PID)\b/,
  /\b[Dd]atabase (?:table )?is locked\b|\b[Pp](?:ID|id) ?file (?:\S{1,200} )?(?:already )?exists\b|^(?:Error: )?EBUSY: resource busy or locked$|\bSQLITE_BUSY\b|\bCould not set lock on file\b|\bConflicting lock is held\b/,
  /\b(?:is|are|be) (?:already )?locked by (?:an)?other (?:\w{1,12} )?(?:process|instance|program|application)\b|\b(?:db|database|file) lock error\b|\b[Aa]nother (?:process|instance) (?:already )?(?:holds|has) (?:the|a) lock\b/,
  /\b(?:[Ff]ailed to|[Cc]ould not|[Cc]annot|[Uu]nable to) (?:acquire|obtain|get|take) (?:the |a |an )?(?:\w{1,20} )?lock\b(?! (?:on|for) (?:the )?(?:tool|cache|uv|distribution)\b)/,
  /\b(?:trying|waiting|waits|hangs?|blocked|stuck)\b.{0,20}\b(?:to (?:acquire|obtain|get|take)|for|on) (?:a |an |the )?(?:database|db|file|store|SQLite|DuckDB) (?:write )?lock\b/i,
  /\block(?: file)? ['"][^'"]{1,300}['"] could not be acquired\b|\b(?:[Dd]atabase|[Ff]ile|[Ss]tore) (?:may be|is|seems to be) already in use\b(?! by (?:this|us)\b)/,
  /\bLOCK: (?:Resource temporarily unavailable|already held)\b|\b[Ll]ock ?file (?:already )?exists\b/,
  /\bEBUSY: resource busy or locked, (?:open|unlink) (?!.*(?:_npx|node_modules))/,
  /\b(?:[Rr]ecovered|[Rr]eleased|[Bb]roke) .{0,20}\block\b.{0,80}\bby (?:stopping|killing|terminating)\b.{0,60}\b(?:PID|pid|process)\b/,
  /\b(?:[Aa]nother|[Ss]econd|[Oo]ther) (?:copy|instance)\b.{0,60}\b(?:holds|owns|keeps|locks) (?:the |its )?(?:\w{1,20} )?(?:lock|database|file|store)\b/,
  /\b[Aa]nother [\w.-]{2,40} \((?:pid|PID)[ :=]?\d{1,8}\) (?:owns|holds|has|uses|keeps|locks)\b/,
  /\bjava\.nio\.channels\.OverlappingFileLockException\b/,
  /\b[Ll]ock ['\x22][^'\x22]{1,200}['\x22] (?:denied|refused|is held)\b|\b[Oo]n a lock conflict\b/,
  /\bstill had (?:the |my |its )?(?:[\w.-]{1,30} ){1,3}open\b.{0,60}\b(?:in|with|from)\b|\bmore than one copy of (?:this|the|a) server\b/,
  // One of themselves is there.
  /\b[Aa]nother instance (?:of .{1,60} )?is already running\b|\b[Ss]erver (?:is )?already running (?:with |\(|as )(?:pid|PID)\b/,
  /\b(?:is |be )?(?:already )?(?:open|in use|used) by another (?:process|instance)\b|\b(?:appears to be|is already) (?:in use|accessed) by another\b/,
  /\b(?:[Bb]rowser|[Pp]rofile) is already in use\b|\bProcessSingleton\b|\bSingletonLock\b|^[Ll]ock (?:file )?is already (?:being )?held\b|\block: already held by\b|\b[Ii]nstance (?:is )?already running\b/,
  /^(?:BlockingIOError: )?\[Errno (?:11|35)\] Resource temporarily unavailable: '[^']{1,200}lock'/,
];
