import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Artefact } from '@clinical/contracts';
import type { BlobStore } from './blobs.ts';

export const INLINE_MAX_BYTES = 512 * 1024;

/**
 * JSON text as an artefact: inline while it is small, else by claim check. The blob's name is given by the caller and
 * deterministic, so that a repeated try overwrites its own.
 */
export async function inlineOrBlob(
  json: string,
  blobs: BlobStore,
  at: { readonly job: string; readonly name: string },
  inlineMaxBytes: number = INLINE_MAX_BYTES,
): Promise<Artefact> {
  if (Buffer.byteLength(json) <= inlineMaxBytes) return { inline: json, blob: null };
  return { inline: null, blob: await blobs.put(at.job, at.name, 'application/json', Readable.from([json])) };
}

/** The JSON text of an artefact, wherever it is. */
export async function readArtefact(artefact: Artefact, blobs: BlobStore): Promise<string> {
  if (artefact.inline !== null) return artefact.inline;
  if (artefact.blob === null) throw new TypeError('An artefact is inline or a blob');
  return text(await blobs.read(artefact.blob));
}
