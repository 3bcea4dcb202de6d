// npm run pictures: remakes every picture in media/, and in out/pictures/ each state in each theme, with a contact sheet of
// them all to look at.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { clearStage, folderWith, openStage } from '../test/ui/stage.mjs';

const OUT = 'out/pictures/sheet';
const THEMES = ['light', 'dark', 'high-contrast', 'high-contrast-light'];
const WIDE = { width: 1180, height: 640 };

execFileSync(process.execPath, ['scripts/build.mjs', '--minify'], { stdio: 'inherit' });
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

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
    "clock": {
      "command": "node",
      "args": ["clock.mjs"]
    },
    "notes": {
      "comand": "node"
    },
    "hangs": {
      "command": "node",
      "args": ["-e", "process.stdin.resume()"]
    }
  }
}
`;

const { editor } = await openStage({ viewport: WIDE, scale: 2 });
try {
  const window = await editor.open(
    folderWith({ '.vscode/mcp.json': config, 'weather.mjs': demo('weather'), 'clock.mjs': demo('clock') }),
  );
  const { page } = window;
  await window.openFile('.vscode/mcp.json', { line: 3, column: 7 });
  await window.inHost((vscode) => vscode.commands.executeCommand('workbench.action.closeSidebar').then(() => {}));
  const lens = (text) => page.locator('.codelens-decoration a', { hasText: text }).first();
  const section = (server) =>
    window
      .webview()
      .locator('section')
      .filter({ has: window.webview().locator('h2', { hasText: server }) })
      .first();

  /** The same state in every theme. */
  const inThemes = async (state) => {
    for (const theme of THEMES) {
      await window.theme(theme);
      await window.screenshot(`${OUT}/${state}-${theme}.png`);
    }
    await window.theme('light');
  };

  await lens('Diagnose all 5 servers').waitFor();
  await inThemes('first');
  await window.screenshot('media/first.png');

  await lens('Diagnose all 5 servers').click();
  await window.quickInput.widget.getByText('Start 4 MCP servers?').waitFor();
  await inThemes('consent');
  await window.screenshot('media/consent.png');
  await page.keyboard.press('Enter');

  await section('hangs')
    .getByText(/checking… \d/)
    .waitFor();
  await section('remind').getByText('Proven').waitFor();
  await lens(/1 tool/).waitFor();
  await lens('needs WEATHER_API_KEY').waitFor();
  await inThemes('running');
  await window.screenshot('media/progress.png');
  await window.notification(/waiting for hangs/).cancel();
  await section('hangs').getByText('not checked').waitFor();
  await window.inHost((vscode) => vscode.commands.executeCommand('notifications.clearAll').then(() => {}));

  await inThemes('report');
  await window.screenshot('media/report.png');
  await section('remind').evaluate((element) => element.scrollIntoView());
  await window.screenshot('media/proven.png');
  await inThemes('proven');
  await page.setViewportSize({ width: 900, height: 640 });
  await inThemes('at-900');
  await page.setViewportSize({ width: 640, height: 640 });
  await inThemes('at-300');
  await page.setViewportSize(WIDE);
  await window.inHost((vscode) =>
    vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups').then(() => {}),
  );

  await window.hover('mcp.json', 'weather', 'needs WEATHER_API_KEY');
  await window.screenshot('media/squiggle.png');
  for (const theme of THEMES) {
    await window.theme(theme);
    await page.mouse.move(5, 5);
    await window.hover('mcp.json', 'weather', 'needs WEATHER_API_KEY');
    await window.screenshot(`${OUT}/hover-${theme}.png`);
  }
  await window.theme('light');
  await page.mouse.move(5, 5);

  await window.openFile('.vscode/mcp.json', { line: 8, column: 22 });
  await window.quickFix('Use ');
  await inThemes('bulb');
  await window.screenshot('media/bulb.png');
  await page.keyboard.press('Escape');

  await window.inHost(async (vscode) => {
    const { document } = vscode.window.activeTextEditor;
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, document.positionAt(document.getText().indexOf('"weather.mjs"')), '"--trace", ');
    await vscode.workspace.applyEdit(change);
  });
  await lens('changed since').waitFor();
  await inThemes('stale');

  await contactSheet(page, [
    'first',
    'consent',
    'running',
    'report',
    'proven',
    'at-900',
    'at-300',
    'hover',
    'bulb',
    'stale',
  ]);
} finally {
  await editor.stop();
  clearStage();
}

/** All states in all themes on one picture. */
async function contactSheet(page, states) {
  const picture = (state, theme) =>
    `<td><img src="data:image/png;base64,${readFileSync(`${OUT}/${state}-${theme}.png`).toString('base64')}"></td>`;
  const rows = states.map(
    (state) => `<tr><th>${state}</th>${THEMES.map((theme) => picture(state, theme)).join('')}</tr>`,
  );
  const sheet = await page.context().newPage();
  const style =
    'body{margin:8px;font:14px sans-serif}img{width:560px;display:block;border:1px solid #888}th{text-align:left}';
  await sheet.setContent(`<style>${style}</style><table>${rows.join('')}</table>`);
  await sheet.screenshot({ path: 'out/pictures/contact-sheet.png', fullPage: true });
  await sheet.close();
}
