/**
 * Whether a file of that kind lies on the side of a remote window on which we run, which is where its folder is. A user's
 * own file is on the other side then: its servers are started there, and what is installed here says nothing of them.
 */
export function isOurSide(scheme: string, remoteName: string | undefined): boolean {
  return scheme === 'file' || (scheme === 'vscode-userdata' && remoteName === undefined);
}
