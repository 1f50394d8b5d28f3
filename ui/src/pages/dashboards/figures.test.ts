import { expect, test } from 'vitest';
import type { Chart } from '~/api/dashboards';
import { kindOf, seriesOf, sharesOf, textOf } from './figures';

const chart: Chart = {
  id: 'a',
  type: 'io.kestra.plugin.core.dashboard.chart.TimeSeries',
  chartOptions: { column: 'date', colorByColumn: 'state' },
  data: { columns: { date: { field: 'START_DATE' }, state: { field: 'STATE' }, total: { agg: 'COUNT' } } },
};

test('the kind of a chart is the end of its type', () => {
  expect(kindOf(chart)).toBe('TimeSeries');
});

test('a series for each colour, with gaps where there is nothing', () => {
  const rows = [
    { date: '2026-01-02', state: 'SUCCESS', total: 2 },
    { date: '2026-01-01', state: 'FAILED', total: 1 },
    { date: '2026-01-02', state: 'FAILED', total: '3' },
  ];
  expect(seriesOf(chart, rows, 'total')).toEqual({
    moments: ['2026-01-01', '2026-01-02'],
    parts: [
      { name: 'SUCCESS', values: [undefined, 2] },
      { name: 'FAILED', values: [1, 3] },
    ],
  });
});

test('shares of the same name are added up', () => {
  const rows = [
    { date: 'x', state: 'SUCCESS', total: 2 },
    { date: 'y', state: 'SUCCESS', total: 3 },
  ];
  expect(sharesOf(chart, rows, 'state')).toEqual([{ name: 'SUCCESS', value: 5 }]);
});

test.each([
  [null, '–'],
  ['', '–'],
  [0, '0'],
  [{ a: 1 }, '{"a":1}'],
])('%o is shown as %s', (value, text) => {
  expect(textOf(value)).toBe(text);
});
