import { parseConfig } from '../../src/core/config/parse';
import { diagnose } from '../../src/core/diagnose';
import { fileFacts } from '../../src/core/config/file-facts';
import { readStart } from '../../src/core/read';
import { hideShapes as mask } from '../../src/core/secrets';
import { unknownStart } from '../../src/core/start';
import type { Finding } from '../../src/core/findings';
import type { Example } from '../../src/core/rules/rule';
import type { Start } from '../../src/core/start';

/** What the engine says of a rule's example: of its file where nothing started, else of its first server. */
export function findingsFor({
  path = '/w/.vscode/mcp.json',
  config,
  world = [],
  ...seen
}: Example['given']): readonly Finding[] {
  const file = config === undefined ? null : parseConfig(path, config);
  const start = startFrom(seen);
  const entry = start ? (file?.maps[0]?.servers[0] ?? null) : null;
  const facts = [...(start ? readStart(start) : []), ...(file && !start ? fileFacts(file) : []), ...world];
  return diagnose({ facts, file, entry, plan: null }).findings;
}

function startFrom({ stderr, exit, spawnError, silent }: Omit<Example['given'], 'config' | 'world'>): Start | null {
  if (stderr === undefined && !exit && !spawnError && !silent) return null;
  const outcome = silent ? 'silent' : spawnError ? 'not-spawned' : exit ? 'ended' : 'unknown';
  return {
    ...unknownStart,
    outcome,
    exit: exit ? { code: exit.code, signal: exit.signal === null ? null : mask(exit.signal) } : null,
    spawnError: spawnError ? { code: mask(spawnError.code), program: mask(spawnError.program) } : null,
    stderr: (stderr ?? '').split('\n').map((text, index) => ({ number: index + 1, text: mask(text), ms: null })),
  };
}
