// npm run pictures: remakes every picture in media/, and in out/pictures/ the same in other themes and narrow, to look at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { clearStage, folderWith, openStage } from '../test/ui/stage.mjs';

execFileSync(process.execPath, ['scripts/build.mjs', '--minify'], { stdio: 'inherit' });
mkdirSync('out/pictures', { recursive: true });

const demo = (name) => readFileSync(`demo/servers/${name}.mjs`, 'utf8');
const config = `{
  "servers": {
    "weather": {
      "command": "node",
      "args": ["weather.mjs"]
    },
    "remind": {
      "command": "demo-runner",
      "args": ["--quiet"]
    },
    "hangs": {
      "command": "node",
      "args": ["-e", "process.stdin.resume()"]
    }
  }
}
`;

const { editor } = await openStage({ viewport: { width: 1180, height: 560 }, scale: 2 });
try {
  const window = await editor.open(
    folderWith({ '.vscode/mcp.json': config, 'weather.mjs': demo('weather'), 'clock.mjs': demo('clock') }),
  );
  await window.openFile('.vscode/mcp.json', { line: 3, column: 7 });
  await window.inHost((vscode) => vscode.commands.executeCommand('workbench.action.closeSidebar').then(() => {}));

  const diagnose = async (server) => {
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    await window.quickInput.pick(server);
    const question = window.dialog(`Start the MCP server "${server}"?`);
    await question.waitFor();
    return question;
  };

  const first = await diagnose('weather');
  await window.screenshot('media/consent.png');
  await first.press('Start');
  await window.squiggles('mcp.json', 'error').first().waitFor();
  await window.webview().locator('body', { hasText: 'weather' }).waitFor();
  await window.screenshot('media/report.png');
  for (const theme of ['light', 'dark', 'high-contrast']) {
    await window.theme(theme);
    await window.screenshot(`out/pictures/report-${theme}.png`);
  }
  await window.theme('light');
  await window.page.setViewportSize({ width: 620, height: 560 });
  await window.screenshot('out/pictures/report-narrow.png');
  await window.page.setViewportSize({ width: 1180, height: 560 });
  await closeReport(window);
  await window.hover('mcp.json', 'weather', 'The server needs');
  await window.screenshot('media/squiggle.png');
  await window.page.mouse.move(5, 5);

  await (await diagnose('remind')).press('Start');
  await window.webview().locator('body', { hasText: 'Proven' }).waitFor();
  await window.notification('Diagnosing MCP server').waitUntilGone();
  await window.screenshot('media/proven.png');
  await closeReport(window);
  await window.openFile('.vscode/mcp.json', { line: 8, column: 22 });
  await window.quickFix('Use ');
  await window.screenshot('media/bulb.png');
  await window.page.keyboard.press('Escape');

  await (await diagnose('hangs')).press('Start');
  const progress = window.notification(/waiting for hangs \([1-9]/);
  await progress.waitFor();
  await window.screenshot('media/progress.png');
  await progress.cancel();
} finally {
  await editor.stop();
  clearStage();
}

async function closeReport(window) {
  await window.inHost((vscode) =>
    vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups').then(() => {}),
  );
}
