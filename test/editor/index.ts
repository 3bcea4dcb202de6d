import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Mocha from 'mocha';

/** VS Code calls this inside its extension host. */
export async function run(): Promise<void> {
  const tally = resolve(__dirname, '../../../test/tally.cjs');
  const mocha = new Mocha({ timeout: 20_000, color: true, reporter: tally });
  for (const file of readdirSync(__dirname).filter((name) => name.endsWith('.test.js')))
    mocha.addFile(join(__dirname, file));
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} failed`);
}
