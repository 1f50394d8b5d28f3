import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { ask } from './ask';

export type Grouping = 'minute' | 'hour' | 'day' | 'week' | 'month';

/** What happened in a span of time, by state or level. */
export interface StatisticsBucket {
  startDate: string;
  counts: Record<string, number>;
  /** Seconds. */
  duration?: { avg: number; max: number };
}

export interface Statistics {
  groupBy: Grouping;
  buckets: StatisticsBucket[];
}

export interface NamespaceStatistics {
  namespace: string;
  counts: Record<string, number>;
}

export const statisticsQueries = {
  executions: (conditions: Search) =>
    queryOptions({
      queryKey: ['executions', 'statistics', conditions],
      queryFn: () => ask<Statistics>('/executions/stats', conditions),
      placeholderData: (before) => before,
    }),
  namespaces: (conditions: Search) =>
    queryOptions({
      queryKey: ['executions', 'statistics', 'namespaces', conditions],
      queryFn: () => ask<NamespaceStatistics[]>('/executions/stats/by-namespace', conditions),
      placeholderData: (before) => before,
    }),
  logs: (conditions: Search) =>
    queryOptions({
      queryKey: ['logs', 'statistics', conditions],
      queryFn: () => ask<Statistics>('/logs/stats', conditions),
      placeholderData: (before) => before,
    }),
};
