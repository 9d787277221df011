import { readFileSync } from 'node:fs';
import * as net from 'node:net';
import * as tls from 'node:tls';
import { type ISocketFactory, Kafka, type KafkaConfig, logLevel, type SASLOptions } from 'kafkajs';
import type { RuntimeConfig } from '../config.ts';
import type { Logger } from '../logger.ts';
import './aborted.ts';
import './request-queue.ts';

const KEEP_ALIVE_DELAY_MS = 60_000;

/** kafkajs leaves Nagle's algorithm on, which delays every small request that follows another. */
const socketsUntil =
  (over: AbortSignal | undefined): ISocketFactory =>
  ({ host, port, ssl, onConnect }) => {
    over?.throwIfAborted();
    const socket = ssl
      ? tls.connect({ host, port, ...(net.isIP(host) ? {} : { servername: host }), ...ssl }, onConnect)
      : net.connect({ host, port }, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_DELAY_MS);
    socket.setNoDelay(true);
    const destroy = () => socket.destroy();
    over?.addEventListener('abort', destroy);
    socket.once('close', () => over?.removeEventListener('abort', destroy));
    return socket;
  };

/**
 * A client of the cluster. `clientId` is what the broker shows of us: the instance's name.
 * kafkajs' own messages are logged by their source only, as they may quote what they were given. What it still does
 * after a disconnect opens connections again, which nobody closes: once `over` is aborted there are none.
 */
export function createKafka(config: Pick<RuntimeConfig, 'kafka' | 'instance'>, log: Logger, over?: AbortSignal): Kafka {
  const { brokers, ssl, sasl, connectionTimeoutMs, requestTimeoutMs } = config.kafka;
  const kafka: KafkaConfig = {
    clientId: config.instance,
    brokers: [...brokers],
    connectionTimeout: connectionTimeoutMs,
    requestTimeout: requestTimeoutMs,
    enforceRequestTimeout: true,
    socketFactory: socketsUntil(over),
    retry: { initialRetryTime: 50, maxRetryTime: 1000, retries: 5 },
    logLevel: logLevel.ERROR,
    logCreator: () => (entry) => {
      log.debug('Kafka client reports', { code: entry.namespace });
    },
  };
  if (ssl !== null) kafka.ssl = ssl.caFile === null ? true : { ca: [readFileSync(ssl.caFile, 'utf8')] };
  if (sasl !== null) kafka.sasl = sasl as SASLOptions;
  return new Kafka(kafka);
}
