import type { WebSocket } from 'ws';
import type { StreamEvent } from '../jobs/event.ts';
import type { StreamSettings } from './sse.ts';

const NORMAL = 1000;
const GOING_AWAY = 1001;
const TRY_AGAIN_LATER = 1013;

/**
 * Sends events as text frames until they end, then closes: 1000 after the terminal event, 1001 where the instance
 * stops first. A reader that is too slow, or does not answer pings, is cut off.
 */
export async function sendEvents(
  socket: WebSocket,
  events: AsyncIterable<StreamEvent>,
  render: (event: StreamEvent) => object,
  { heartbeatMs, bufferBytes }: StreamSettings,
): Promise<void> {
  let answered = true;
  socket.on('pong', () => {
    answered = true;
  });
  // What clients send is of no interest, but a broken frame must not end the process.
  socket.on('error', () => {});
  const heartbeat = setInterval(() => {
    if (!answered || socket.bufferedAmount > bufferBytes) return socket.terminate();
    answered = false;
    socket.ping();
  }, heartbeatMs);
  try {
    let ended = false;
    for await (const event of events) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > bufferBytes) return socket.terminate();
      socket.send(JSON.stringify(render(event)));
      ended = event.terminal;
    }
    socket.close(ended ? NORMAL : GOING_AWAY);
  } catch {
    socket.close(TRY_AGAIN_LATER);
  } finally {
    clearInterval(heartbeat);
  }
}
