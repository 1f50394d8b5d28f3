import type { Grouping, Statistics, StatisticsBucket } from '~/api/statistics';

const HOUR = 3_600_000;
const steps: Record<Grouping, number> = { minute: 60_000, hour: HOUR, day: 24 * HOUR, week: 168 * HOUR, month: 0 };

/** The buckets from one moment to another without gaps, on the boundaries that the server uses. */
export function withoutGaps({ groupBy, buckets }: Statistics, from: number, to: number): StatisticsBucket[] {
  if (groupBy === 'month') return monthly(buckets, from, to);
  const step = steps[groupBy];
  const known = new Map(buckets.map((bucket) => [new Date(bucket.startDate).getTime(), bucket]));
  const anchor = known.keys().next().value ?? 0;
  const first = anchor + Math.floor((from - anchor) / step) * step;
  const count = Math.min(400, Math.max(0, Math.ceil((to - first) / step)));
  return Array.from({ length: count }, (_, index) => {
    const start = first + index * step;
    // a day of another length shifts the boundaries of the server by an hour
    const found = known.get(start) ?? (step >= 24 * HOUR ? (known.get(start - HOUR) ?? known.get(start + HOUR)) : undefined);
    return found ?? { startDate: new Date(start).toISOString(), counts: {} };
  });
}

function monthly(buckets: StatisticsBucket[], from: number, to: number): StatisticsBucket[] {
  const month = (moment: Date) => moment.toISOString().slice(0, 7);
  const known = new Map(buckets.map((bucket) => [month(new Date(bucket.startDate)), bucket]));
  const all: StatisticsBucket[] = [];
  const start = new Date(from);
  for (let at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth(), 1)); at.getTime() < to; at.setUTCMonth(at.getUTCMonth() + 1)) {
    all.push(known.get(month(at)) ?? { startDate: at.toISOString(), counts: {} });
  }
  return all;
}

/** The whole of many counts. */
export function summed(all: { counts: Record<string, number> }[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { counts } of all) {
    for (const [key, count] of Object.entries(counts)) sums[key] = (sums[key] ?? 0) + count;
  }
  return sums;
}

/** The shares of executions that ended well and badly, of those that ended; absent when none has. */
export function ratios(counts: Record<string, number>): { success: number | undefined; failure: number | undefined; ended: number } {
  const of = (...states: string[]) => states.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  const good = of('SUCCESS', 'CANCELLED', 'WARNING');
  const bad = of('FAILED', 'KILLED', 'RETRIED');
  const ended = good + bad + of('SKIPPED');
  return ended === 0 ? { success: undefined, failure: undefined, ended } : { success: good / ended, failure: bad / ended, ended };
}

/** What occurs in some counts, in an order. */
export function occurring(all: { counts: Record<string, number> }[], order: readonly string[]): string[] {
  const counts = summed(all);
  return [...new Set(order)].filter((key) => counts[key]);
}
