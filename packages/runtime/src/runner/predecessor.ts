import { setTimeout as delay } from 'node:timers/promises';
import type { Kafka } from 'kafkajs';
import type { RuntimeConfig } from '../config.ts';

const POLL_MS = 200;

/**
 * A member that joins while its dead self is still in the group makes everyone wait until the dead one's session ends.
 * So an instance that finds its own name there waits that time out before it joins; the others work on meanwhile.
 */
export async function waitOutPredecessor(
  kafka: Kafka,
  group: string,
  config: Pick<RuntimeConfig, 'instance' | 'kafka'>,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + config.kafka.sessionTimeoutMs + 1000;
  while (Date.now() < deadline && !signal.aborted) {
    const admin = kafka.admin({ retry: { retries: 0 } });
    try {
      await admin.connect();
      const { groups } = await admin.describeGroups([group]);
      if (!groups[0]?.members.some((member) => member.clientId === config.instance)) return;
    } catch {
      // The broker is away; joining will wait for it.
      return;
    } finally {
      await admin.disconnect().catch(() => {});
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => {});
  }
}
