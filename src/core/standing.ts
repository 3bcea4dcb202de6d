import { behind, captured, fill, plainQuotes, safe, shortened } from './text';
import { hasErrors } from './findings';
import type { Finding } from './findings';
import type { FileReport, ServerReport } from './report';
import type { Safe } from './text';

/**
 * Where a server stands, in a word. `failed`: it did not start, or its entry shows that it cannot. `stale`: its entry has
 * changed since it was started. `unchecked`: nothing is known but that its entry shows no fault.
 */
export type Standing = 'ready' | 'failed' | 'waiting' | 'skipped' | 'stale' | 'unchecked';

/** Where a server stands, by what is known of it. */
export function standingOf({ status, findings, outdated }: ServerReport): Standing {
  if (outdated && !hasErrors(findings)) return 'stale';
  switch (status) {
    case 'ready':
    case 'failed':
      return status;
    case 'waiting':
    case 'skipped':
      return hasErrors(findings) ? 'failed' : status;
    case 'not-asked':
    case 'cancelled':
      return hasErrors(findings) ? 'failed' : 'unchecked';
    default:
      return status satisfies never;
  }
}

/** What a finding says of its server, as one goes on behind its name: `needs ACME_KEY, and does not get it.` */
export function behindName({ message }: Pick<Finding, 'message'>): Safe {
  return plainQuotes(message.startsWith(SUBJECT) ? behind(message, SUBJECT.length) : message);
}

const SUBJECT = 'The server ';

/** The first sentence of what a finding says, no longer than that. */
export function gistOf(finding: Pick<Finding, 'message'>, longest: number): Safe {
  const said = behindName(finding);
  const [sentence = said] = captured(said, /^.*?[^.\d](?=[.:](?:\s|$)|, and (?:does not )?gets?\b)/s) ?? [];
  return shortened(sentence, longest);
}

/** How long a text beside a name may be. */
const LONGEST = 48;

/** What is known of a server, in a few words. */
export function standingText(server: ServerReport): Safe {
  const standing = standingOf(server);
  switch (standing) {
    case 'ready':
      return readyText(server);
    case 'failed': {
      const [diagnosis] = server.findings;
      return diagnosis ? gistOf(diagnosis, LONGEST) : safe('does not start');
    }
    case 'stale':
      return fill('changed since it was {status}', { status: safe(WAS[server.outdated?.status ?? 'ready']) });
    case 'waiting':
    case 'skipped':
      return server.reason ? shortened(server.reason.text, LONGEST) : safe('not started');
    case 'unchecked':
      return notChecked(server);
    default:
      return standing satisfies never;
  }
}

/** Why nothing is known, where more is to be said than that nobody has asked. */
function notChecked({ reason }: ServerReport): Safe {
  if (!reason || reason.code === 'check') return safe('not checked');
  return fill('not checked: {why}', { why: reason.text });
}

const WAS = {
  ready: 'ready',
  failed: 'seen to fail',
  waiting: 'checked',
  skipped: 'checked',
  'not-asked': 'checked',
  cancelled: 'checked',
} as const satisfies Record<ServerReport['status'], string>;

function readyText({ start }: ServerReport): Safe {
  const handshake = start?.handshake;
  if (!handshake) return safe('ready');
  const { tools } = handshake.counts;
  const ms = start.ms.initialize === null ? safe('ready') : fill('{ms} ms', { ms: start.ms.initialize });
  return tools === null ? ms : fill('{tools}, {ms}', { tools: counted(tools, 'tool'), ms });
}

/** A number with its noun: `1 tool`, `13 tools`. */
export function counted(count: number, noun: 'tool' | 'prompt' | 'resource' | 'server'): Safe {
  return fill('{count} {noun}', { count, noun: count === 1 ? NOUNS[noun].one : NOUNS[noun].many });
}

const NOUNS = {
  tool: { one: safe('tool'), many: safe('tools') },
  prompt: { one: safe('prompt'), many: safe('prompts') },
  resource: { one: safe('resource'), many: safe('resources') },
  server: { one: safe('server'), many: safe('servers') },
} as const;

/** How many servers of a file stand how. */
export function tally({ servers }: FileReport): Readonly<Record<Standing, number>> {
  const counts: Record<Standing, number> = { ready: 0, failed: 0, waiting: 0, skipped: 0, stale: 0, unchecked: 0 };
  for (const server of servers) counts[standingOf(server)] += 1;
  return counts;
}

/** The whole of a file in a sentence, without its full stop. */
export function verdictOf(report: FileReport): Safe {
  const { servers, findings } = report;
  const { ready, failed, waiting } = tally(report);
  const all = servers.length;
  const [only] = servers;
  if (all === 0) return findings.length > 0 ? safe('The file itself is at fault') : safe('This file names no server');
  if (hasErrors(findings) && failed === 0) return safe('The file itself is at fault: its client starts none of it');
  const [broken, ...others] = servers.filter((server) => standingOf(server) === 'failed');
  if (broken && others.length === 0)
    return all === 1
      ? fill('{name} {verb}', { name: broken.name, verb: failing(broken) })
      : fill('1 of {all} servers {verb}: {name}', { all, verb: failing(broken), name: broken.name });
  if (failed > 0) return fill('{failed} of {all} servers cannot work', { failed, all });
  if (ready === all)
    return only && all === 1
      ? fill('{name} is ready', { name: only.name })
      : fill('All {all} servers are ready', { all });
  const open = waiting > 0 ? safe('some wait for a value') : safe('the others were not checked');
  if (ready > 0) return fill('{ready} of {all} servers are ready; {open}', { ready, all, open });
  if (waiting > 0) return fill('{waiting} of {all} servers wait for a value', { waiting, all });
  return only && all === 1
    ? fill('{name} was not checked', { name: only.name })
    : fill('None of {all} servers was checked', { all });
}

/** What was seen to fail does not start; what only its entry shows cannot. */
function failing({ status }: ServerReport): Safe {
  return status === 'failed' ? safe('does not start') : safe('cannot start as it is written');
}
