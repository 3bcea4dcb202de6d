import { safe } from '../text';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** The name of the client for which a subject is judged. */
export function clientNameOf({ plan, reader, client }: Subject<never>): Safe {
  return plan?.client.name ?? reader?.client.name ?? client?.name ?? safe('The client');
}
