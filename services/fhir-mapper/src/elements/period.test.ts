import { expect, test } from 'vitest';
import { startDate } from './period.ts';

test.each([
  ['desde hace tres días', '2026-02-27'],
  ['3 days', '2026-02-27'],
  ['ayer', '2026-03-01'],
  ['since yesterday', '2026-03-01'],
  ['hace dos semanas', '2026-02-16'],
  ['un mes', '2026-02'],
  ['for the last 14 months', '2025-01'],
  ['20 años', '2006'],
  ['desde 2019', '2019'],
  ['en 2031', null],
  ['900 años', null],
  ['unos días', null],
  ['about three days', null],
  ['30 minutos', null],
  ['1.5 años', null],
  ['0 days', null],
  ['', null],
])('"%s" began at %s', (words, date) => {
  expect(startDate(words, '2026-03-02')).toBe(date);
});
