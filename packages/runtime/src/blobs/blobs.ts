import type { Readable } from 'node:stream';
import type { BlobRef } from '@clinical/contracts';

/** The content is not there: deleted, or never stored. */
export class BlobMissingError extends Error {
  override readonly name = 'BlobMissingError';
}

/** What is there is not what was put. */
export class BlobDamagedError extends Error {
  override readonly name = 'BlobDamagedError';
}

/**
 * Large things, by claim check. A key belongs to one job (`<job id>/<name>`), so erasing a job erases its blobs.
 * Nothing here holds a whole content in memory.
 */
export interface BlobStore {
  /** Streams into the store; it appears there whole or not at all. Hash and size are of the plain content. */
  put(job: string, name: string, mediaType: string, content: Readable): Promise<BlobRef>;
  /** The content as a stream, which fails at its end with BlobDamagedError where the hash differs. */
  read(ref: BlobRef): Promise<Readable>;
  /**
   * A verified local copy to hand to programs that want a file; it lives until the scope ends
   * (`await using file = ...`).
   */
  file(ref: BlobRef): Promise<{ readonly path: string } & AsyncDisposable>;
  /** Removes one content, or everything of a job; what is not there is no error. */
  delete(ref: BlobRef): Promise<void>;
  deleteJob(job: string): Promise<void>;
}
