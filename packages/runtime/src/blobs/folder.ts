import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { BlobDamagedError, BlobMissingError, type BlobStore } from './blobs.ts';

const PART = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** Blobs as files of one folder, which all services share. */
export function folderBlobStore(folder: string): BlobStore {
  const pathOf = (key: string): string => {
    const parts = key.split('/');
    if (parts.length !== 2 || !parts.every((part) => PART.test(part))) throw new TypeError('Not a blob key');
    return join(folder, ...parts);
  };

  const store: BlobStore = {
    async put(job, name, mediaType, content) {
      const key = `${job}/${name}`;
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      const partial = `${path}.${randomUUID()}.partial`;
      const meter = new Meter();
      try {
        await pipeline(content, meter, createWriteStream(partial, { flags: 'wx', mode: 0o600 }));
        await flush(partial);
        await rename(partial, path);
      } catch (error) {
        await rm(partial, { force: true });
        await rmdir(dirname(partial)).catch(() => {});
        throw error;
      }
      return { key, sha256: meter.digest(), bytes: meter.bytes, media_type: mediaType };
    },

    async read(ref) {
      const path = pathOf(ref.key);
      await stat(path).catch((cause: NodeJS.ErrnoException) => {
        throw cause.code === 'ENOENT' ? new BlobMissingError('The blob is not there', { cause }) : cause;
      });
      const meter = new Meter(ref);
      const file = createReadStream(path);
      file.on('error', (error) => meter.destroy(error));
      meter.on('close', () => file.destroy());
      return file.pipe(meter);
    },

    async file(ref) {
      for await (const _ of await store.read(ref));
      return { path: pathOf(ref.key), [Symbol.asyncDispose]: async () => {} };
    },

    async delete(ref) {
      const path = pathOf(ref.key);
      await rm(path, { force: true });
      await rmdir(dirname(path)).catch(() => {});
    },

    async deleteJob(job) {
      await rm(dirname(pathOf(`${job}/any`)), { recursive: true, force: true });
    },
  };
  return store;
}

/** A rename is only as durable as what it points to. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Counts and hashes what passes, and compares with a reference where one is given. */
class Meter extends Transform {
  bytes = 0;
  readonly #hash = createHash('sha256');
  readonly #expected: { sha256: string; bytes: number } | null;
  #digest: string | null = null;

  constructor(expected: { sha256: string; bytes: number } | null = null) {
    super();
    this.#expected = expected;
  }

  digest(): string {
    this.#digest ??= this.#hash.digest('hex');
    return this.#digest;
  }

  override _transform(chunk: Buffer, _encoding: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    this.#hash.update(chunk);
    done(null, chunk);
  }

  override _flush(done: (error?: Error | null) => void): void {
    const expected = this.#expected;
    const damaged = expected !== null && (expected.bytes !== this.bytes || expected.sha256 !== this.digest());
    done(damaged ? new BlobDamagedError('The blob is not what was put') : null);
  }
}
