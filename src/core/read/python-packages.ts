import { captured } from '../text';
import { stderrEvidence, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type PythonPackagesFact =
  | Told<'pypi-name-refused', { name: Safe; wantedBy: 'user' | 'package' | 'unknown' }>
  /** No index answered, or it refused. */
  | Told<'pypi-unreachable'>
  /** The package is installed and has no executable of the name asked for. */
  | Told<'uv-no-executable', { name: Safe | null; wanted: Safe; provided: readonly Safe[] }>;

/** uv, pip and pipx: the index has no such name. uv wraps its sentence. */
export function read(start: Said): readonly PythonPackagesFact[] {
  // Offline, or with versions for other Pythons only, pip ends in the same words.
  const wasReallyAbsent = !start.stderr.some(({ text }) => /\bRetrying\b|Ignored the following versions/.test(text));
  const fromPip = (wasReallyAbsent ? stderrMatches(start, PIP) : []).flatMap(({ groups: [, name], evidence }) =>
    name ? [{ kind: 'pypi-name-refused' as const, name, wantedBy: 'unknown' as const, evidence }] : [],
  );
  const fromUv = start.stderr.flatMap((line): PythonPackagesFact[] => {
    const name = captured(line.text, UV_NAME)?.[1];
    const { sentence } = line;
    if (!name || !sentence.includes('was not found in the package registry')) return [];
    const wantedBy = sentence.includes(`you require ${name}`)
      ? 'user'
      : / depends on /.test(sentence)
        ? 'package'
        : 'unknown';
    return [{ kind: 'pypi-name-refused', name, wantedBy, evidence: stderrEvidence(line) }];
  });
  return [...[...fromUv, ...fromPip].slice(0, 1), ...noExecutable(start), ...unreached(start)];
}

function unreached(start: Said): readonly PythonPackagesFact[] {
  return stderrMatches(start, UNREACHED)
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'pypi-unreachable', evidence }));
}

/** uv quotes the address; pip warns at each attempt, and names the error of the connection. */
const UNREACHED =
  /\bFailed to fetch: `?https?:|\berror sending request for url\b|^WARNING: Retrying \(|Could not fetch URL https?:/;
const UV_NAME = /\bBecause ([A-Za-z0-9][\w.-]{0,213}) was\b/;
const PIP =
  /Could not find a version that satisfies the requirement ([A-Za-z0-9][\w.-]{0,213})\S{0,64} \(from versions: none\)/;

/** uvx: the package is there, and has no program of that name; the lines behind it list those that it has. */
function noExecutable(start: Said): readonly PythonPackagesFact[] {
  const [said] = [...stderrMatches(start, NOT_PROVIDED), ...stderrMatches(start, NOT_SPAWNED)];
  const [, wanted, name = null] = said?.groups ?? [];
  if (!said || !wanted) return [];
  const at = start.stderr.findIndex(({ number }) => number === said.evidence.line);
  const listed = start.stderr.slice(at + 1, at + MOST_LISTED).flatMap(({ text }) => captured(text, LISTED)?.[1] ?? []);
  return [{ kind: 'uv-no-executable', name, wanted, provided: listed, evidence: said.evidence }];
}

const MOST_LISTED = 20;
const NOT_PROVIDED = /An executable named `([^`]{1,128})` is not provided by package `([^`]{1,128})`/;
const NOT_SPAWNED = /^error: Failed to spawn: `([^`/\\]{1,128})`/;
const LISTED = /^\s*- ([\w.-]{1,128}?)(?:\.exe)?(?: \(.*\))?$/;
