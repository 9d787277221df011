import { connect } from 'node:net';

/** One question to a running part: true when it can do its work now. A probe never throws. */
export type Probe = (signal: AbortSignal) => Promise<boolean>;

const answerWithinMs = 2000;

/** True when an HTTP address answers 200. */
export function httpProbe(url: string): Probe {
  return async (signal) => {
    try {
      const response = await fetch(url, {
        headers: { connection: 'close' },
        signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
      });
      await response.body?.cancel();
      return response.status === 200;
    } catch {
      return false;
    }
  };
}

/** True when Redis answers PONG: not while it still loads its data. */
export function redisProbe(port: number): Probe {
  return (signal) => exchange(port, Buffer.from('PING\r\n'), signal, (answer) => answer.toString() === '+PONG\r\n');
}

/** True when the broker names at least one live broker, itself. Until it is unfenced that list is empty. */
export function kafkaProbe(port: number): Probe {
  return (signal) => exchange(port, metadataRequest(), signal, namesABroker);
}

/** Metadata request v4, no topics: size, key 3, version, correlation id, null client id, empty list, no creation. */
function metadataRequest(): Buffer {
  const request = Buffer.alloc(19);
  request.writeInt32BE(15, 0);
  request.writeInt16BE(3, 4);
  request.writeInt16BE(4, 6);
  request.writeInt32BE(1, 8);
  request.writeInt16BE(-1, 12);
  request.writeInt32BE(0, 14);
  request.writeInt8(0, 18);
  return request;
}

/** Metadata response v4: size, correlation id, throttle time, then the number of brokers. */
function namesABroker(answer: Buffer): boolean | undefined {
  if (answer.length < 16) return undefined;
  return answer.readInt32BE(12) > 0;
}

async function exchange(
  port: number,
  request: Buffer,
  signal: AbortSignal,
  judge: (answer: Buffer) => boolean | undefined,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]);
  const socket = connect({ host: '127.0.0.1', port, signal: limit });
  let answer = Buffer.alloc(0);
  socket.on('connect', () => socket.write(request));
  socket.on('data', (chunk) => {
    answer = Buffer.concat([answer, chunk]);
    const verdict = judge(answer);
    if (verdict !== undefined) resolve(verdict);
  });
  socket.on('error', () => resolve(false)).on('close', () => resolve(false));
  limit.addEventListener('abort', () => resolve(false), { once: true });
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
