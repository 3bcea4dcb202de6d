import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { logFileName } from '../../src/core/client-log-file';
import { hideShapes } from '../../src/core/secrets/mask';
import { lastStartIn } from '../../src/node/client-log';

describe('the log that VS Code keeps of a server', () => {
  it('is named after the file that names the server, without what no file name has', () => {
    assert.equal(
      logFileName({ path: '/w/.vscode/mcp.json', folder: 1 }, 'a/b: c'),
      'mcpServer.mcp.config.ws1.ab c.log',
    );
    assert.equal(logFileName({ path: '/w/.mcp.json', folder: 0 }, 'a'), 'mcpServer.workspace-dot-mcp.0.a.log');
    assert.equal(
      logFileName({ path: '/home/u/.config/Code/User/mcp.json', folder: null }, 'a'),
      'mcpServer.mcp.config.usrlocal.a.log',
    );
    assert.equal(logFileName({ path: '/home/u/.cursor/mcp.json', folder: null }, 'a'), null);
    assert.equal(logFileName({ path: '/w/.cursor/mcp.json', folder: 0 }, 'a'), null);
  });

  describe('is read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'handshake-log-'));
    after(() => rmSync(folder, { recursive: true }));
    const logged = (name: string, text: string): string => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };
    const start = (at: string, line: string): string => `${at} [info] Connection state: Starting
${at} [warning] [server stderr] ${line}
${at} [info] Connection state: Error Process exited with code 1
`;

    it('from its end: the last start, with its time', async () => {
      const long = '2026-11-26 10:00:00.000 [warning] [server stderr] a line\n'.repeat(40_000);
      const path = logged(
        'long',
        long + start('2026-11-26 10:00:01.500', 'Error: first') + start('2026-11-26 10:00:02.500', 'Error: last'),
      );
      const last = await lastStartIn(path, hideShapes);
      assert.equal(last?.at, new Date(2026, 10, 26, 10, 0, 2, 500).getTime());
      assert.deepEqual(
        last.start.stderr.map(({ text }) => text).filter((text) => text !== ''),
        ['Error: last'],
      );
      assert.equal(last.start.outcome, 'ended');
    });

    it('and is nothing where there is no start, no time, or no file', async () => {
      assert.equal(await lastStartIn(logged('other', 'Error: of something else\n'), hideShapes), null);
      assert.equal(await lastStartIn(logged('empty', ''), hideShapes), null);
      assert.equal(await lastStartIn(join(folder, 'missing'), hideShapes), null);
      assert.equal(await lastStartIn(folder, hideShapes), null);
    });
  });
});
