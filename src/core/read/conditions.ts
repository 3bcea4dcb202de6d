import { takesAnother } from './goes-on';
import { noted } from './notes';
import {
  BAD,
  DOWN,
  BLOCKS,
  formsOf,
  GONE,
  HELD,
  NODE,
  OFF,
  OLD,
  RUNNER,
  SPOILT,
  TWICE,
  UNREACHED,
  UNTRUSTED,
  WRONG,
} from './states';
import type { Note, NotedFact } from './notes';
import type { Said } from './statements';
import type { State } from './states';

/** What people say of the parts of a start, thing by thing. */
export function read(start: Said): readonly NotedFact[] {
  return noted(start, FORMS, ({ text }) => text.length <= LONGEST && !IF.test(text) && !takesAnother(text));
}

const LONGEST = 240;
/** What would be so, is not. */
const IF = /(?:^|[^\w\s,]\s*)if\b|\bIf\b/;

const DOCKER = 'docker(?: (?:desktop|daemon|engine|service))?|docker[ -]?daemon|the (?:daemon|engine)';
/** What servers mostly stand in front of. */
const BACKEND =
  '(?:desktop |local |companion |backend )?(?:app(?:lication)?|add-?on|plug-?in|extension|database|backend|bridge)|local (?:API|server|service)|Postgres\\w*|MySQL|MariaDB|MongoDB|Redis|Ollama|Elasticsearch|Neo4j|Qdrant|Blender|Figma|Unity(?: Editor)?|Unreal(?: Engine)?|Godot|Obsidian|Ghidra|IDA|Photoshop|Ableton|Houdini|Xcode|Chrome|Home Assistant';
const OTHER_COPY =
  '(?:an?other|second|old|other|previous|stale|zombie|orphan\\w*|first) (?:\\w{1,12} )?(?:instance|copy|process|window|session|client|editor|server)';
const SECURITY =
  '(?:windows |microsoft )?defender|smart ?screen|(?:smart )?app control|app ?locker|gatekeeper|anti-?virus|mcafee|norton|kaspersky|avast|avg|bitdefender|sophos|eset|crowd ?strike|sentinel ?one|carbon black|cylance|malwarebytes|endpoint (?:protection|security)|(?:corporate|company|group|security|IT) polic(?:y|ies)|macos|selinux|apparmor';
const HOST = '(?:mcp |remote )?(?:host(?:name)?|endpoint|url|address|site|service)';

/** A thing, the states of it that are a cause, and which. */
const CONDITIONS: readonly (readonly [Note, string, ...State[]])[] = [
  [{ kind: 'account', of: 'path' }, RUNNER, GONE],
  [{ kind: 'account', of: 'old-node' }, NODE, OLD],
  [{ kind: 'account', of: 'interpreter' }, '(?:python3?|interpreter|venv|virtual ?env\\w*|conda env\\w*)', WRONG],
  [{ kind: 'docker-unreachable' }, DOCKER, OFF],
  [{ kind: 'connection-failed', how: 'refused', to: null }, BACKEND, OFF],
  [{ kind: 'connection-failed', how: 'timed-out', to: null }, HOST, UNREACHED],
  [{ kind: 'connection-failed', how: 'refused', to: null }, '(?:their|the remote|the hosted|the mcp) server', DOWN],
  [{ kind: 'port-taken', port: null }, '(?:the |that |its |this )?port(?: \\d{2,5})?', HELD],
  [{ kind: 'lock-held' }, OTHER_COPY, TWICE],
  [{ kind: 'lock-held' }, '(?:database|db|lock|profile|user data)(?: file| dir\\w*)?', HELD],
  [
    { kind: 'account', of: 'certificate' },
    '(?:tls |ssl |root |server |company |corporate )?(?:certificates?|certs?|CA|root)',
    UNTRUSTED,
  ],
  [{ kind: 'program-blocked' }, SECURITY, BLOCKS],
  [
    { kind: 'release-told' },
    '(?:(?:latest|newest|published|current|new|last) )?(?:release|version|tarball|npm package|published package)(?: v?\\d[\\w.-]*)?',
    BAD,
  ],
  [{ kind: 'cache-damaged' }, '(?:the )?(?:np[mx]|uvx?|pnpm|bun) cache|_npx', SPOILT],
  [
    { kind: 'project-unprepared', lacks: 'build', what: null },
    '(?:(?:dist|build|out)(?:/| (?:folder|directory|output))?|dist/index\\.js|compiled (?:output|files?|code))(?!.{0,60}\\b(?:published|tarball|release|package|wheel)\\b)',
    { ...GONE, before: null },
  ],
  [{ kind: 'project-unprepared', lacks: 'dependencies', what: null }, 'node_modules', GONE],
];

const FORMS = CONDITIONS.map(
  ([note, thing, ...states]) => [note, states.flatMap((state) => formsOf(thing, state))] as const,
);
