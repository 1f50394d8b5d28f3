import { expect, test } from 'vitest';
import { atAnyTime, between, narrowed, ofLogs } from './conditions';

const conditions = { 'filters[timeRange][EQUALS]': 'P30D', 'filters[namespace][PREFIX]': 'a', 'filters[labels][EQUALS][team]': 'data' };

test('a link to failed executions keeps the other conditions', () => {
  expect(narrowed(conditions, { field: 'state', comparator: 'IN', values: ['FAILED', 'KILLED'] })).toEqual({ ...conditions, 'filters[state][IN]': 'FAILED,KILLED' });
});

test('logs are not asked for labels', () => {
  expect(ofLogs(conditions, { field: 'level', comparator: 'EQUALS', values: ['ERROR'] })).toEqual({
    'filters[timeRange][EQUALS]': 'P30D',
    'filters[namespace][PREFIX]': 'a',
    'filters[level][EQUALS]': 'ERROR',
  });
});

test('what goes on now has no conditions on time', () => {
  expect(atAnyTime(conditions)).toEqual({ 'filters[namespace][PREFIX]': 'a', 'filters[labels][EQUALS][team]': 'data' });
});

test('a bar of a chart stands for its own time', () => {
  expect(between({ 'filters[timeRange][EQUALS]': 'P1D' }, '2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z')).toEqual({
    'filters[startDate][GREATER_THAN_OR_EQUAL_TO]': '2026-01-01T00:00:00Z',
    'filters[startDate][LESS_THAN_OR_EQUAL_TO]': '2026-01-02T00:00:00Z',
  });
});
