import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Toxic } from './plan.ts';

/**
 * A TCP proxy between services and the broker that can be told to misbehave.
 *
 *   latency    every chunk comes 200 ms late
 *   reset      open connections get an RST; new ones work
 *   half-open  bytes are swallowed both ways while the connections stay up
 *   refuse     open connections are reset and new ones closed at once
 */
export class ToxicProxy implements AsyncDisposable {
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  #toxic: Toxic | null = null;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Listens on 127.0.0.1:port (0 picks a free one) and forwards to the target's address. */
  static async listen(port: number, target: { host: string; port: number }): Promise<ToxicProxy> {
    const server = createServer();
    const proxy = new ToxicProxy(server);
    server.on('connection', (client) => proxy.#accept(client, target));
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as { port: number }).port;
  }

  inject(toxic: Toxic): void {
    this.#toxic = toxic;
    if (toxic === 'reset' || toxic === 'refuse') this.#resetAll();
  }

  /** Connections that were starved or delayed are reset: what they swallowed is lost for good. */
  heal(): void {
    const swallowed = this.#toxic === 'half-open';
    this.#toxic = null;
    if (swallowed) this.#resetAll();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#resetAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #accept(client: Socket, target: { host: string; port: number }): void {
    if (this.#toxic === 'refuse') {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(target.port, target.host);
    const pair: [Socket, Socket] = [client, upstream];
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [upstream, client] as const]) {
      from.setNoDelay(true);
      from.on('data', (chunk: Buffer) => this.#forward(from, to, chunk));
      from.on('error', () => to.destroy());
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
    }
  }

  #forward(from: Socket, to: Socket, chunk: Buffer): void {
    if (this.#toxic === 'half-open') return;
    if (this.#toxic === 'latency') {
      setTimeout(() => to.writable && to.write(chunk), 200);
      return;
    }
    if (!to.write(chunk)) {
      from.pause();
      to.once('drain', () => from.resume());
    }
  }

  #resetAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy();
    this.#pairs.clear();
  }
}
