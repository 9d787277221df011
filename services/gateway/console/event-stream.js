/**
 * Server-sent events over fetch, as EventSource reads them, but with headers: it resumes after the last event by
 * Last-Event-ID, waits longer after each failure in a row, and ends on 204, as on the caller's signal.
 */
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;

/** `onEvent({ event, data })` for each event; `onLive(boolean)` as it comes and goes; `onRefused()` ends it for good. */
export async function followEvents(url, { headers, onEvent, onLive, onRefused, signal, firstWaitMs = FIRST_WAIT_MS }) {
  let lastId = null;
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const response = await fetch(url, {
        headers: { ...headers, accept: 'text/event-stream', ...(lastId !== null && { 'last-event-id': lastId }) },
        cache: 'no-store',
        signal,
      });
      if (response.status === 204) return;
      if (response.status >= 400 && response.status < 500) return onRefused();
      if (response.ok) {
        onLive(true);
        for await (const event of parseEvents(response.body)) {
          lastId = event.id ?? lastId;
          failures = 0;
          onEvent(event);
          if (signal.aborted) return;
        }
      }
    } catch {
      // Whatever broke it, the next try resumes after the last event.
    }
    if (signal.aborted) return;
    onLive(false);
    await pause(Math.min(firstWaitMs * 2 ** failures, LONGEST_WAIT_MS), signal);
  }
}

/** Blocks of `field: value` lines that end with an empty one; comments (`: ...`) keep the connection alive. */
async function* parseEvents(body) {
  let rest = '';
  let block = {};
  for await (const chunk of chunksOf(body)) {
    const lines = (rest + chunk).split(/\r\n|\n|\r/);
    rest = lines.pop();
    for (const line of lines) {
      if (line === '') {
        if (block.data !== undefined) yield block;
        block = {};
      } else if (!line.startsWith(':')) {
        const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
        block[field] = field === 'data' && block.data !== undefined ? `${block.data}\n${value}` : value;
      }
    }
  }
}

/** Streams are not async-iterable in every browser yet. */
async function* chunksOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

const pause = (millis, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
