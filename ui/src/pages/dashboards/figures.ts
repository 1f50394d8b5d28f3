import type { Chart, ChartColumn, Row } from '~/api/dashboards';
import type { Grouping } from '~/api/statistics';
import { withoutGaps } from '~/components/charts/buckets';

/** The last part of a type: `io.kestra.plugin.core.dashboard.chart.Bar` is a `Bar`. */
export const kindOf = (chart: Chart): string => chart.type.split('.').at(-1) ?? chart.type;

const columnsOf = (chart: Chart): [string, ChartColumn][] => Object.entries(chart.data?.columns ?? {});

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : Number(value ?? 0) || 0);

export const textOf = (value: unknown): string =>
  value === null || value === undefined || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** The columns that hold figures. */
export const figuresOf = (chart: Chart): [string, ChartColumn][] => columnsOf(chart).filter(([, column]) => column.agg);

/** Rows as named shares; rows with the same name are added up. */
export function sharesOf(chart: Chart, rows: Row[], by: string | undefined): { name: string; value: number }[] {
  const figure = figuresOf(chart)[0]?.[0];
  if (!figure) return [];
  const sums = new Map<string, number>();
  const names = by ? [by] : columnsOf(chart).map(([key]) => key).filter((key) => key !== figure);
  for (const row of rows) {
    const name = names.map((key) => textOf(row[key])).join(' · ');
    sums.set(name, (sums.get(name) ?? 0) + numberOf(row[figure]));
  }
  return [...sums].map(([name, value]) => ({ name, value }));
}

/** The span of time that a chart shows, and into what it is cut. */
export interface Window {
  from: number;
  to: number;
  cut: Grouping;
}

/** What went well stands at the bottom of a stack; other names keep their order. */
const rank = (name: string): number => ['SUCCESS', 'WARNING'].indexOf(name) >>> 0;

export interface Series {
  /** The beginnings of the spans of time, in order. */
  moments: string[];
  /** Figures by name for each moment. */
  parts: { name: string; values: (number | undefined)[] }[];
}

/** The figures of one column over time, one series for each value of the column that gives the colour. */
export function seriesOf(chart: Chart, rows: Row[], figure: string, window?: Window): Series {
  const axis = chart.chartOptions?.column ?? '';
  const color = chart.chartOptions?.colorByColumn;
  const known = [...new Set(rows.map((row) => String(row[axis])))].sort();
  const moments = window ? withoutGaps({ groupBy: window.cut, buckets: known.map((startDate) => ({ startDate, counts: {} })) }, window.from, window.to).map((bucket) => bucket.startDate) : known;
  const places = new Map(moments.map((moment, index) => [moment, index]));
  const parts = new Map<string, (number | undefined)[]>();
  for (const row of rows) {
    const name = color ? textOf(row[color]) : (chart.data?.columns?.[figure]?.displayName ?? figure);
    const values = parts.get(name) ?? new Array<number | undefined>(moments.length).fill(undefined);
    const place = places.get(String(row[axis]));
    if (place === undefined) continue;
    values[place] = (values[place] ?? 0) + numberOf(row[figure]);
    parts.set(name, values);
  }
  return { moments, parts: [...parts].map(([name, values]) => ({ name, values })).sort((one, other) => rank(one.name) - rank(other.name)) };
}

/** Labels for moments as short as their distance allows. */
export function momentFormat(moments: string[], locale: string, timeZone: string): Intl.DateTimeFormat {
  const distance = moments.length > 1 ? new Date(moments[1] ?? 0).getTime() - new Date(moments[0] ?? 0).getTime() : 0;
  const shape: Intl.DateTimeFormatOptions =
    distance >= 27 * 86_400_000
      ? { month: 'short', year: 'numeric' }
      : distance >= 86_400_000
        ? { day: '2-digit', month: 'short' }
        : distance >= 3_600_000
          ? { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit' }
          : { hour: '2-digit', minute: '2-digit' };
  return new Intl.DateTimeFormat(locale, { ...shape, ...(timeZone ? { timeZone } : {}) });
}

/** What a chart that shows a text says. */
export const contentOf = (chart: Chart): string => chart.content ?? chart.source?.content ?? '';
