import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { jobEvent } from '@clinical/contracts';
import { afterEach, expect, test } from 'vitest';
import { streamEvent } from '../jobs/event.ts';
import { writeEvents } from './sse.ts';

const settings = { heartbeatMs: 50, bufferBytes: 64 * 1024, writeTimeoutMs: 200 };
const event = streamEvent(
  jobEvent(
    { job_id: '00000000-0000-4000-8000-000000000001', tenant: 'default', attempt: 1, stage: 'gateway', now: 0 },
    'pending',
  ),
);

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function serve(events: () => AsyncIterable<typeof event>) {
  const written = Promise.withResolvers<{ destroyed: boolean; finished: boolean }>();
  server = createServer((_request, response) => {
    void writeEvents(response, events(), settings).then(() => {
      const settle = () => written.resolve({ destroyed: response.destroyed, finished: response.writableFinished });
      if (response.writableFinished || response.closed) settle();
      else response.once('close', settle);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  return { socket, written: written.promise };
}

test('events are framed with their sequence as id, and the stream ends with them', async () => {
  const { socket, written } = await serve(async function* () {
    yield event;
  });
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  expect(await written).toMatchObject({ finished: true });
  await expect.poll(() => text).toContain(`id: 100\nevent: status\ndata: ${JSON.stringify(event)}\n\n`);
  expect(text).toContain('content-type: text/event-stream');
});

test('a reader that takes nothing is cut off, and what made its events ends', async () => {
  let made = 0;
  let ended = false;
  const { socket, written } = await serve(async function* () {
    try {
      for (;;) {
        made += 1;
        yield event;
      }
    } finally {
      ended = true;
    }
  });
  socket.pause();
  expect(await written).toMatchObject({ destroyed: true, finished: false });
  expect(ended).toBe(true);
  expect(made * 300).toBeLessThan(64 * 1024 * 1024);
  socket.destroy();
});
