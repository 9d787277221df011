import { HttpProblem } from '../http/problems.ts';

/**
 * The key of draft-ietf-httpapi-idempotency-key-header: an RFC 8941 string, or the bare form that most clients send.
 * Null where there is none.
 */
export function idempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const quoted = /^"((?:[\x20\x21\x23-\x5b\x5d-\x7e]|\\["\\])*)"$/.exec(header.trim());
  const key = quoted === null ? header.trim() : quoted[1]!.replace(/\\(["\\])/g, '$1');
  if (!/^[\x21-\x7e]{1,255}$/.test(key) || (quoted === null && key.includes('"'))) {
    throw new HttpProblem('malformed_idempotency_key');
  }
  return key;
}
