import type { ChartQuestion } from '~/api/dashboards';
import type { Filter } from '~/api/filters';
import type { Grouping } from '~/api/statistics';
import { secondsOf } from '~/app/formats';

const fields: Record<string, string> = { namespace: 'NAMESPACE', flowId: 'FLOW_ID', state: 'STATE', level: 'LEVEL' };
const operations: Record<string, string> = { EQUALS: 'EQUALS', NOT_EQUALS: 'NOT_EQUALS', IN: 'IN', NOT_IN: 'NOT_IN', CONTAINS: 'CONTAINS', STARTS_WITH: 'STARTS_WITH', ENDS_WITH: 'ENDS_WITH', REGEX: 'REGEX', PREFIX: 'PREFIX' };

const MINUTE = 60_000;

/** The filters of the page as the API takes them for charts. The end of "the last …" is rounded up to the minute, so that an answer can be used again. */
export function questionOf(filters: Filter[], usual: string | undefined, now: number): ChartQuestion {
  const moment = (comparator: string) => filters.find((filter) => filter.field === 'startDate' && filter.comparator === comparator)?.values[0];
  const range = filters.find((filter) => filter.field === 'timeRange')?.values[0] ?? usual ?? 'P30D';
  const end = moment('LESS_THAN_OR_EQUAL_TO') ?? new Date(Math.ceil(now / MINUTE) * MINUTE).toISOString();
  const seconds = secondsOf(range);
  const start = moment('GREATER_THAN_OR_EQUAL_TO') ?? new Date(new Date(end).getTime() - (Number.isFinite(seconds) ? seconds : 2_592_000) * 1000).toISOString();
  const labels = Object.fromEntries(
    filters.filter((filter) => filter.field === 'labels').flatMap((filter) => filter.values.map((value) => [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)])),
  );
  const others = filters.flatMap((filter) => {
    const [field, operation] = [fields[filter.field], operations[filter.comparator]];
    if (!field || !operation) return [];
    return [{ field, operation, value: ['IN', 'NOT_IN'].includes(operation) ? filter.values : (filter.values[0] ?? '') }];
  });
  return {
    startDate: start,
    endDate: end,
    ...(Object.keys(labels).length > 0 ? { labels } : {}),
    ...(others.length > 0 ? { filters: others } : {}),
  };
}

/** A duration of whole days in days: `PT168H` is `P7D`. */
export function inDays(iso: string): string {
  const days = secondsOf(iso) / 86_400;
  return Number.isInteger(days) && days > 0 ? `P${days}D` : iso;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Into what spans the server cuts a window of time. */
export function cutOf({ startDate, endDate }: ChartQuestion): Grouping {
  const length = new Date(endDate).getTime() - new Date(startDate).getTime();
  if (length <= 6 * HOUR) return 'minute';
  if (length <= DAY) return 'hour';
  if (length <= 180 * DAY) return 'day';
  return length <= 365 * DAY ? 'week' : 'month';
}
