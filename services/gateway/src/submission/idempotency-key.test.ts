import { describe, expect, test } from 'vitest';
import { HttpProblem } from '../http/problems.ts';
import { idempotencyKey } from './idempotency-key.ts';

describe('an Idempotency-Key', () => {
  test.each([
    ['8e03978e-40d5-43dd-bc93-6894a57f9324', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    ['"8e03978e-40d5-43dd-bc93-6894a57f9324"', '8e03978e-40d5-43dd-bc93-6894a57f9324'],
    [' order/17 ', 'order/17'],
    ['"a\\"b\\\\c"', 'a"b\\c'],
    ['x'.repeat(255), 'x'.repeat(255)],
  ])('%j is taken', (header, key) => expect(idempotencyKey(header)).toBe(key));

  test.each([
    '',
    '""',
    'two words',
    '"two words"',
    'x'.repeat(256),
    'ünïcode',
    '"open',
    'a"b',
    'tab\tbed',
  ])('%j is malformed', (header) =>
    expect(() => idempotencyKey(header)).toThrow(new HttpProblem('malformed_idempotency_key')));

  test('none is none', () => expect(idempotencyKey(undefined)).toBeNull());
});
