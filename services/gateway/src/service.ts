import { TOPICS } from '@clinical/contracts';
import { createCodec, createLogger, createProducer, folderBlobStore } from '@clinical/runtime';
import { createApp } from './app.ts';
import type { GatewayConfig } from './config.ts';
import type { Gateway } from './gateway.ts';
import { Lineage } from './jobs/lineage.ts';
import { connectRedis } from './jobs/redis.ts';
import { JobStore } from './jobs/store.ts';
import { Assertions } from './materializer/assertions.ts';
import { startMaterializer } from './materializer/materializer.ts';
import { gatewayMetrics } from './metrics.ts';
import { retryFromDeadLetters } from './retry.ts';
import { type RunningServer, startServer } from './server.ts';
import { LiveEvents } from './streams/live.ts';
import { Acceptor } from './submission/accept.ts';
import { Barrier } from './submission/barrier.ts';

export interface GatewayService extends AsyncDisposable {
  readonly port: number;
}

/** The gateway, composed and running. Disposing of it ends streams, finishes answers, then lets go of the parts. */
export async function startGateway(config: GatewayConfig): Promise<GatewayService> {
  const log = createLogger('gateway', config.runtime.logLevel).child({ instance: config.runtime.instance });
  await using parts = new AsyncDisposableStack();
  const stopping = new AbortController();
  const metrics = gatewayMetrics();

  const redis = parts.adopt(connectRedis(config.redis, 'commands'), (client) => client.disconnect());
  const live = parts.use(new LiveEvents(connectRedis(config.redis, 'subscriber')));
  const lineage = parts.use(new Lineage(redis, config.lineagePollMs));
  const store = new JobStore(redis, () => lineage.recognised);
  const blobs = folderBlobStore(config.blobFolder);

  const codec = createCodec(config.runtime.registry);
  const producer = parts.adopt(createProducer(config.runtime, { codec, log }), (each) => each.stop());
  const assertions = parts.use(new Assertions({ store, producer, log }, config.assertAfterMs));
  const materializer = parts.use(
    startMaterializer(config.runtime, {
      group: config.materializerGroup,
      redis,
      lineage,
      assertions,
      producer,
      blobs,
      codec,
      fold: config.fold,
      log,
      count: (topic, outcome) => metrics.folded.inc({ topic, outcome }),
    }),
  );
  const acceptor = parts.use(
    new Acceptor({
      producer,
      redis,
      store,
      blobs,
      barrier: new Barrier((signal) => materializer.caughtUp(signal), config.barrierTimeoutMs),
      fold: config.fold,
      claims: config.claims,
      inlineMaxBytes: config.runtime.blobs.inlineMaxBytes,
      fhirProfiles: config.fhirProfiles,
      produceTimeoutMs: config.runtime.produce.timeoutMs,
      log,
    }),
  );

  const once = parts.use(
    conditions({
      schemas: () => codec.warm([TOPICS.submissions, TOPICS.results, TOPICS.control]).then(() => true),
      broker: () => producer.available(),
      state: () => store.complete(),
    }),
  );
  const gateway: Gateway = {
    config,
    log,
    metrics,
    redis,
    store,
    live,
    blobs,
    producer,
    acceptor,
    retry: retryFromDeadLetters(config.runtime, { codec, log, redis, store, fold: config.fold }),
    conditions: once.held,
    stopping: stopping.signal,
  };
  const server: RunningServer = parts.use(await startServer(createApp(gateway), config.listen, config.shutdownGraceMs));
  parts.defer(() => stopping.abort());
  log.info('Listening', { port: server.port });
  const owned = parts.move();
  return { port: server.port, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

const CONDITION_POLL_MS = 100;

/** Conditions of readiness, each asked until it has held once. */
function conditions(checks: Readonly<Record<string, () => boolean | Promise<boolean>>>) {
  const held: Record<string, boolean> = Object.fromEntries(Object.keys(checks).map((name) => [name, false]));
  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    for (const [name, check] of Object.entries(checks)) {
      held[name] ||= await Promise.resolve()
        .then(check)
        .catch(() => false);
    }
    asking = false;
    if (Object.values(held).every(Boolean)) clearInterval(timer);
  };
  const timer = setInterval(() => void ask(), CONDITION_POLL_MS);
  return { held: () => held, [Symbol.dispose]: () => clearInterval(timer) };
}
