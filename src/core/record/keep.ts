import { maskedText } from '../config/masked-text';
import { parseConfig } from '../config/parse';
import { parseEnvFile } from '../config/env-file';
import { leavesOf } from '../config/nodes';
import { worldKinds } from '../facts/world.gen';
import { keyOf } from '../report';
import { isHarmlessValue, kindOf } from '../secrets/harmless';
import { hideShapes } from '../secrets/mask';
import { knownShapesIn } from '../secrets/shapes';
import { standIn } from '../secrets/stand-in';
import type { ConfigFile } from '../config/config-file';
import type { Environment } from '../environments';
import type { PlanningWorld } from '../launch/plan-launch';
import type { FileReport, ServerReport } from '../report';
import type { RecordedFile, RecordedStart, RecordedValue, RecordedWorld } from './recorded';

/** What is kept of a file that was diagnosed in a certain world. `clientId`: only as this client reads it; null for all. */
export function recordOf(report: FileReport, world: PlanningWorld, clientId: string | null): RecordedFile {
  const file = parseConfig(report.path, report.text);
  const readers = file.readers.map(({ client }) => client.id).filter((id) => clientId === null || id === clientId);
  const text = maskedText(file, 'same-places');
  return {
    path: file.path,
    text,
    values: hiddenValues(file, text),
    world: recordedWorld(report, world),
    starts: report.servers.flatMap((server) => recordedStart(server, readers) ?? []),
  };
}

/** Those whose place in the masked text has something else than the file. */
function hiddenValues(file: ConfigFile, masked: string): readonly RecordedValue[] {
  return leavesOf(file.root).flatMap(({ node, path }) => {
    const { offset, length } = node;
    if (masked.slice(offset, offset + length) === file.text.slice(offset, offset + length)) return [];
    const value = String(node.value);
    const shape = knownShapesIn(value)[0]?.id ?? null;
    return [{ path, kind: kindOf(value), shape, length: value.length }];
  });
}

function recordedStart(server: ServerReport, readers: readonly string[]): RecordedStart | null {
  const { plan, start, facts, findings } = server;
  if (!plan || !start) return null;
  return {
    server: keyOf(server),
    client: plan.client.id,
    readers,
    start,
    looked: facts.list.filter(({ kind }) => LOOKED_UP.has(kind)),
    tried: findings.map(({ id, confidence, fixes }) => ({
      id,
      confidence,
      fixes: fixes.map(({ id: fix, preferred, trial }) => ({ id: fix, preferred, trial })),
    })),
  };
}

function recordedWorld({ servers }: FileReport, world: PlanningWorld): RecordedWorld {
  const { platform, home, workspaceFolder, processCwd, baseIsExactFor, base, baseIs = 'process', answers } = world;
  const files = servers.flatMap(({ plan }) => (plan?.kind === 'stdio' && plan.envFile ? [plan.envFile] : []));
  const read = files.flatMap((file) =>
    file.kind === 'read' ? [[file.path, withoutSecrets(parseEnvFile(file.text.reveal()))] as const] : [],
  );
  return {
    platform,
    home,
    workspaceFolder,
    processCwd,
    baseIsExactFor,
    baseIs,
    base: withoutSecrets(base),
    answers: Object.fromEntries(Object.entries(answers).map(([id, value], nth) => [id, standIn(nth, value.length)])),
    envFiles: Object.fromEntries(read),
  };
}

/** Which variables there are, and which of them are empty: that is what rules ask. */
function withoutSecrets(environment: Environment): Environment {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value], nth) => {
      const isShown = /^path(?:ext)?$/i.test(name) || (isHarmlessValue(value) && hideShapes(value) === value);
      return [name, isShown ? value : standIn(OF_ENVIRONMENT + nth, Math.min(value.length, LONGEST))];
    }),
  );
}

/** Stand-ins for what is in the environment are others than those for what is in the file. */
const OF_ENVIRONMENT = 10_000;
const LONGEST = 64;

const LOOKED_UP: ReadonlySet<string> = new Set(worldKinds);
