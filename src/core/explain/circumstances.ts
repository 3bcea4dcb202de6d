import { clientNamed, clients, named } from '../clients';
import { platformNamed, platformsIn } from '../platform';
import { talkIn } from '../read/talk';
import type { Client } from '../clients';
import type { Subject } from '../rules/rule';
import type { Start } from '../start';

/** Where a failure happened, as somebody calls it. */
export interface Place {
  readonly client: string | null;
  readonly os: string | null;
}

/** What the names of client and system tell of a failure. */
export function aboutPlace({ client, os }: Place): Partial<Subject> & { readonly client: Client | null } {
  const both = `${os ?? ''} ${client ?? ''}`;
  return {
    client: client === null ? null : clientNamed(client),
    platform: os === null ? null : platformNamed(os),
    isConfined: CONFINED.test(both),
    inContainer: CONTAINER.test(both),
    isExtension: EXTENSION.test(client ?? ''),
    hasTwoSides: platformsIn(both).length > 1,
  };
}

/** How people name a client, or a system, that keeps its programs apart. */
const CONFINED = /\b(?:flatpak|snap|sandbox(?:ed)?)\b/i;

const CONTAINER = /\b(?:docker|podman|compose|kubernetes|k8s|container)\b/i;

/** How people name the servers that a desktop client installs from a bundle. */
const EXTENSION = /\b(?:extensions?|mcpb|dxt)\b/i;

/**
 * What is known of where a start of a log was: whose log it is, what its paths are, and what somebody says of that around
 * any of its starts.
 */
export function aboutStart(
  { from, stderr }: Start,
  place: Place,
): Partial<Subject> & { readonly client: Client | null } {
  const told = aboutPlace(place);
  const client = clients.find(({ id }) => id === from.client) ?? told.client;
  const hasTwoSides = told.hasTwoSides === true || stderr.some(({ text }) => OTHER_SIDE.test(text));
  return { ...told, client, platform: told.platform ?? from.platform, hasTwoSides };
}

/** What VS Code says of itself in a report, where its window works on another machine. */
const OTHER_SIDE = /^[\s|>*-]{0,6}(?:Remote OS version|Remote authority|Remote Name)\b/i;

/** Where a pasted text says that it happened: where it answers just that, or else in what is told around. */
export function placeIn(starts: readonly Start[]): Place {
  const talks = starts.map(({ stderr }) => talkIn(stderr));
  const circumstances = talks.flatMap((talk) => talk.circumstances);
  const told = talks
    .flatMap(({ lines }) => [...lines].map(({ text }) => text))
    .filter((text) => !WORKS.test(text))
    .join('\n');
  const answers = circumstances.filter(({ name }) => OF_PLACE.test(name)).map(({ value }) => value);
  return {
    client: answers.find((value) => clientNamed(value) !== null) ?? clientIn(told),
    os: answers.find((value) => platformsIn(value).length > 0) ?? systemIn(told),
  };
}

/** Where it does work is another place. */
const WORKS = /\b(?:works|worked|working (?:fine|well|correctly))\b/;
const OF_PLACE = /^(?:(?:mcp )?(?:client|host)|app|ide|editor|os|operating|platform|system|environment)/;

/** The one client of which somebody tells by its whole name. */
function clientIn(told: string): string | null {
  const [only, ...others] = new Set((told.match(CLIENTS) ?? []).map((name) => clientNamed(name)?.name));
  return others.length === 0 ? (only ?? null) : null;
}

/** Names that are words as well. */
const WORDS: ReadonlySet<string> = new Set(['continue', 'goose', 'warp']);
const NAMES = named.filter(({ client }) => !WORDS.has(client.id)).map(({ name }) => name);
const CLIENTS = new RegExp(`(?<![\\w-])(?:${NAMES.join('|')})(?![\\w-])`, 'g');

/** The one system of which somebody tells. A container is no system of a client. */
function systemIn(told: string): string | null {
  const [system, ...others] = new Set(told.match(SYSTEMS) ?? []);
  return system !== undefined && others.length === 0 ? system : null;
}

const SYSTEMS = /\b(?:Windows|macOS|Mac ?OS|MacOS|Mac|Linux|Ubuntu|Debian|Fedora|WSL2?)\b/g;
