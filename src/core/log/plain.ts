import { unknownStart } from '../start';
import { platformOfPaths, ToldLines } from './told';
import type { Mask } from '../text';
import type { LogTold } from '.';

/** A terminal, or a client that we do not know: everything is the server's, but for the words in which clients give up. */
export class PlainLog {
  readonly #lines = new ToldLines();
  /** The code with which somebody says that the server ended, the last one. */
  #code: number | null = null;

  push(number: number, text: string): void {
    const given = EPILOGUE.exec(text);
    const code = ENDED.exec(text)?.[1];
    if (code !== undefined) {
      this.#code = Number(code);
      this.#lines.push('client', number, text);
    } else if (LISTED.test(text)) this.#lines.push('client', number, text);
    else if (!given) this.#lines.push('stderr', number, text);
    else {
      // Behind a sentence it stands for the client that shows both as one.
      const before = text.slice(0, given.index).trimEnd();
      if (before.length > SENTENCE && !/[:,(\-–—]$/.test(before)) this.#lines.push('stderr', number, before);
      const [, behind = '', inBrackets = behind] = TOLD_BEHIND.exec(text.slice(given.index + given[0].length)) ?? [];
      if (inBrackets.length > WORD) this.#lines.push('stderr', number, inBrackets);
      this.#lines.push('client', number, text);
    }
  }

  told(mask: Mask): LogTold {
    const { stderr, client } = this.#lines.masked(mask);
    const from = { ...unknownStart.from, platform: platformOfPaths([...stderr, ...client]) };
    const code = this.#code;
    const end = code === null ? {} : ({ outcome: 'ended', exit: { code, signal: null } } as const);
    const start = { ...unknownStart, ...end, from, stderr, client, dropped: this.#lines.dropped };
    return { starts: [start], forgotten: 0 };
  }
}

/** What the server has printed, where the client tells it behind its own words. */
const TOLD_BEHIND =
  /^[.:;,)\s-]{1,5}(?:(?:[Ss]erver )?(?:stderr|STDERR|[Oo]utput)(?: output| tail)?)[:=\s]{1,4}(.*)$|^ \(((?!exit|code|status|signal).*)\)\.?$/;
/** What is shorter is no sentence of a server. */
const SENTENCE = 24;
/** What is shorter is no more than a code. */
const WORD = 8;

/** Somebody says that the server ended, and how, and nothing else. */
const ENDED =
  /^\W{0,3}(?:[Ee]rror: )?(?:[Tt]he )?(?:(?:MCP )?[Ss]erver|(?:[Cc]hild |[Ss]ub)?[Pp]rocess|[Ii]t|Connection state: Error Process)(?: process)?(?: [`'"][\w@/.-]{1,60}[`'"])?(?: has)? (?:exited|exits|terminated|ended|died|crashed|closed)(?: unexpectedly| immediately| early)?,? (?:with|\()? ?(?:exit )?(?:code|status):? (\d{1,3})\)?[.!]?$/;

/** A server in the list that a client prints of them, with what has become of it: `claude mcp list`, `gemini mcp list`. */
const LISTED =
  /^Checking MCP server health|^\W{0,4}[\w.@][^\n]{0,1000}? - (?:[✗✘×❌✓✔⚠!] ?)?(?:Failed to connect|Disconnected|Connected|Connecting|Needs authentication)$|^\s*Status: [✗✘×❌✓✔⚠!] |^\s*[✗✘×❌] ?(?:Failed to connect|Disconnected)$/;

/** The question, and not its answer. */
const EPILOGUE =
  /\bMCP error -3200[01]\b|^(?:[Ee]rror:? )?-3200[01]$|\b(?:Connection|[Tt]ransport|Client) closed\b|\bconnection closed: initialize re(?:sponse|quest)\b|\bServer disconnected\b|\bRequest timed out\b|\bFailed to reconnect to\b|\bos error (?:109|232)\b/;
