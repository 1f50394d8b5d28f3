import { expect, test } from 'vitest';
import { progressOf } from './trigger';

const backfill = (currentDate: string, end = '2026-01-11T00:00:00Z') => ({ start: '2026-01-01T00:00:00Z', end, currentDate, paused: false, inputs: {}, labels: [] });

test.each([
  ['2026-01-01T00:00:00Z', 0],
  ['2026-01-06T00:00:00Z', 0.5],
  ['2026-02-01T00:00:00Z', 1],
  ['2025-12-01T00:00:00Z', 0],
])('a backfill at %s has come to %d', (date, share) => {
  expect(progressOf(backfill(date))).toBe(share);
});

test('a backfill of a single moment is done', () => {
  expect(progressOf(backfill('2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z'))).toBe(1);
});
