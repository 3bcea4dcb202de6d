import { clients } from './clients';
import { fill } from './text';
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
