import { type Readable, Transform } from 'node:stream';
import { HttpProblem } from '../http/problems.ts';

const tooLarge = (limit: number) =>
  new HttpProblem('payload_too_large', { detail: `At most ${limit} bytes are taken here.` });

/** Lets through at most so many bytes, whether or not a length was announced. */
export function atMost(limit: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      seen += chunk.length;
      if (seen > limit) done(tooLarge(limit));
      else done(null, chunk);
    },
  });
}

/** Refuses by the announced length, before a byte is read. */
export function checkLength(contentLength: string | undefined, limit: number): void {
  if (contentLength !== undefined && Number(contentLength) > limit) throw tooLarge(limit);
}

/** The whole of a small body; `payload_too_large` where it is not small. */
export async function collect(source: Readable | AsyncIterable<Buffer>, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source) {
      const part = chunk as Buffer;
      bytes += part.length;
      if (bytes > limit) throw tooLarge(limit);
      chunks.push(part);
    }
  } catch (error) {
    // Else the client went away in the middle of it.
    throw error instanceof HttpProblem ? error : new HttpProblem('malformed_request', { cause: error });
  }
  return Buffer.concat(chunks, bytes);
}
