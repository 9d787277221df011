import { buffer } from 'node:stream/consumers';
import type { BlobRef, Submission } from '@clinical/contracts';
import { BlobDamagedError, BlobMissingError, type BlobStore, PermanentError } from '@clinical/runtime';
import { badInput } from './parse/bad-input.ts';

/** The text of a submission, inline or from the blob store; at most `maxBytes` are read into memory. */
export async function textOf(submission: Submission, blobs: BlobStore, maxBytes: number): Promise<string> {
  if (submission.content !== null) return submission.content;
  const ref = blobOf(submission);
  if (ref.bytes > maxBytes) throw new PermanentError('content_too_large', `The text is larger than ${maxBytes} bytes.`);
  const bytes = await readingBlob(async () => buffer(await blobs.read(ref)));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PermanentError('text_not_utf8', 'The text is not in UTF-8.');
  }
}

/** The claim check of a submission that must have one. */
export function blobOf(submission: Submission): BlobRef {
  if (submission.blob === null) throw badInput('content_missing', 'The submission has no content.');
  return submission.blob;
}

/** What is gone or damaged in the store stays so; everything else may be tried again. */
export async function readingBlob<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof BlobMissingError) throw badInput('content_missing', 'The content is no longer there.');
    if (cause instanceof BlobDamagedError) {
      throw new PermanentError('content_damaged', 'The stored content is damaged.', { cause, retryable: true });
    }
    throw cause;
  }
}
