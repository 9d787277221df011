import type { Readable } from 'node:stream';
import type { BlobStore } from '@clinical/runtime';
import { HttpProblem } from '../http/problems.ts';
import { invalidRequest } from '../http/validation.ts';
import { storeAudio } from './audio.ts';
import { audioDraft, type Draft, SubmissionOptions, textDraft } from './draft.ts';
import { draftOfJson } from './json-body.ts';
import { checkLength, collect } from './limits.ts';
import { contentKind, essence } from './media-types.ts';
import { draftOfForm, type UploadLimits } from './multipart.ts';
import { decodeText, parseJson } from './text.ts';

export interface BodyDeps {
  readonly limits: UploadLimits & { readonly jsonBytes: number };
  readonly blobs: BlobStore;
  /** Whether there is a speech recogniser. */
  readonly audio: boolean;
}

export interface IncomingBody {
  readonly contentType: string | undefined;
  readonly contentLength: string | undefined;
  /** Options of raw bodies come in the query. */
  readonly query: Readonly<Record<string, string>>;
  readonly stream: Readable;
}

/** Reads a body of any of the types that POST /v1/jobs takes. */
export async function readDraft(body: IncomingBody, job: string, deps: BodyDeps): Promise<Draft> {
  const { contentType = '', contentLength, stream } = body;
  const { limits, blobs } = deps;
  const options = SubmissionOptions.safeParse(body.query);
  if (!options.success) throw invalidRequest.of(options.error);

  if (essence(contentType) === 'multipart/form-data') {
    checkLength(contentLength, limits.audioBytes);
    return draftOfForm(stream, contentType, job, deps);
  }
  const kind = contentKind(contentType);
  switch (kind) {
    case null:
      throw new HttpProblem('unsupported_media_type');
    case 'audio':
      if (!deps.audio) throw new HttpProblem('audio_not_configured');
      checkLength(contentLength, limits.audioBytes);
      return audioDraft(await storeAudio(stream, job, limits.audioBytes, blobs), options.data);
    case 'application/json': {
      checkLength(contentLength, limits.jsonBytes);
      return draftOfJson(parseJson(await collect(stream, limits.jsonBytes)), options.data, limits.textBytes);
    }
    default:
      checkLength(contentLength, limits.textBytes);
      return textDraft(decodeText(await collect(stream, limits.textBytes)), kind, options.data);
  }
}
