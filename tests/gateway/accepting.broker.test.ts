/** A 202 stands for one record, whatever is repeated, killed or emptied. */
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accepted,
  type GatewayBed,
  gatewayBed,
  idOf,
  postText,
  submissionsOf,
  type TestGateway,
  untilAccepted,
} from './gateway.ts';
import { gatewayProcess } from './process.ts';

let bed: GatewayBed;
let gateways: readonly [TestGateway, TestGateway];
beforeAll(async () => {
  bed = await gatewayBed();
  gateways = [await bed.gateway(), await bed.gateway({ CLAIM_LEASE_MS: '6000' })];
});
afterAll(async () => {
  for (const gateway of gateways ?? []) await gateway[Symbol.asyncDispose]();
  await bed?.[Symbol.asyncDispose]();
});

test('an accepted job stands on the topic once, and can be read at once from every instance', async () => {
  const id = await accepted(gateways[0].base);
  for (const { base } of gateways) {
    const response = await fetch(`${base}/v1/jobs/${id}`);
    expect(await response.json()).toMatchObject({ job_id: id, status: 'pending', public_status: 'pending', seq: 100 });
  }
  expect(await submissionsOf(new Set([id]))).toEqual([id]);
});

test('100 equal requests under one key, at two instances, are one job', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const responses = await Promise.all(
    Array.from({ length: 100 }, (_, index) => postText(gateways[index % 2]!.base, 'Tengo fiebre.', key)),
  );
  expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
  const ids = new Set(await Promise.all(responses.map(idOf)));
  expect(ids.size).toBe(1);
  expect(responses.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(99);
  expect(await submissionsOf(ids)).toEqual([...ids]);

  const other = await postText(gateways[1].base, 'Tengo tos.', key);
  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject({ code: 'idempotency_key_reused' });
});

test('a malformed key is refused', async () => {
  const response = await postText(gateways[0].base, 'Tengo fiebre.', { 'idempotency-key': 'two words' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: 'malformed_idempotency_key' });
});

test('the key still tells one request from another after Redis was emptied', async () => {
  const key = { 'idempotency-key': crypto.randomUUID() };
  const id = await idOf(await postText(gateways[0].base, 'Me duele la cabeza.', key));
  await bed.emptyRedis();
  const again = await untilAccepted(() => postText(gateways[1].base, 'Me duele la cabeza.', key));
  expect(await idOf(again)).toBe(id);
  expect((await postText(gateways[0].base, 'Me duele el pie.', key)).status).toBe(422);
  expect(await submissionsOf(new Set([id]))).toEqual([id]);
});

describe('a gateway is killed while it accepts', () => {
  test.each([
    ['Redis stays', [1, 6, 12, 20], false],
    ['and Redis is emptied', [3, 12], true],
  ])(
    '%s: repeated elsewhere, it is one job',
    async (_name, delays, emptied) => {
      const requests: { key: Record<string, string>; known: string | null }[] = [];
      for (const delay of delays) {
        await using victim = await gatewayProcess(bed);
        const key = { 'idempotency-key': crypto.randomUUID() };
        const first = postText(victim.base, 'Tengo vértigo.', key).then(idOf, () => null);
        await new Promise((resolve) => setTimeout(resolve, delay));
        victim.process.kill('SIGKILL');
        await once(victim.process, 'exit');
        requests.push({ key, known: await first });
      }
      if (emptied) await bed.emptyRedis();
      const repeated = await Promise.all(
        requests.map(async ({ key, known }) => {
          const id = await idOf(await untilAccepted(() => postText(gateways[1].base, 'Tengo vértigo.', key)));
          if (known !== null) expect(id).toBe(known);
          return id;
        }),
      );
      const ids = new Set(repeated);
      expect(ids.size).toBe(delays.length);
      expect((await submissionsOf(ids)).sort()).toEqual([...ids].sort());
    },
    180_000,
  );
});
