import { Control, TOPICS } from '@clinical/contracts';
import type { BlobStore, Producer } from '@clinical/runtime';
import { gatewayRecord } from '../submission/records.ts';

/**
 * What an erasure asks for beside the state in Redis: tombstones that take the results out of the compacted topics and
 * withdraw the bundle, and the job's blobs. Done by whoever reads the wish, so that it is done whatever became of the
 * request; doing it again changes nothing.
 */
export async function completeErasure(
  value: unknown,
  { producer, blobs }: { readonly producer: Producer; readonly blobs: BlobStore },
): Promise<void> {
  const control = Control.safeParse(value).data;
  if (control?.action !== 'erase') return;
  const { job_id, tenant, attempt, requested_at } = control;
  const context = { job_id, tenant, attempt, now: requested_at };
  await Promise.all([
    ...[TOPICS.results, TOPICS.fhir].map((topic) => producer.send(gatewayRecord(topic, null, context, 'erased'))),
    blobs.deleteJob(job_id),
  ]);
}
