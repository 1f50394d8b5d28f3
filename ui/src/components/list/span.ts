import type { Filter } from '~/api/filters';
import { secondsOf } from '~/app/formats';

const DAY = 86_400_000;

/** From when until when a search looks, in milliseconds; the last 24 hours unless it says otherwise. */
export function span(filters: Filter[], now: number): [from: number, to: number] {
  const moment = (field: string, comparator: string) => {
    const value = filters.find((filter) => filter.field === field && filter.comparator === comparator)?.values[0];
    return value === undefined ? undefined : new Date(value).getTime();
  };
  const range = filters.find((filter) => filter.field === 'timeRange')?.values[0];
  const from = moment('startDate', 'GREATER_THAN_OR_EQUAL_TO');
  const to = moment('endDate', 'LESS_THAN_OR_EQUAL_TO') ?? moment('startDate', 'LESS_THAN_OR_EQUAL_TO') ?? now;
  if (from !== undefined) return [from, to];
  const seconds = secondsOf(range);
  return [to - (Number.isFinite(seconds) ? seconds * 1000 : DAY), to];
}

const HOUR = 3_600_000;

/** Into what spans the time of a search is cut for a chart; the server chooses for long times. */
export function grouping(filters: Filter[], now: number): { groupBy?: string } {
  const [from, to] = span(filters, now);
  const length = to - from;
  return length <= 3 * HOUR ? { groupBy: 'minute' } : length <= 3 * DAY ? { groupBy: 'hour' } : {};
}
