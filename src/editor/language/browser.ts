import { Disposables } from '../disposables';
import { startLanguage } from './index';
import type { ExtensionContext } from 'vscode';

/** The extension where there is no Node: in a browser nothing can be started, so files are linted and no more. */
export function activate(context: ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  startLanguage(owned);
}
