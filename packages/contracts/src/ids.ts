import { createHash, randomUUID } from 'node:crypto';

/** Namespace of every name-based UUID of this product (RFC 9562, version 5). */
const NAMESPACE = 'b2a7d0f4-9c5e-5c1b-8a53-6f2f1f4f9d10';

/** UUID version 5 of an ordered list of names; the same names give the same id on every machine. */
export function uuidV5(...names: string[]): string {
  const hash = createHash('sha1').update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'));
  hash.update(JSON.stringify(names));
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A fresh job id, or the one that belongs to a tenant's Idempotency-Key for ever. */
export function jobId(tenant: string, idempotencyKey: string | null): string {
  return idempotencyKey === null ? randomUUID() : uuidV5('job', tenant, idempotencyKey);
}

/** Deterministic CloudEvents id: whoever sees a record twice can tell. */
export function eventId(jobId: string, attempt: number, stage: string, type: string): string {
  return uuidV5('event', jobId, String(attempt), stage, type);
}
