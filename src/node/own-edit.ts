import { parseConfig } from '../core/config/parse';
import { stdioPlan } from '../core/launch/launch-plan';
import { isOwnEdit } from '../core/launch/envelope';
import { codeDigest } from './code-digest';
import { requestFor } from './consent';
import { withEnvFiles } from './env-files';
import { planToAgreeTo } from './next-step';
import { wantedOf } from './wanted';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { Consents } from './consent';

/** An edit that we have made: the texts of the file before it and behind it. */
export interface OwnEdit {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/**
 * Extends what was agreed to for a server to what our own edit has made of it, as long as that is the same program with
 * the same args, in the same folder, and nothing was set that decides which code runs.
 */
export async function agreeToOwnEdit(
  { path, before, after }: OwnEdit,
  server: string,
  { world, consents }: { readonly world: PlanningWorld; readonly consents: Consents },
): Promise<void> {
  const [written, edited] = await Promise.all(
    [before, after].map(async (text) => {
      const file = parseConfig(path, text);
      const [{ entry, reader } = { entry: null, reader: undefined }] = wantedOf(file, { server, client: null });
      if (!entry || !reader) return null;
      return stdioPlan(planToAgreeTo(file, entry, reader, await withEnvFiles([{ entry, reader }], world)));
    }),
  );
  if (!written || !edited || !isOwnEdit(written, edited)) return;
  const request = requestFor(written, consents.salt);
  if ((await consents.agreed([request], false)).has(request.unit))
    await consents.keep(requestFor(edited, consents.salt).unit, await codeDigest(edited));
}
