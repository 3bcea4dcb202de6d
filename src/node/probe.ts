import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { basename } from 'node:path';
import { errorCode } from '../core/error-code';
import { LIMITS } from '../core/limits';
import { accepts, greeting, GREETED } from '../core/wire/legacy';
import { readLines } from './line-reader';
import { LISTS, Recording } from './recording';
import { ServerProcess } from './server-process';
import { Session } from './session';
import { watchActivity } from './silence';
import type { List, OnLine } from './recording';
import type { StdioPlan } from '../core/launch/launch-plan';
import type { Start } from '../core/start';
import type { WireLine } from '../core/wire/lines';
import type { Activity } from './silence';

/**
 * Starts a server as its client would, goes through the handshake, asks for the lists it declared, and leaves. Failure
 * is what it is for: it rejects for a fault of our own only. When it settles, nothing of the server is running any more.
 */
export async function probe(
  plan: StdioPlan,
  { onLine, onActivity }: { readonly onLine: OnLine; readonly onActivity: (activity: Activity) => void },
  signal: AbortSignal,
): Promise<Start> {
  const record = new Recording(plan, onLine);
  if (signal.aborted) return record.as('cancelled');
  let server: ServerProcess;
  try {
    server = ServerProcess.start(plan);
  } catch (error) {
    return record.notSpawned(errorCode(error) ?? 'unknown error', plan.shown.command);
  }
  const unwatch = watchActivity(server.pid, [server.stdout, server.stderr], onActivity);
  const schemas = import('./schemas'); // loaded while the server starts
  schemas.catch(() => {}); // whoever needs it awaits it, and sees the failure there
  try {
    return await observe(server, plan, record, schemas, signal);
  } finally {
    await server.stop();
    unwatch();
  }
}

/** Longer than this, timers of the platform fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

type Schemas = Promise<typeof import('./schemas')>;

/** Whatever comes first decides: the handshake, the end, our patience, or the person who cancels. */
function observe(
  server: ServerProcess,
  plan: StdioPlan,
  record: Recording,
  schemas: Schemas,
  signal: AbortSignal,
): Promise<Start> {
  const over = new AbortController();
  const observed = new Promise<Start>((resolve, reject) => {
    /** Nothing that a stream or a timer calls may throw: it would take this whole process with it. */
    const guarded =
      <Args extends readonly unknown[]>(act: (...args: Args) => void) =>
      (...args: Args): void => {
        try {
          act(...args);
        } catch (error) {
          reject(error);
        }
      };
    // A server that asks for something ends its question with no line end.
    const losePatience = (): void => settle(() => record.afterHandshake());
    const timer = setTimeout(losePatience, Math.min(plan.patienceMs, LONGEST_TIMER_MS));
    over.signal.addEventListener('abort', () => clearTimeout(timer));
    signal.addEventListener('abort', () => resolve(record.as('cancelled')), { signal: over.signal });

    server.onSpawn(guarded(() => record.time('spawn', server.age)));
    server.onSpawnError(
      guarded((error) => resolve(record.notSpawned(errorCode(error) ?? 'unknown error', plan.shown.command))),
    );
    server.onEnd(
      guarded((code, signalName) => {
        if (server.isStopping) return; // an exit that we asked for is no evidence
        record.exit(code, signalName, server.age);
        settle(() => record.as('ended'));
      }),
    );
    server.stdout.once(
      'data',
      guarded(() => record.time('firstByte', server.age)),
    );
    const session = new Session(server.stdin, rootsOf(plan), (side, message) =>
      record.exchange(side, message, server.age),
    );
    const onNoise = (line: string): void => record.noise(line, server.age);
    const onStderr = guarded(({ text }: WireLine) => record.stderr(text, server.age));
    const onStdout = guarded(({ text, flaws }: WireLine) => {
      record.flaws(flaws);
      session.receive(text, onNoise);
    });
    const flushStderr = readLines(server.stderr, LIMITS.line, onStderr);
    const flushStdout = readLines(server.stdout, LIMITS.message, onStdout);
    /** Once everything that was read is in. */
    const settle = (start: () => Start): void => {
      Promise.all([flushStderr(), flushStdout()]).then(() => resolve(start()), reject);
    };
    handshake(session, plan, record, schemas, () => server.age).then(resolve, reject);
  });
  return observed.finally(() => over.abort());
}

async function handshake(
  session: Session,
  plan: StdioPlan,
  record: Recording,
  schemas: Schemas,
  age: () => number,
): Promise<Start> {
  const { hello } = plan.client;
  const { method, params } = greeting(hello);
  const answer = await session.request(method, params);
  record.time('initialize', age());
  if ('error' in answer) return record.refused(answer.error);
  const { parseInitializeAnswer } = await schemas;
  const parsed = parseInitializeAnswer(answer.result);
  if ('wrong' in parsed) return record.refused(`an answer that is none: ${parsed.wrong}`);
  if (!accepts(hello, parsed.protocolVersion))
    return record.refused(`protocol version ${parsed.protocolVersion}, which this client does not accept`);
  record.handshake(parsed);
  session.notify(GREETED);
  const declared = LISTS.filter((list) => parsed.capabilities[list] !== undefined);
  await Promise.all(declared.map(async (list) => record.count(list, await countOf(session, list))));
  record.time('list', age());
  // What it has said before, on the other pipe, may be waiting to be read.
  await setImmediate();
  return record.as('ready');
}

/** How many items a list has, over all its pages; null where the server declared it and did not give it. */
async function countOf(session: Session, list: List): Promise<number | null> {
  let count = 0;
  let cursor: string | undefined;
  for (let page = 0; page < LIMITS.pages; page += 1) {
    const answer = await session.request(`${list}/list`, cursor === undefined ? {} : { cursor });
    if ('error' in answer || typeof answer.result !== 'object' || answer.result === null) return null;
    const items: unknown = Reflect.get(answer.result, list);
    const next: unknown = Reflect.get(answer.result, 'nextCursor');
    count += Array.isArray(items) ? items.length : 0;
    if (typeof next !== 'string' || next === cursor || count > LIMITS.items) break;
    cursor = next;
  }
  return count;
}

function rootsOf({ workspaceFolder }: StdioPlan): { uri: string; name: string }[] {
  return workspaceFolder === null
    ? []
    : [{ uri: pathToFileURL(workspaceFolder).href, name: basename(workspaceFolder) }];
}
