import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forbiddenImports } from './layers';
import type { Metafile } from './layers';

const read = (name: string): Metafile => JSON.parse(readFileSync(join('out/meta', `${name}.json`), 'utf8'));

describe('layers', () => {
  it('hold in what the bundler saw', () => {
    const { inputs } = read('node');
    assert.ok(
      Object.keys(inputs).filter((file) => file.startsWith('src/core/')).length > 40,
      'the metafile is there and full',
    );
    assert.deepEqual(forbiddenImports(read('node')), []);
  });

  it('hold in the browser, where nothing of Node is', () => {
    const { inputs } = read('browser');
    assert.ok('src/editor/language/browser.ts' in inputs);
    assert.deepEqual(
      Object.keys(inputs).filter((file) => /^src\/(node|cli|editor\/probing)\//.test(file)),
      [],
    );
  });

  it('are seen to be broken where they are', () => {
    const planted = (from: string, to: string): Metafile => ({ inputs: { [from]: { imports: [{ path: to }] } } });
    const violations = [
      planted('src/core/a.ts', 'node:fs'),
      planted('src/core/a.ts', 'vscode'),
      planted('src/core/a.ts', 'src/node/b.ts'),
      planted('src/node/a.ts', 'src/editor/b.ts'),
      planted('src/node/a.ts', 'vscode'),
      planted('src/cli/a.ts', 'src/editor/b.ts'),
      planted('src/editor/a.ts', 'src/cli/b.ts'),
      planted('src/core/rules/a.ts', 'src/core/rules/b.ts'),
      planted('src/editor/language/a.ts', 'src/node/b.ts'),
    ];
    for (const violation of violations) assert.equal(forbiddenImports(violation).length, 1, JSON.stringify(violation));
  });

  it('load nothing at start-up but a name check', () => {
    const bundle = readFileSync('dist/extension.js', 'utf8');
    const loaded = [...bundle.matchAll(/^\/\/ (src\/\S+)$/gm)].map(([, file]) => file ?? '');
    assert.ok(loaded.includes('src/editor/extension.ts'));
    assert.deepEqual(
      loaded.filter(
        (file) =>
          !/^src\/(editor\/(extension|disposables|own-fault)|core\/clients\/[\w.-]+|core\/text)\.ts$/.test(file),
      ),
      [],
    );
  });
});
