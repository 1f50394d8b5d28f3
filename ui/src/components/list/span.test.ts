import { expect, test } from 'vitest';
import { grouping, span } from './span';

const now = Date.parse('2026-05-04T12:00:00Z');

test.each([
  ['the last hours', [{ field: 'timeRange', comparator: 'EQUALS', values: ['PT2H'] }], '2026-05-04T10:00:00Z', '2026-05-04T12:00:00Z'],
  ['a day unless told', [], '2026-05-03T12:00:00Z', '2026-05-04T12:00:00Z'],
  [
    'from and until',
    [
      { field: 'startDate', comparator: 'GREATER_THAN_OR_EQUAL_TO', values: ['2026-05-01T00:00:00Z'] },
      { field: 'endDate', comparator: 'LESS_THAN_OR_EQUAL_TO', values: ['2026-05-02T00:00:00Z'] },
    ],
    '2026-05-01T00:00:00Z',
    '2026-05-02T00:00:00Z',
  ],
] as const)('a search looks at %s', (_name, filters, from, to) => {
  expect(span(filters.map((one) => ({ ...one, values: [...one.values] })), now)).toEqual([Date.parse(from), Date.parse(to)]);
});

test.each([
  ['PT1H', { groupBy: 'minute' }],
  ['P1D', { groupBy: 'hour' }],
  ['P30D', {}],
])('the last %s is cut into %o', (range, expected) => {
  expect(grouping([{ field: 'timeRange', comparator: 'EQUALS', values: [range] }], now)).toEqual(expected);
});
