// Packages the extension as it is published. What it packs has to be built before: node scripts/build.mjs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HumanError, runCommand } from './command.mjs';

/**
 * @param {{ root?: string }} [options]
 * @returns {Promise<string>} path of the package
 */
export async function packExtension({ root = fileURLToPath(new URL('../..', import.meta.url)) } = {}) {
  if (!existsSync(join(root, 'dist'))) throw new HumanError('There is no dist/ yet. Run `npm run build` first.');
  const vsix = join(root, 'out', 'mcp-handshake.vsix');
  mkdirSync(dirname(vsix), { recursive: true });
  const vsce = createRequire(join(root, 'package.json')).resolve('@vscode/vsce/vsce');
  // Everything is bundled: no dependency has to travel along.
  const args = [vsce, 'package', '--no-dependencies', '--out', vsix];
  // Links of the README stay relative: there is no public address yet that they could lead to.
  args.push('--allow-missing-repository', '--no-rewrite-relative-links', '--readme-path', readmeWithoutPictures(root));
  await runCommand(process.execPath, args, { cwd: root, doing: 'packaging the extension' });
  return vsix;
}

/**
 * The README without its pictures: the page of an extension shows none but those that have a public address, not even such
 * as are packaged, and there is no address yet.
 */
function readmeWithoutPictures(root) {
  const text = readFileSync(join(root, 'README.md'), 'utf8').replace(/^!\[.*\]\(media\/.*\)\n\n/gm, '');
  writeFileSync(join(root, 'out', 'README.md'), text);
  return join('out', 'README.md');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await packExtension());
