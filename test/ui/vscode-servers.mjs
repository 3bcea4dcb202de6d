// VS Code's own part: it starts a server itself, and what its output channel says of it.

/** Has VS Code start a server of the workspace's file. */
export const startByVsCode = (window, name) =>
  window.inHost(async (vscode, server) => {
    const run = vscode.commands.executeCommand(`workbench.mcp.startServer`, `mcp.config.ws0.${server}`, {
      autoTrustChanges: true,
    });
    await Promise.race([run, new Promise((tick) => setTimeout(tick, 5_000))]);
  }, name);

/** What the output channel of a server says, once it says this. */
export const outputOf = (window, name, expected) =>
  window.inHost(
    async (vscode, [server, words]) => {
      await vscode.commands.executeCommand('workbench.mcp.showOutput', `mcp.config.ws0.${server}`);
      const until = Date.now() + 20_000;
      for (;;) {
        const texts = vscode.workspace.textDocuments
          .filter(({ uri }) => uri.scheme === 'output')
          .map((document) => document.getText());
        const found = texts.find((text) => text.includes(words) && text.includes(`Starting server ${server}`));
        if (found) return found;
        if (Date.now() > until) throw new Error(`"${words}" never came: ${texts.join('\n---\n').slice(0, 2_000)}`);
        await new Promise((tick) => setTimeout(tick, 100));
      }
    },
    [name, expected],
  );
