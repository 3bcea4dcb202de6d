import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'docker-image-unavailable',
  label: 'docker-image-unavailable',
  cause: 'docker-image-unavailable',
  stage: 'fetch',
  reads: ['docker-image-refused'],
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing', 'remote-auth-missing', 'invalid-setting-value'],
  messages: {
    named:
      'The image {image} cannot be had: there is none of that name, or it may not be fetched without a login. Correct its name, sign in with `docker login`, or build it here.',
    default:
      'The image cannot be had: there is none of that name, or it may not be fetched with this login. Correct its name, or sign in with `docker login`.',
  },
  match: ({ facts, entry }, say) =>
    facts.all('docker-image-refused').map(({ image, evidence }) => {
      const span = entry?.args.find(({ safe }) => image !== null && safe.startsWith(image))?.span ?? null;
      const more = { span, evidence: [evidence] };
      return image === null ? say('default', {}, more) : say('named', { image }, more);
    }),
});

export const page: Page = {
  title: 'The image cannot be fetched',
  what: 'Docker does not have the image here, asked the registry for it, and was refused.',
  why: 'The name is misspelt, the image was only ever built on another machine, it is private, or a stale login is sent along (that hurts for public images, too).',
  remedy:
    'Try `docker pull IMAGE` in a terminal. Correct the name, `docker login` or `docker logout` for the registry, or build the image from its repository.',
  exceptions: 'An image without a build for this processor is another cause.',
};

const died = { exit: { code: 125, signal: null } };

export const examples: Examples = () => [
  {
    name: 'no such image',
    fires: true,
    given: {
      ...died,
      stderr:
        "Unable to find image 'acme/mcp:latest' locally\ndocker: Error response from daemon: pull access denied for acme/mcp, repository does not exist or may require 'docker login'",
    },
    params: { image: 'acme/mcp' },
  },
  {
    name: 'a stale login',
    fires: true,
    given: { ...died, stderr: 'Error response from daemon: login: unauthorized: authentication required' },
  },
  { name: 'progress', fires: false, given: { silent: true, stderr: "Unable to find image 'acme/mcp:latest' locally" } },
];
