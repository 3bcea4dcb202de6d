import { captured } from '../text';
import { stderrEvidence, stderrMatches } from './lines';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** uv, pip and pipx: the index has no such name. uv wraps its sentence, so the lines behind it are read with it. */
export function read(start: Start): readonly Fact[] {
  // Offline, or with versions for other Pythons only, pip ends in the same words.
  const wasReallyAbsent = !start.stderr.some(({ text }) => /\bRetrying\b|Ignored the following versions/.test(text));
  const fromPip = (wasReallyAbsent ? stderrMatches(start, PIP) : []).flatMap(({ groups: [, name], evidence }) =>
    name ? [{ kind: 'pypi-name-refused' as const, name, wantedBy: 'unknown' as const, evidence }] : [],
  );
  const fromUv = start.stderr.flatMap((line, index): Fact[] => {
    const name = captured(line.text, UV_NAME)?.[1];
    const sentence = [line, ...start.stderr.slice(index + 1, index + 4)].map(({ text }) => text.trim()).join(' ');
    if (!name || !sentence.includes('was not found in the package registry')) return [];
    const wantedBy = sentence.includes(`you require ${name}`)
      ? 'user'
      : / depends on /.test(sentence)
        ? 'package'
        : 'unknown';
    return [{ kind: 'pypi-name-refused', name, wantedBy, evidence: stderrEvidence(line) }];
  });
  return [...fromUv, ...fromPip].slice(0, 1);
}

const UV_NAME = /\bBecause ([A-Za-z0-9][\w.-]{0,213}) was\b/;
const PIP =
  /Could not find a version that satisfies the requirement ([A-Za-z0-9][\w.-]{0,213})\S{0,64} \(from versions: none\)/;
