import assert from 'node:assert/strict';
import { maskedText } from '../../src/core/config/masked-text';
import { parseConfig } from '../../src/core/config/parse';

const files: Record<string, string> = {
  '/w/.vscode/mcp.json': `{
  // "OLD_KEY": "hunter2-commented", plain words stay
  "inputs": [{ "id": "k", "type": "promptString", "default": "hunter2-default" }],
  "servers": {
    "a": {
      "command": "npx", "args": ["-y", "pkg", "--token=hunter2", "--api-key", "hunter2-é\\u0041\\n", "https://u:hunter2@h/x?k=hunter2z"],
      "env": { "K": "hunter2", "LONG_NAME_OF_A_KEY": "hunter2", "MODE": "hunter2-mode", "PORT": "3000", "ASKED": "\${input:k}", "FOLDER": "/w/x" },
      "unknown": { "deep": ["hunter2-deep", 123456789, true] }
    },
    "b": { "url": "https://h/mcp?token=hunter2-query", "headers": { "Authorization": "Bearer hunter2-header" } }
  }
}`,
  '/w/.codex/config.toml': `# key = "hunter2-commented"
[mcp_servers.a]
command = 'npx'
args = ["--token", 'hunter2-arg']
note = """
hunter2-first
hunter2-second"""
[mcp_servers.a.env]
API_KEY = "hunter2-key" # was 'hunter2'
`,
  '/w/.continue/mcpServers/a.yaml': `mcpServers:
  - name: a
    command: npx
    args: [--token, hunter2-arg]
    env:
      API_KEY: hunter2-key
      PEM: |
        hunter2-first
        hunter2-second
      LAST: "hunter2-last"
    cwd: /w
`,
};

for (const [path, text] of Object.entries(files))
  describe(`what is shown of ${path}`, () => {
    const file = parseConfig(path, text);

    it('has no value that was set', () => {
      assert.doesNotMatch(maskedText(file, 'tokens'), /hunter2/);
      assert.match(maskedText(file, 'tokens'), /‹env (?:K|API_KEY)›/);
    });

    it('and kept in a record, has every place where it was, and says the same once more', () => {
      const kept = maskedText(file, 'same-places');
      assert.doesNotMatch(kept, /hunter2/);
      assert.equal(kept.length, text.length);
      assert.deepEqual(
        kept.split('\n').map((line) => line.length),
        text.split('\n').map((line) => line.length),
      );
      const again = parseConfig(path, kept);
      assert.deepEqual(again.problems, []);
      const said = (of: typeof file) =>
        of.maps.flatMap(({ servers }) =>
          servers.map(({ command, args, env, url, headers, nameSpan, span }) => ({
            shown: [command, ...args, url, ...[...env, ...headers].map(({ value }) => value)].map(
              (value) => value?.safe,
            ),
            places: [nameSpan, span, ...args.map((arg) => arg.span), ...env.map(({ value }) => value?.span)],
          })),
        );
      assert.deepEqual(said(again), said(file));
    });
  });
