import type { Told } from '../facts';
import type { Said } from './statements';

/** The last that was printed is the progress of a package client: what it starts has not had its turn. */
export type DownloadsFact = Told<'downloading'>;

/** npx, uv, pip, Docker, Bun: they speak while they fetch, and are silent when they are done. */
export function read(start: Said): readonly DownloadsFact[] {
  const last = start.stderr.findLast(({ text }) => text.trim() !== '' && !REMARK.test(text));
  if (!last || !PROGRESS.test(last.text)) return [];
  return [{ kind: 'downloading', evidence: { kind: 'stderr', line: last.number, text: last.whole } }];
}

const PROGRESS =
  /^[0-9a-f]{6,64}: (?:Pulling fs layer|Waiting|Downloading|Verifying Checksum|Download complete|Extracting|Pull complete)\b|^Installed \d+ packages? in (?:\d+m ?)?\d+(?:\.\d+)?s$|^\s*(?:Downloading|Downloaded|Fetching|Pulling|Preparing|Collecting|Building|Updating|Resolving|Cloning) \S|^npm (?:warn|WARN|http|info)\b.{0,40}\b(?:will be installed|fetch GET)|^Unable to find image '[^']{1,200}' locally|^[0-9a-f]{12}: (?:Pulling|Downloading|Extracting|Waiting|Verifying)|\bPulling from \S|^Resolving dependencies\b/;
/** What npm says besides, in no order. */
const REMARK = /^npm (?:warn|WARN) (?!exec\b)|^npm notice\b/;
