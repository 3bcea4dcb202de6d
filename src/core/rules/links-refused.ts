import { editorOf } from '../edit';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'links-refused',
  label: 'install-build-failure',
  cause: 'build-or-system-tool-missing',
  stage: 'fetch',
  reads: ['uv-link-refused'],
  messages: {
    default:
      'uv could not link what it had fetched into the environment of the server: the disk, or what synchronises it, takes no such links. Set UV_LINK_MODE to `copy` in `env`.',
  },
  match: ({ facts, file, entry }, say) =>
    facts
      .all('uv-link-refused')
      .map(({ evidence }) =>
        say(
          'default',
          {},
          { confidence: 'likely', evidence: [evidence], fixes: file && entry ? [useCopies(file, entry)] : [] },
        ),
      ),
});

function useCopies(file: ConfigFile, entry: ServerEntry): Fix {
  return {
    id: 'use-copies',
    title: safe('Set UV_LINK_MODE to copy'),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).setProperties(file, [...entry.path, entry.keys.env], { UV_LINK_MODE: 'copy' }),
    trying: 'start',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'The disk takes no links',
  what: 'uv keeps each package once and links its files into every environment. Here the system refused the link, and the installation ended.',
  why: 'The cache or the project is in a folder that OneDrive or its like keeps in step, on a network drive, or on another disk.',
  remedy: 'Set `UV_LINK_MODE` to `copy` in `env`: uv copies the files then. Or move its cache (`UV_CACHE_DIR`).',
  exceptions: 'That uv falls back to copies by itself is a warning and no failure.',
};

const died = { exit: { code: 2, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a folder that is kept in step',
    fires: true,
    given: {
      ...died,
      stderr:
        'error: Failed to install: acme-0.4.0-py3-none-any.whl (acme==0.4.0)\n  Caused by: failed to hardlink file from C:\\c\\archive-v0\\x\\a.py to C:\\c\\builds-v0\\y\\a.py: The cloud operation cannot be performed on a file with incompatible hardlinks. (os error 396)',
    },
    says: 'UV_LINK_MODE',
  },
  {
    name: 'it copies by itself',
    fires: false,
    given: {
      ...died,
      stderr:
        'warning: Failed to hardlink files; falling back to full copy. This may lead to degraded performance.\nerror: something else',
    },
  },
];
