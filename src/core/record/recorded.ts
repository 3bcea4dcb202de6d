import type { JsonPath } from '../config/place';
import type { Environment } from '../environments';
import type { Fact } from '../facts';
import type { Finding, Trial } from '../findings';
import type { PlanningWorld } from '../launch/plan-launch';
import type { ValueKind } from '../secrets/harmless';
import type { Start } from '../start';

/**
 * What was seen of a file and its servers, to be kept, sent and judged again: nothing in it is secret. The text of the
 * file has every place where it was, and the values that decide a judgement (empty ones, placeholders, variables, paths)
 * as they are; of the others the length. Of the machine there is what the planner asks for, and what was looked up.
 */
export interface RecordedFile {
  readonly path: string;
  readonly text: string;
  /** How each value of the file was judged, where the text does not show it any more. */
  readonly values: readonly RecordedValue[];
  readonly world: RecordedWorld;
  readonly starts: readonly RecordedStart[];
}

/** The look of a hidden value: what kind it is, the shape that it is known by, and how long it is in UTF-16 units. */
export interface RecordedValue {
  readonly path: JsonPath;
  readonly kind: ValueKind;
  readonly shape: string | null;
  readonly length: number;
}

/** A `PlanningWorld` as data. */
export interface RecordedWorld extends Omit<PlanningWorld, 'envFile'> {
  readonly envFiles: Readonly<Record<string, Environment>>;
}

export interface RecordedStart {
  /** The server's path in the file. */
  readonly server: string;
  /** The client as which it was started. */
  readonly client: string;
  /** All clients for which it was judged. */
  readonly readers: readonly string[];
  readonly start: Start;
  /** What was looked up. */
  readonly looked: readonly Fact[];
  /** What trying the cures has shown: no replay can try them again. */
  readonly tried: readonly TriedFinding[];
}

export interface TriedFinding extends Pick<Finding, 'id' | 'confidence'> {
  readonly fixes: readonly { readonly id: string; readonly preferred: boolean; readonly trial: Trial }[];
}
