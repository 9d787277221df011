import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { StreamEvent } from '../jobs/event.ts';

export interface StreamSettings {
  readonly heartbeatMs: number;
  readonly bufferBytes: number;
  readonly writeTimeoutMs: number;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // For proxies that buffer answers.
  'x-accel-buffering': 'no',
  'x-content-type-options': 'nosniff',
};

/** One server-sent event (WHATWG HTML, 9.2). */
export const frame = (event: StreamEvent): string =>
  `id: ${event.seq}\nevent: status\ndata: ${JSON.stringify(event)}\n\n`;

/**
 * Writes events to a response until they end; then the response ends. A reader that leaves the socket full for too
 * long is cut off: only `destroy` frees its buffer. Never throws for a client that is gone.
 */
export async function writeEvents(
  outgoing: ServerResponse,
  events: AsyncIterable<StreamEvent>,
  { heartbeatMs, bufferBytes, writeTimeoutMs }: StreamSettings,
): Promise<void> {
  const cutOff = () => void outgoing.destroy();
  const heartbeat = setInterval(() => {
    if (outgoing.writableLength > bufferBytes) cutOff();
    else outgoing.write(': heartbeat\n\n');
  }, heartbeatMs);
  outgoing.on('error', () => {});
  outgoing.writeHead(200, HEADERS);
  // A comment at once: intermediaries and clients see the stream open before the first event.
  outgoing.write(': open\n\n');
  try {
    for await (const event of events) {
      if (outgoing.destroyed) return;
      if (outgoing.write(frame(event))) continue;
      await drained(outgoing, cutOff, writeTimeoutMs);
    }
    outgoing.end();
  } catch {
    cutOff();
  } finally {
    clearInterval(heartbeat);
  }
}

/** Resolves when there is room again, or no reader any more: after the limit that is so. */
async function drained(outgoing: ServerResponse, cutOff: () => void, limitMs: number): Promise<void> {
  const limit = setTimeout(cutOff, limitMs);
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race(['drain', 'close'].map((name) => once(outgoing, name, { signal }))).catch(() => {});
  settled.abort();
  clearTimeout(limit);
}
