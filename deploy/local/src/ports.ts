import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { LocalStackError } from './local-error.ts';

// Below the range from which systems take the ports of outgoing connections: a port that its owner
// gives up for a restart is not taken by a passing client meanwhile.
const lowest = 20_000;
const highest = 32_000;

/** True when nobody listens on a loopback port. */
export async function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const server = createServer()
    .on('error', () => resolve(false))
    .listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  return promise;
}

const given = new Set<number>();

/** A port that is free now and that this process has not handed out before. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1000; tries++) {
    const port = randomInt(lowest, highest);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new LocalStackError('port_taken', `No free port found between ${lowest} and ${highest}.`);
}

/** The wanted port where it is free, else another one. */
export async function portNear(wanted: number | undefined): Promise<number> {
  return wanted !== undefined && (await isFree(wanted)) ? wanted : freePort();
}
