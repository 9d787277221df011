import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import type { GatewayApp } from './gateway.ts';

/** Clients send nothing over the WebSocket that is of interest. */
const MAX_CLIENT_FRAME_BYTES = 1024;

export interface RunningServer extends AsyncDisposable {
  readonly port: number;
}

/** Serves the app over HTTP and WebSocket until disposed of; then waits `graceMs` for answers under way. */
export async function startServer(
  app: GatewayApp,
  listen: { readonly host: string; readonly port: number },
  graceMs: number,
): Promise<RunningServer> {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_CLIENT_FRAME_BYTES,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    websocket: { server: sockets as WebSocketServerLike },
  }) as Server;
  // Uploads may take long; a client that does not send its head must not hold a socket.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  server.listen(listen.port, listen.host);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => {
        server.closeAllConnections();
        for (const socket of sockets.clients) socket.terminate();
      }, graceMs);
      await closed;
      clearTimeout(late);
    },
  };
}
