import { BASES } from '../launch/base-environment';
import { worldKinds } from '../facts/world.gen';
import { hideShapes } from '../secrets/mask';
import { unknownStart } from '../start';
import type { Environment } from '../environments';
import type { Fact } from '../facts';
import type { Line, Outcome, Start } from '../start';
import type { RecordedFile, RecordedStart, RecordedValue, RecordedWorld, TriedFinding } from './recorded';

/** What a record is written as. `product`: the version of the program that wrote it. */
export function recordToJson(files: readonly RecordedFile[], product: string): unknown {
  return { record: 1, product, files };
}

/**
 * The files of a record that `recordToJson` has made; null where the value is none. It may be anybody's: every text of it
 * is masked anew, and what has not the form that it should have is left out.
 */
export function recordIn(value: unknown): readonly RecordedFile[] | null {
  if (!isObject(value) || value['record'] !== 1 || !Array.isArray(value['files'])) return null;
  return objectsIn(value['files']).map((file) => ({
    path: textIn(file['path']),
    text: textIn(file['text']),
    values: objectsIn(file['values']).map((value) => masked(value) as RecordedValue),
    world: worldIn(objectIn(file['world'])),
    starts: objectsIn(file['starts']).map(recordedStartIn),
  }));
}

function worldIn(value: Values): RecordedWorld {
  const { platform, workspaceFolder, baseIsExactFor } = value;
  return {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    home: textIn(value['home']),
    workspaceFolder: typeof workspaceFolder === 'string' ? workspaceFolder : null,
    processCwd: textIn(value['processCwd']),
    baseIs: BASES.find((base) => base === value['baseIs']) ?? 'process',
    baseIsExactFor: typeof baseIsExactFor === 'string' ? baseIsExactFor : null,
    base: textsIn(value['base']),
    answers: textsIn(value['answers']),
    envFiles: Object.fromEntries(
      Object.entries(objectIn(value['envFiles'])).map(([path, environment]) => [path, textsIn(environment)]),
    ),
  };
}

function recordedStartIn(value: Values): RecordedStart {
  return {
    server: textIn(value['server']),
    client: textIn(value['client']),
    readers: listIn(value['readers']).filter((each) => typeof each === 'string'),
    start: startIn(objectIn(value['start'])),
    looked: objectsIn(value['looked'])
      .filter(({ kind }) => LOOKED_UP.has(kind))
      .map((answer) => masked(answer) as Fact),
    tried: objectsIn(value['tried']).map((finding) => ({
      ...(masked(finding) as TriedFinding),
      fixes: fixesIn(finding),
    })),
  };
}

function startIn(value: Values): Start {
  const { exchanges, outcome } = value;
  const { sent, received } = objectIn(exchanges);
  const rest = masked(value) as Start;
  return {
    ...unknownStart,
    ...rest,
    outcome: OUTCOMES.find((each) => each === outcome) ?? 'unknown',
    stderr: linesIn(value['stderr']),
    noise: linesIn(value['noise']),
    client: linesIn(value['client']),
    exchanges: { sent: linesIn(sent), received: linesIn(received) },
  };
}

function linesIn(value: unknown): readonly Line[] {
  return objectsIn(value).map(({ number, text, ms }, index) => ({
    number: typeof number === 'number' ? number : index + 1,
    text: hideShapes(textIn(text)),
    ms: typeof ms === 'number' ? ms : null,
  }));
}

function fixesIn({ fixes }: Values): TriedFinding['fixes'] {
  return objectsIn(fixes).map((fix) => masked(fix) as TriedFinding['fixes'][number]);
}

const OUTCOMES: readonly Outcome[] = [
  'ready',
  'ended',
  'silent',
  'refused',
  'not-spawned',
  'not-connected',
  'cancelled',
];
const LOOKED_UP: ReadonlySet<unknown> = new Set(worldKinds);

type Values = Readonly<Record<string, unknown>>;

function masked(value: unknown): unknown {
  if (typeof value === 'string') return hideShapes(value);
  if (Array.isArray(value)) return value.map(masked);
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, masked(each)])) : value;
}

function isObject(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectIn(value: unknown): Values {
  return isObject(value) ? value : {};
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objectsIn(value: unknown): readonly Values[] {
  return listIn(value).filter(isObject);
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function textsIn(value: unknown): Environment {
  return Object.fromEntries(
    Object.entries(objectIn(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}
