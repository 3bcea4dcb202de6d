import { createParser } from 'eventsource-parser';
import { errorCode } from '../core/error-code';
import { LIMITS } from '../core/limits';
import { isSecretName } from '../core/secrets/names';
import { beginningOf } from '../core/text';
import { accepts, greeting, GREETED } from '../core/wire/legacy';
import { readFrame } from '../core/wire/frame';
import { ProxyFailure, send } from './http-request';
import { Recording } from './recording';
import { errorText } from './session';
import type { IncomingMessage } from 'node:http';
import type { HttpPlan } from '../core/launch/launch-plan';
import type { HttpAnswer, Start } from '../core/start';
import type { Answered } from '../core/wire/frame';

/**
 * Calls a remote server as its client would, up to the end of the handshake, and leaves. Credentials go to the address of
 * the entry and nowhere else. Failure is what it is for: it rejects for a fault of our own only.
 */
export async function probeRemote(plan: HttpPlan, signal: AbortSignal): Promise<Start> {
  const began = performance.now();
  const record = new Recording(plan, () => {});
  const patience = AbortSignal.timeout(Math.min(plan.patienceMs, LONGEST_TIMER_MS));
  const call = new Call(plan, record, AbortSignal.any([signal, patience]), () => performance.now() - began);
  try {
    return await call.greet();
  } catch (error) {
    if (signal.aborted) return record.as('cancelled');
    return call.failed(patience.aborted ? 'ETIMEDOUT' : (errorCode(error) ?? 'unknown error'), error);
  } finally {
    call.leave();
  }
}

const LONGEST_TIMER_MS = 2 ** 31 - 1;
const GREETING_ID = 0;

/** What is gone through with one server: the request, and what came of it. */
class Call {
  readonly #plan: HttpPlan;
  readonly #record: Recording;
  readonly #signal: AbortSignal;
  readonly #age: () => number;
  readonly #url: URL;
  readonly #open = new Set<IncomingMessage>();

  constructor(plan: HttpPlan, record: Recording, signal: AbortSignal, age: () => number) {
    this.#plan = plan;
    this.#record = record;
    this.#signal = signal;
    this.#age = age;
    this.#url = new URL(plan.url.reveal());
  }

  greet(): Promise<Start> {
    return this.#plan.transport === 'sse' ? this.#greetOverEvents() : this.#greetOverPosts();
  }

  /** The answers that are still coming are not waited for. */
  leave(): void {
    for (const answer of this.#open) answer.destroy();
  }

  failed(code: string, error: unknown): Start {
    const { mask } = this.#plan;
    const isProxys = error instanceof ProxyFailure;
    const to = mask(isProxys ? error.host : this.#url.host);
    this.#told('POST', null, {
      failure: { code: mask(isProxys ? error.code : code), at: isProxys ? 'proxy' : 'server', to },
    });
    return this.#record.as('not-connected');
  }

