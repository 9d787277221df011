import { describe, expect, it } from 'vitest';
import { identify, nextTraceparent, recordHeaders } from './job.ts';

const job_id = '3f2b8a52-5f0c-4d8e-9a53-0d6c2f1b7a10';
const record = (key: string | null, headers: Record<string, string>) => ({
  topic: 't',
  partition: 0,
  offset: 0,
  timestamp: 0,
  key: key === null ? null : Buffer.from(key),
  value: null,
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Buffer.from(value)])),
});

describe('A record says whom it is about', () => {
  it('by its key and headers', () => {
    const identity = identify(record(job_id, { tenant: 'north', attempt: '3' }));
    expect(identity).toMatchObject({ job_id, tenant: 'north', attempt: 3 });
  });

  it('in its first attempt unless it says otherwise', () => {
    for (const attempt of [undefined, '', 'x', '-1', '1.5', '0']) {
      expect(identify(record(job_id, attempt === undefined ? {} : { attempt })).attempt).toBe(1);
    }
  });

  it('and about nobody where the key is no job id', () => {
    for (const key of [null, '', 'María', job_id.toUpperCase(), `${job_id} `]) {
      expect(identify(record(key, {})).job_id).toBeNull();
    }
  });
});

describe('Trace context', () => {
  const given = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';

  it('keeps trace and flags, and takes a span of its own', () => {
    const next = nextTraceparent(given);
    expect(next).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-[0-9a-f]{16}-00$/);
    expect(next).not.toBe(given);
  });

  it('begins where there is none, or none that can be read', () => {
    for (const odd of [undefined, '', 'x', `${given}-more`]) {
      expect(nextTraceparent(odd)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    }
  });
});

describe('Headers of what is produced', () => {
  const about = {
    job_id,
    tenant: 'north',
    attempt: 1,
    stage: 'summarizer',
    record: 'JobEvent',
    phase: 'done',
    traceparent: nextTraceparent(undefined),
  } as const;
  const id = (change: object) => recordHeaders({ ...about, now: 1, ...change }).ce_id;

  it('have the same id for the same news, whenever it is told', () => {
    expect(id({ now: 5 })).toBe(id({ now: 9 }));
  });

  it('have another id for another phase, attempt, stage or record', () => {
    const ids = [{}, { phase: 'started' }, { attempt: 2 }, { stage: 'transcriber' }, { record: 'Summary' }].map(id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
