import { expect, test } from 'vitest';
import * as z from 'zod';
import { eventId, jobId, uuidV5 } from './ids.ts';

test('ids are version 5 UUIDs and depend on every name and its place', () => {
  expect(z.uuid({ version: 'v5' }).safeParse(uuidV5('a', 'b')).success).toBe(true);
  expect(uuidV5('a', 'b')).toBe(uuidV5('a', 'b'));
  expect(new Set([uuidV5('a', 'b'), uuidV5('b', 'a'), uuidV5('ab'), uuidV5('a', 'b', '')]).size).toBe(4);
});

test('an Idempotency-Key belongs to one job of one tenant; without one each job is new', () => {
  expect(jobId('t1', 'k')).toBe(jobId('t1', 'k'));
  expect(jobId('t1', 'k')).not.toBe(jobId('t2', 'k'));
  expect(jobId('t1', null)).not.toBe(jobId('t1', null));
});

test('an event keeps its id when it is written again', () => {
  const id = jobId('t1', 'k');
  expect(eventId(id, 1, 'summarizer', 'Summary')).toBe(eventId(id, 1, 'summarizer', 'Summary'));
  expect(eventId(id, 1, 'summarizer', 'Summary')).not.toBe(eventId(id, 2, 'summarizer', 'Summary'));
});
