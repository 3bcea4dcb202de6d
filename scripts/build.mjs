// Builds everything that runs: the extension and its lazily loaded halves, the browser entry, the command line, the tests.
//   node scripts/build.mjs [--tests] [--minify]
// The metafiles land in out/meta/ for the test that guards the layers.
import { build } from 'esbuild';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is loaded only when it is needed: `import('…')` or `require('…')` of one of these is a `require` of its own bundle. */
const halves = {
  language: 'src/editor/language/index.ts',
  probing: 'src/editor/probing/index.ts',
  pages: 'src/core/rules/pages.gen.ts',
  schemas: 'src/node/schemas.ts',
  remote: 'src/node/remote-probe.ts',
  parsers: 'src/core/config/parsers.ts',
};

const files = (folder, suffix) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => name.endsWith(suffix))
    .map((name) => join(folder, name));

const lazyHalves = {
  name: 'lazy-halves',
  setup({ onResolve, resolve: resolveImport }) {
    onResolve({ filter: /^\./ }, async (args) => {
      if (!['dynamic-import', 'require-call'].includes(args.kind) || args.pluginData === 'seen') return undefined;
      const { path } = await resolveImport(args.path, {
        resolveDir: args.resolveDir,
        kind: args.kind,
        pluginData: 'seen',
      });
      const half = Object.entries(halves).find(([, file]) => resolve(root, file) === path)?.[0];
      if (!half && args.kind === 'require-call') return undefined; // a library's own
      if (!half)
        throw new Error(
          `${relative(root, args.importer)} imports ${args.path} lazily, which scripts/build.mjs does not list`,
        );
      return { path: `./${half}.js`, external: true };
    });
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'node20',
  // jsonc-parser's CommonJS build hides its parts from a bundler.
  mainFields: ['module', 'main'],
  sourcemap: true,
  metafile: true,
  minify: process.argv.includes('--minify'),
  logLevel: 'warning',
  // `import()` in a CommonJS bundle would go through Node's ESM loader, which VS Code's `vscode` module does not pass.
  supported: { 'dynamic-import': false },
};

const bundles = {
  node: {
    platform: 'node',
    entryPoints: { extension: 'src/editor/extension.ts', cli: 'src/cli/main.ts', ...halves },
    outdir: 'dist',
    external: ['vscode'],
    plugins: [lazyHalves],
  },
  browser: {
    platform: 'browser',
    entryPoints: { browser: 'src/editor/language/browser.ts' },
    outdir: 'dist',
    external: ['vscode'],
  },
};
if (process.argv.includes('--tests')) {
  bundles.tests = {
    platform: 'node',
    entryPoints: files('test', '.ts'),
    outdir: 'out/test',
    outbase: 'test',
    external: ['vscode', 'mocha', 'playwright-core', '@vscode/test-electron', 'esbuild'],
    sourcemap: 'inline',
    minify: false,
  };
}

for (const folder of ['dist', 'out/test', 'out/meta']) rmSync(join(root, folder), { recursive: true, force: true });
mkdirSync(join(root, 'out/meta'), { recursive: true });
await Promise.all(
  Object.entries(bundles).map(async ([name, options]) => {
    const { metafile } = await build({ ...common, ...options });
    writeFileSync(join(root, `out/meta/${name}.json`), JSON.stringify(metafile));
  }),
);
