import { linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Identity, identify, isAlive } from './identity.ts';

/** A lock file that names its holder; a dead holder's lock is taken over. Released by disposing. */
export class LockFile implements Disposable {
  readonly #path: string;

  private constructor(path: string) {
    this.#path = path;
  }

  /** The live holder of the lock, if any. */
  static holder(path: string): Identity | undefined {
    try {
      const holder: Identity = JSON.parse(readFileSync(path, 'utf8'));
      return isAlive(holder) ? holder : undefined;
    } catch {
      return undefined;
    }
  }

  /** Takes the lock, or returns undefined when a live process (this one included) holds it. */
  static tryAcquire(path: string): LockFile | undefined {
    const mine = `${path}.${process.pid}`;
    writeFileSync(mine, JSON.stringify(identify(process.pid)));
    try {
      for (;;) {
        try {
          linkSync(mine, path); // the content is there the moment the name is
          return new LockFile(path);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
          if (LockFile.holder(path)) return undefined;
          discard(path);
        }
      }
    } finally {
      unlinkSync(mine);
    }
  }

  /** Takes the lock, waiting for its present holder to release it or die. */
  static async acquire(path: string, onWait?: (holder: Identity) => void): Promise<LockFile> {
    for (let told = false; ; ) {
      const lock = LockFile.tryAcquire(path);
      if (lock) return lock;
      const holder = LockFile.holder(path);
      if (holder && !told) {
        told = true;
        onWait?.(holder);
      }
      await sleep(200);
    }
  }

  [Symbol.dispose](): void {
    try {
      unlinkSync(this.#path);
    } catch {
      // Someone removed the folder: the lock is gone with it.
    }
  }
}

/** Removes a dead holder's lock by renaming it first, so that of two takers only one removes it. */
function discard(path: string): void {
  const stale = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, stale);
    unlinkSync(stale);
  } catch {
    // The other taker was faster.
  }
}
