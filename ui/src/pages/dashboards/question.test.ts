import { expect, test } from 'vitest';
import { cutOf, inDays, questionOf } from './question';

const now = Date.parse('2026-05-04T12:00:30Z');

test('the window of the dashboard holds unless the page says otherwise', () => {
  expect(questionOf([], 'P1D', now)).toEqual({ startDate: '2026-05-03T12:01:00.000Z', endDate: '2026-05-04T12:01:00.000Z' });
});

test('filters of the page are asked of every chart', () => {
  const question = questionOf(
    [
      { field: 'timeRange', comparator: 'EQUALS', values: ['PT1H'] },
      { field: 'namespace', comparator: 'PREFIX', values: ['company'] },
      { field: 'state', comparator: 'IN', values: ['FAILED', 'KILLED'] },
      { field: 'labels', comparator: 'EQUALS', values: ['team:data'] },
    ],
    'P1D',
    now,
  );
  expect(question).toEqual({
    startDate: '2026-05-04T11:01:00.000Z',
    endDate: '2026-05-04T12:01:00.000Z',
    labels: { team: 'data' },
    filters: [
      { field: 'NAMESPACE', operation: 'PREFIX', value: 'company' },
      { field: 'STATE', operation: 'IN', value: ['FAILED', 'KILLED'] },
    ],
  });
});

test.each([
  ['PT168H', 'P7D'],
  ['PT1H', 'PT1H'],
  ['P30D', 'P30D'],
])('%s is shown as %s', (iso, expected) => {
  expect(inDays(iso)).toBe(expected);
});

test.each([
  [6 * 60, 'minute'],
  [24 * 60, 'hour'],
  [7 * 24 * 60, 'day'],
  [300 * 24 * 60, 'week'],
  [366 * 24 * 60, 'month'],
])('%d minutes are cut by the %s', (minutes, expected) => {
  expect(cutOf({ startDate: new Date(now - minutes * 60_000).toISOString(), endDate: new Date(now).toISOString() })).toBe(expected);
});
