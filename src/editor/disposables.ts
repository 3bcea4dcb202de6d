import type { Disposable } from 'vscode';

/** Owns what must be disposed of: everything is added in the line that makes it. */
export class Disposables implements Disposable {
  readonly #owned = new Set<Disposable>();

  add<Owned extends Disposable>(disposable: Owned): Owned {
    this.#owned.add(disposable);
    return disposable;
  }

  /** Disposes of one thing before its time. */
  release(disposable: Disposable): void {
    if (this.#owned.delete(disposable)) disposable.dispose();
  }

  dispose(): void {
    for (const disposable of [...this.#owned].toReversed()) this.release(disposable);
  }
}
