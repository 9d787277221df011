import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Registry } from 'prom-client';
import type { Logger } from '../logger.ts';

/** A named condition of readiness. */
export interface Check {
  readonly name: string;
  ready(): boolean | Promise<boolean>;
}

export interface HealthServer extends AsyncDisposable {
  readonly port: number;
}

/** Answers for /readyz: every check by name, and whether all hold. A check that throws does not hold. */
export async function readiness(
  checks: readonly Check[],
): Promise<{ ready: boolean; checks: Record<string, boolean> }> {
  const results = await Promise.all(
    checks.map(
      async (check) =>
        [
          check.name,
          await Promise.resolve()
            .then(() => check.ready())
            .catch(() => false),
        ] as const,
    ),
  );
  return { ready: results.every(([, holds]) => holds), checks: Object.fromEntries(results) };
}

/**
 * /livez (the process turns), /readyz (200 where every check holds, else 503, with their names) and /metrics
 * (Prometheus text) for services without an HTTP surface of their own.
 */
export async function startHealthServer(
  at: { readonly host: string; readonly port: number },
  checks: readonly Check[],
  metrics: Registry,
  log: Logger,
): Promise<HealthServer> {
  const server = createServer((request, response) => {
    answer(request.url ?? '/', checks, metrics)
      .catch(() => ({ status: 500, type: 'text/plain', body: 'error' }))
      .then(({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
        response.end(body);
      });
  });
  await listen(server, at);
  const { port } = server.address() as AddressInfo;
  log.info('Health server listens', { port });
  return {
    port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(url: string, checks: readonly Check[], metrics: Registry) {
  switch (url.split('?')[0]) {
    case '/livez':
      return { status: 200, type: 'application/json', body: '{"live":true}' };
    case '/readyz': {
      const state = await readiness(checks);
      return { status: state.ready ? 200 : 503, type: 'application/json', body: JSON.stringify(state) };
    }
    case '/metrics':
      return { status: 200, type: metrics.contentType, body: await metrics.metrics() };
    default:
      return { status: 404, type: 'application/json', body: '{"status":404}' };
  }
}

function listen(server: Server, at: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
