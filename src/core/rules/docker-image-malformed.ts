import { dockerRun } from '../deduce/docker-run';
import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'docker-image-malformed',
  label: 'docker-image-unavailable',
  cause: 'docker-image-unavailable',
  stage: 'entry',
  reads: ['entry', 'ready'],
  precludesStart: true,
  over: ['docker-image-unavailable'],
  messages: {
    default:
      '{image} is no name of an image: Docker takes none with an address, or with `@` in front of a version. Write {right}.',
    capitals: '{image} has capitals in front of its version, and Docker takes none there. Write {right}.',
  },
  match: ({ facts, entry, file }, say) => {
    const image = entry?.transport === 'stdio' && !facts.first('ready') ? dockerRun(entry)?.image : null;
    const right = image ? rightName(image.raw.reveal()) : null;
    if (!entry || !image || right === null) return [];
    const edits = file?.problems.length === 0 ? [replaceText(image, right)] : [];
    const fixes = entryFix(entry, 'write-image', fill('Write {right}', { right: entry.mask(right) }), edits);
    const more = { span: image.span, evidence: [{ kind: 'entry', line: null, text: image.safe }], fixes } as const;
    const params = { image: image.safe, right: entry.mask(right) };
    return [say(/^[\w./:-]+$/.test(image.safe) && !image.safe.includes('://') ? 'capitals' : 'default', params, more)];
  },
});

/** The name as Docker takes it; null where it may be one. Source: the grammar of references, `distribution/reference`. */
function rightName(name: string): string | null {
  const [, address] = /^https?:\/\/(.+?)\/?$/.exec(name) ?? [];
  if (address !== undefined) return address;
  const [, repository, version] = /^([a-z0-9][\w./-]*)@(?!sha\d)([\w.-]+)$/.exec(name) ?? [];
  if (repository !== undefined && version !== undefined) return `${repository}:${version}`;
  const [, before = '', tag = ''] = /^([\w.-]+(?::\d+)?(?:\/[\w.-]+)+)(:[\w.-]+)?$/.exec(name) ?? [];
  return /[A-Z]/.test(before) ? before.toLowerCase() + tag : null;
}

export const page: Page = {
  title: 'No name of an image',
  what: 'Docker refuses the name of the image before it looks for it: “invalid reference format”.',
  why: 'The address of a web page stands in its place, a version as npm writes it (`@latest`), or the name has capitals.',
  remedy: 'A name is `host/owner/image:version`, in small letters up to the colon.',
  exceptions: 'A digest stands behind `@sha256:`.',
};

const run = (image: string) => ({
  config: JSON.stringify({ servers: { a: { command: 'docker', args: ['run', '-i', '--rm', image] } } }),
});

export const examples: Examples = () => [
  { name: 'a version of npm', fires: true, given: run('acme/mcp@latest'), params: { right: 'acme/mcp:latest' } },
  { name: 'an address', fires: true, given: run('https://ghcr.io/acme/mcp'), params: { right: 'ghcr.io/acme/mcp' } },
  { name: 'capitals', fires: true, given: run('Acme/MCP:V2'), params: { right: 'acme/mcp:V2' } },
  { name: 'an image', fires: false, given: run('ghcr.io/acme/mcp:V2') },
  {
    name: 'a digest',
    fires: false,
    given: run('acme/mcp@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  },
];
