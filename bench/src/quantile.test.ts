import { expect, test } from 'vitest';
import { quantile } from './quantile.ts';

test('quantiles interpolate between neighbours and do not depend on order', () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([10], 0.99)).toBe(10);
  expect(quantile([1, 2, 3, 4, 5], 0)).toBe(1);
  expect(quantile([1, 2, 3, 4, 5], 1)).toBe(5);
});

test('nothing measured is no figure', () => {
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});
