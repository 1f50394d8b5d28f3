import { expect, test } from 'vitest';
import { ratios, summed, withoutGaps } from './buckets';

const at = (text: string) => new Date(text).getTime();

test('hours without executions are shown as empty', () => {
  const found = withoutGaps(
    { groupBy: 'hour', buckets: [{ startDate: '2026-01-02T10:00:00Z', counts: { SUCCESS: 2 } }] },
    at('2026-01-02T08:30:00Z'),
    at('2026-01-02T11:10:00Z'),
  );
  expect(found.map((bucket) => [bucket.startDate.slice(11, 16), bucket.counts.SUCCESS])).toEqual([
    ['08:00', undefined],
    ['09:00', undefined],
    ['10:00', 2],
    ['11:00', undefined],
  ]);
});

test('days follow the zone of the server', () => {
  const found = withoutGaps({ groupBy: 'day', buckets: [{ startDate: '2026-01-02T23:00:00Z', counts: { FAILED: 1 } }] }, at('2026-01-01T23:00:00Z'), at('2026-01-04T12:00:00Z'));
  expect(found.map((bucket) => bucket.counts.FAILED ?? 0)).toEqual([0, 1, 0]);
});

test('months have their own lengths', () => {
  const found = withoutGaps({ groupBy: 'month', buckets: [{ startDate: '2026-02-01T00:00:00Z', counts: { SUCCESS: 5 } }] }, at('2025-12-15T00:00:00Z'), at('2026-03-02T00:00:00Z'));
  expect(found.map((bucket) => [bucket.startDate.slice(0, 7), bucket.counts.SUCCESS ?? 0])).toEqual([
    ['2025-12', 0],
    ['2026-01', 0],
    ['2026-02', 5],
    ['2026-03', 0],
  ]);
});

test('counts are added up by state', () => {
  expect(summed([{ counts: { SUCCESS: 1 } }, { counts: { SUCCESS: 2, FAILED: 3 } }])).toEqual({ SUCCESS: 3, FAILED: 3 });
});

test.each([
  [{ SUCCESS: 6, WARNING: 1, CANCELLED: 1, FAILED: 1, KILLED: 1 }, 0.8, 0.2],
  [{ RUNNING: 4 }, undefined, undefined],
  [{ SUCCESS: 1, RUNNING: 9 }, 1, 0],
])('shares of %o', (counts, success, failure) => {
  expect(ratios(counts as Record<string, number>)).toMatchObject({ success, failure });
});
