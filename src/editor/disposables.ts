import type { Disposable } from 'vscode';

/** Owns what must be disposed of: everything is added in the line that makes it. */
export class Disposables implements Disposable {
  readonly #owned: Disposable[] = [];

  add<Owned extends Disposable>(disposable: Owned): Owned {
    this.#owned.push(disposable);
    return disposable;
  }

  dispose(): void {
    for (const disposable of this.#owned.splice(0).toReversed()) disposable.dispose();
  }
}
