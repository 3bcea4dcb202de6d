import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

export type DockerFact = Told<'docker-unreachable'>;

/** Docker's command line, and Podman's: nobody answers where the daemon should be. */
export function read(start: Said): readonly DockerFact[] {
  return stderrMatches(start, UNREACHABLE)
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'docker-unreachable', evidence }));
}

const UNREACHABLE =
  /\b[Cc]annot connect to (?:the Docker daemon|Podman)\b|\berror during connect: .{0,400}(?:docker_engine|dockerDesktop|docker\.sock|_ping)|\bfailed to connect to the docker API\b/;
