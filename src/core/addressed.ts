import { clients } from './clients';
import { behindName } from './standing';
import { fill, plainQuotes } from './text';
import type { Finding } from './findings';
import type { Safe } from './text';

/** What a finding says, with the clients for which it holds where those are not all that read the file. */
export function addressed({ message, clients: ids }: Finding, readers: readonly string[]): Safe {
  const names = clients.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const isForAll = names.length === 0 || readers.every((id) => ids.includes(id));
  if (isForAll || names.some((name) => message.includes(name))) return message;
  const [first, ...others] = names;
  const list = others.reduce((words, name) => fill('{words}, {name}', { words, name }), first ?? message);
  return fill('{message} (For {list}.)', { message, list });
}

/**
 * The same where nothing else tells which server it is about, and no Markdown is rendered, as in a list of problems: with
 * the name first. `server` is null for what is said of the file itself.
 */
export function addressedByName(finding: Finding, server: Safe | null, readers: readonly string[]): Safe {
  const message = addressed(finding, readers);
  return server === null ? plainQuotes(message) : fill('{server}: {said}', { server, said: behindName({ message }) });
}
