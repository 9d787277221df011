/**
 * The registry's wire format: a zero byte, the schema's id as 32 bits big-endian, the Avro bytes.
 * The one place between Avro and the broker: whatever is to be done to payloads (encryption) is done here.
 */
const MAGIC = 0;
const HEADER_BYTES = 5;

export function frame(schemaId: number, avro: Buffer): Buffer {
  const out = Buffer.allocUnsafe(HEADER_BYTES + avro.length);
  out[0] = MAGIC;
  out.writeInt32BE(schemaId, 1);
  avro.copy(out, HEADER_BYTES);
  return out;
}

/** Null where the bytes are not in the wire format. */
export function unframe(bytes: Buffer): { schemaId: number; avro: Buffer } | null {
  if (bytes.length < HEADER_BYTES || bytes[0] !== MAGIC) return null;
  return { schemaId: bytes.readInt32BE(1), avro: bytes.subarray(HEADER_BYTES) };
}
