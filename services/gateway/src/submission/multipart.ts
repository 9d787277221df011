import type { Readable } from 'node:stream';
import type { BlobRef } from '@clinical/contracts';
import type { BlobStore } from '@clinical/runtime';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { HttpProblem } from '../http/problems.ts';
import { invalidRequest } from '../http/validation.ts';
import { storeAudio } from './audio.ts';
import { audioDraft, type Draft, SubmissionOptions, textDraft } from './draft.ts';
import { atMost, collect } from './limits.ts';
import { type ContentKind, contentKind } from './media-types.ts';
import { decodeText } from './text.ts';

export interface UploadLimits {
  readonly textBytes: number;
  readonly audioBytes: number;
}

/** Fields, boundaries and headers of parts beside the file. */
const FORM_OVERHEAD_BYTES = 64 * 1024;

type FilePart =
  | { readonly kind: 'audio'; readonly ref: BlobRef }
  | { readonly kind: Exclude<ContentKind, 'audio'>; readonly text: string };

/**
 * A form with one `file` or one `text`, and options, in any order. The file is streamed while it comes in: audio to the
 * blob store, text to memory up to its limit.
 */
export async function draftOfForm(
  source: Readable,
  contentType: string,
  job: string,
  deps: { readonly limits: UploadLimits; readonly blobs: BlobStore; readonly audio: boolean },
): Promise<Draft> {
  const { limits, blobs } = deps;
  const parser = busboy(contentType, limits);
  const fields = new Map<string, string>();
  let file: Promise<FilePart> | null = null;
  const parsed = new Promise<void>((resolve, reject) => {
    parser.on('field', (name, value, nameTruncated, valueTruncated) => {
      if (nameTruncated || valueTruncated) return reject(new HttpProblem('payload_too_large'));
      if (fields.has(name)) return reject(invalidRequest(`/${name}`, 'It is given twice.'));
      fields.set(name, value);
    });
    parser.on('file', (_field, stream, fileName, _encoding, mediaType) => {
      stream.on('error', reject);
      if (file !== null) return reject(invalidRequest('/file', 'One file is taken.'));
      file = readFile(stream, contentKind(mediaType, fileName ?? null), job, deps);
      file.catch(reject);
    });
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      parser.on(limit, () => reject(invalidRequest('', 'There are too many parts.')));
    }
    parser.on('error', (cause) => reject(new HttpProblem('malformed_request', { cause })));
    parser.on('finish', resolve);
    const limited = atMost(limits.audioBytes + FORM_OVERHEAD_BYTES);
    for (const stream of [source, limited]) stream.on('error', reject);
    source.on('close', () => source.readableEnded || reject(new HttpProblem('malformed_request')));
    source.pipe(limited).pipe(parser);
  });
  try {
    await parsed;
    const part = await (file as Promise<FilePart> | null);
    return draftOfParts(part, fields);
  } catch (error) {
    source.unpipe();
    parser.destroy();
    // Whatever the file became by then is of no use.
    const part = await (file as Promise<FilePart> | null)?.catch(() => null);
    if (part?.kind === 'audio') await blobs.delete(part.ref).catch(() => {});
    throw error;
  }
}

function busboy(contentType: string, limits: UploadLimits): BusboyInstance {
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { files: 2, fields: 8, parts: 10, fieldSize: limits.textBytes, fieldNameSize: 64, headerPairs: 20 },
    });
  } catch (cause) {
    throw new HttpProblem('malformed_request', { cause });
  }
}

async function readFile(
  stream: Readable,
  kind: ContentKind | null,
  job: string,
  { limits, blobs, audio }: Parameters<typeof draftOfForm>[3],
): Promise<FilePart> {
  if (kind === null) throw new HttpProblem('unsupported_media_type');
  if (kind !== 'audio') return { kind, text: decodeText(await collect(stream, limits.textBytes)) };
  if (!audio) throw new HttpProblem('audio_not_configured');
  return { kind, ref: await storeAudio(stream, job, limits.audioBytes, blobs) };
}

function draftOfParts(file: FilePart | null, fields: ReadonlyMap<string, string>): Draft {
  const { text, ...rest } = Object.fromEntries([...fields].filter(([, value]) => value !== ''));
  const options = SubmissionOptions.safeParse(rest);
  if (!options.success) throw invalidRequest.of(options.error);
  if (file !== null && text !== undefined) throw invalidRequest('/text', 'Either a file or a text is taken.');
  if (file === null && text === undefined) throw invalidRequest('/file', 'A file or a text is needed.');
  if (file === null) return textDraft(text!, 'text/plain', options.data);
  if (file.kind === 'audio') return audioDraft(file.ref, options.data);
  return textDraft(file.text, file.kind, options.data);
}
