import { readersOf } from '../clients';
import { parseConfig } from '../config/parse';
import { diagnose } from '../diagnose';
import { Facts } from '../facts';
import { uniteClients } from '../fold';
import { planLaunch } from '../launch/plan-launch';
import { readStart } from '../read';
import { keyOf } from '../report';
import { Raw } from '../text';
import type { ConfigFile } from '../config/config-file';
import type { Finding } from '../findings';
import type { EnvFileContent } from '../launch/launch-plan';
import type { PlanningWorld } from '../launch/plan-launch';
import type { Start } from '../start';
import type { RecordedFile, RecordedWorld, TriedFinding } from './recorded';

/** A start of a record, judged again. */
export interface Replayed {
  readonly file: ConfigFile;
  readonly start: Start;
  readonly findings: readonly Finding[];
}

/** Judges the starts of a record by what is known today. The same facts give the same findings. */
export function replay({ path, text, world, starts }: RecordedFile): readonly Replayed[] {
  const file = parseConfig(path, text);
  const planningWorld: PlanningWorld = { ...world, envFile: (name) => recordedEnvFile(world, name) };
  return starts.map(({ server, client, readers, start, looked, tried }) => {
    const facts = new Facts([...readStart(start), ...looked]);
    const entry = file.maps.flatMap(({ servers }) => servers).find((each) => keyOf(each) === server) ?? null;
    const findingsFor = (id: string): readonly Finding[] => {
      const reader = readersOf(path).find((each) => each.client.id === id);
      const plan = entry && reader ? planLaunch(entry, reader, planningWorld) : null;
      return plan ? diagnose({ facts, file, entry, plan }).findings : [];
    };
    const own = findingsFor(client).map((finding) => withTrials(finding, tried));
    const others = readers.filter((id) => id !== client).map(findingsFor);
    return { file, start, findings: uniteClients(own, others) };
  });
}

function recordedEnvFile({ envFiles }: RecordedWorld, path: string): EnvFileContent {
  const environment = envFiles[path];
  if (!environment) return { kind: 'unread' };
  const lines = Object.entries(environment).map(([name, value]) => `${name}="${value}"`);
  return { kind: 'read', text: new Raw(lines.join('\n')) };
}

/** With what trying its fixes had shown, in the order that this gave them. */
function withTrials(finding: Finding, tried: readonly TriedFinding[]): Finding {
  const known = tried.find(({ id }) => id === finding.id);
  if (!known) return finding;
  const { confidence } = known;
  const places = new Map(known.fixes.map(({ id }, index) => [id, index]));
  const fixes = finding.fixes
    .map((fix) => ({ ...fix, ...known.fixes.find(({ id }) => id === fix.id) }))
    .toSorted((a, b) => (places.get(a.id) ?? places.size) - (places.get(b.id) ?? places.size));
  return { ...finding, confidence, fixes };
}