  /** Streamable HTTP: the answer is a body, or an event of one. */
  async #greetOverPosts(): Promise<Start> {
    const answer = await this.#post(this.#url, this.#greeting());
    const { statusCode: status = 0 } = answer;
    // Clients that know both transports try the older one before they give up.
    if (status === 400 || status === 404 || status === 405) {
      const stream = await this.#get(this.#url, { accept: EVENTS });
      if (isEvents(stream)) return this.#greetOverEvents(stream);
    }
    if (status < 200 || status > 299) return this.#refused('POST', answer);
    const answered = isEvents(answer) ? await this.#eventOf(answer) : answeredIn(await this.#bodyOf(answer));
    const session = answer.headers['mcp-session-id'];
    const start = await this.#judge(answered, 'POST', answer);
    if (start.outcome === 'ready') await this.#end(typeof session === 'string' ? session : null);
    return start;
  }

  /** HTTP with an event stream: that is opened first, and names the address for messages. */
  async #greetOverEvents(opened?: IncomingMessage): Promise<Start> {
    const stream = opened ?? (await this.#get(this.#url, { accept: EVENTS }));
    if (!isEvents(stream)) return this.#refused('GET', stream);
    let endpoint: URL | null = null;
    const answered = await this.#eventOf(stream, async (name, data) => {
      if (name !== 'endpoint' || endpoint) return;
      endpoint = URL.canParse(data, this.#url.href) ? new URL(data, this.#url) : null;
      // Another origin gets nothing of ours.
      if (endpoint && endpoint.origin === this.#url.origin) await this.#post(endpoint, this.#greeting());
    });
    return this.#judge(answered, 'GET', stream);
  }

  #greeting(): string {
    const { method, params } = greeting(this.#plan.client.hello);
    return JSON.stringify({ jsonrpc: '2.0', id: GREETING_ID, method, params });
  }

  async #judge(answered: Answered | null, method: HttpAnswer['method'], answer: IncomingMessage): Promise<Start> {
    this.#told(method, answer);
    const record = this.#record;
    record.time('initialize', this.#age());
    if (!answered) return record.refused('a body that is no message of the protocol');
    if ('error' in answered) return record.refused(errorText(answered.error));
    const { parseInitializeAnswer } = await import('./schemas');
    const parsed = parseInitializeAnswer(answered.result);
    if ('wrong' in parsed) return record.refused(`an answer that is none: ${parsed.wrong}`);
    if (!accepts(this.#plan.client.hello, parsed.protocolVersion))
      return record.refused(`protocol version ${parsed.protocolVersion}, which this client does not accept`);
    record.handshake(parsed);
    return record.as('ready');
  }

  async #refused(method: HttpAnswer['method'], answer: IncomingMessage): Promise<Start> {
    const { statusCode: status = 0, statusMessage = '' } = answer;
    const metadata = status === 401 || status === 403 ? await this.#metadataOf(answer) : null;
    const body = await this.#bodyOf(answer).catch(() => '');
    this.#told(method, answer, { metadata });
    const words = /^\s*[<{]/.test(body) ? '' : ` ${beginningOf(body.trim(), LIMITS.quote)}`;
    return this.#record.refused(`HTTP ${status} ${statusMessage}${words}`.trim());
  }

  /**
   * Whether the server says how to sign in (RFC 9728): where its refusal points to, or at the well-known places. Asked
   * without credentials, and only of its own origin.
   */
  async #metadataOf(answer: IncomingMessage): Promise<'there' | 'missing' | 'broken'> {
    const named = /resource_metadata="([^"]{1,1000})"/.exec(answer.headers['www-authenticate'] ?? '')?.[1];
    const path = this.#url.pathname.replace(/\/$/, '');
    const places = [
      ...(named && URL.canParse(named, this.#url.href) ? [new URL(named, this.#url)] : []),
      new URL(`/.well-known/oauth-protected-resource${path}`, this.#url),
      new URL('/.well-known/oauth-protected-resource', this.#url),
      new URL('/.well-known/oauth-authorization-server', this.#url),
    ].filter(({ origin }) => origin === this.#url.origin);
    for (const url of places) {
      const said = await this.#send({ method: 'GET', url, headers: { accept: 'application/json' }, body: null });
      if (said.statusCode !== 200) continue;
      return isMetadata(await this.#bodyOf(said)) ? 'there' : 'broken';
    }
    return 'missing';
  }

  /** Says that the handshake is over, and then that the session is: neither can change what was seen. */
  async #end(session: string | null): Promise<void> {
    const more: Record<string, string> = session === null ? {} : { 'mcp-session-id': session };
    const said = JSON.stringify({ jsonrpc: '2.0', method: GREETED });
    await this.#post(this.#url, said, more).catch(() => null);
    if (session === null) return;
    const headers = { ...this.#own(), ...more };
    await this.#send({ method: 'DELETE', url: this.#url, headers, body: null }).catch(() => null);
  }

  #post(url: URL, body: string, more: Readonly<Record<string, string>> = {}): Promise<IncomingMessage> {
    this.#record.exchange('sent', body, this.#age());
    const headers = {
      accept: `application/json, ${EVENTS}`,
      'content-type': 'application/json',
      ...this.#own(),
      ...more,
    };
    return this.#send({ method: 'POST', url, headers, body });
  }

  #get(url: URL, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
    return this.#send({ method: 'GET', url, headers: { ...headers, ...this.#own() }, body: null });
  }

  async #send(request: Omit<Parameters<typeof send>[0], 'proxy'>): Promise<IncomingMessage> {
    const answer = await send({ ...request, proxy: this.#plan.proxy?.reveal() ?? null }, this.#signal);
    answer.on('error', () => {}); // whoever reads it sees the failure
    this.#open.add(answer);
    return answer;
  }

  /** The headers that the entry gives. */
  #own(): Record<string, string> {
    return Object.fromEntries(this.#plan.headers.reveal().map(([name, value]) => [name.toLowerCase(), value]));
  }

  /** As much of a body as a message may be. */
  async #bodyOf(answer: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > LIMITS.message) break;
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  /** The answer to the greeting, among the events of a stream; null where it ends without one. */
  async #eventOf(
    stream: IncomingMessage,
    onOther: (name: string | undefined, data: string) => Promise<void> = async () => {},
  ): Promise<Answered | null> {
    let found: Answered | null = null;
    const others: Promise<void>[] = [];
    const parser = createParser({
      onEvent: ({ event, data }) => {
        found ??= answeredIn(data);
        if (!found) others.push(onOther(event, data));
      },
      maxBufferSize: LIMITS.message,
    });
    let length = 0;
    stream.setEncoding('utf8');
    for await (const chunk of stream as AsyncIterable<string>) {
      length += chunk.length;
      parser.feed(chunk);
      await Promise.all(others.splice(0));
      if (found || length > LIMITS.message) break;
    }
    return found;
  }

  #told(method: HttpAnswer['method'], answer: IncomingMessage | null, more: Partial<HttpAnswer> = {}): void {
    const { mask, shown, headers } = this.#plan;
    const header = (name: 'content-type' | 'location') => answer?.headers[name]?.slice(0, LIMITS.name);
    const type = header('content-type')?.split(';')[0]?.trim();
    const location = header('location');
    this.#record.http({
      method,
      address: shown.url,
      status: answer?.statusCode ?? null,
      type: type ? mask(type) : null,
      location: location ? mask(location) : null,
      failure: null,
      hasCredentials: headers.reveal().some(([name]) => isSecretName(name) || /^(?:authorization|cookie)$/i.test(name)),
      metadata: null,
      ...more,
    });
  }
}

const EVENTS = 'text/event-stream';

function isEvents({ statusCode, headers }: IncomingMessage): boolean {
  return statusCode === 200 && headers['content-type']?.startsWith(EVENTS) === true;
}

/** The answer to the greeting, if a text is that. */
function answeredIn(text: string): Answered | null {
  const frame = readFrame(text.trim().replaceAll(/\r?\n/g, ' '));
  return frame.kind === 'answer' && (frame.id === GREETING_ID || frame.id === null) ? frame.answer : null;
}

function isMetadata(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' &&
      value !== null &&
      METADATA.some((key) => typeof Reflect.get(value, key) !== 'undefined')
    );
  } catch {
    return false;
  }
}

/** What a client needs of it: whom to ask, or where. */
const METADATA = ['authorization_servers', 'authorization_endpoint', 'resource'];
