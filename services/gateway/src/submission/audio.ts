import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { BlobRef } from '@clinical/contracts';
import type { BlobStore } from '@clinical/runtime';
import { fileTypeFromBuffer } from 'file-type';
import { HttpProblem } from '../http/problems.ts';
import { atMost } from './limits.ts';
import { audioType, essence, isAudio } from './media-types.ts';

/** As much as file-type looks at. */
const HEAD_BYTES = 4100;

/**
 * Streams a recording into the blob store; what is too large or no audio leaves nothing behind. Its type is what its
 * first bytes say, not what the client says.
 */
export async function storeAudio(
  source: Readable,
  job: string,
  limitBytes: number,
  blobs: BlobStore,
): Promise<BlobRef> {
  const limited = atMost(limitBytes);
  source.on('error', (error) => limited.destroy(error));
  source.pipe(limited);
  const chunks = limited[Symbol.asyncIterator]() as AsyncIterator<Buffer, undefined>;
  try {
    const head = await readHead(chunks);
    const found = await fileTypeFromBuffer(head);
    const type = found === undefined ? null : essence(found.mime);
    if (type === null)
      throw new HttpProblem('invalid_audio', { detail: 'Its first bytes are those of no known format.' });
    if (!isAudio(type))
      throw new HttpProblem('unsupported_media_type', { detail: 'Its first bytes are not those of audio.' });
    const whole = Readable.from(rejoin(head, chunks), { objectMode: false });
    return await blobs.put(job, `audio-${randomUUID()}`, audioType(type), whole);
  } catch (error) {
    source.unpipe(limited);
    limited.destroy();
    if (error instanceof HttpProblem) throw error;
    // The client went away, or its connection did.
    if (source.errored !== null || !source.readableEnded) throw new HttpProblem('malformed_request', { cause: error });
    throw new HttpProblem('storage_unavailable', { cause: error });
  }
}

async function readHead(chunks: AsyncIterator<Buffer, undefined>): Promise<Buffer> {
  let head: Buffer = Buffer.alloc(0);
  while (head.length < HEAD_BYTES) {
    const { done, value } = await chunks.next();
    if (done) break;
    head = head.length === 0 ? value : Buffer.concat([head, value]);
  }
  return head;
}

async function* rejoin(head: Buffer, chunks: AsyncIterator<Buffer, undefined>): AsyncGenerator<Buffer> {
  yield head;
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
}
