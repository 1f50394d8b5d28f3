import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { ask, send } from './ask';
import { path } from './client';

export interface ChartColumn {
  field?: string;
  displayName?: string;
  agg?: string;
  labelKey?: string;
  columnAlignment?: 'LEFT' | 'RIGHT' | 'CENTER';
  graphStyle?: 'LINES' | 'BARS' | 'POINTS';
}

/** A chart as its author wrote it. */
export interface Chart {
  id: string;
  type: string;
  chartOptions?: {
    displayName?: string;
    description?: string;
    width?: number;
    column?: string;
    colorByColumn?: string;
    graphStyle?: 'DONUT' | 'PIE';
    numberType?: 'FLAT' | 'PERCENTAGE';
    legend?: { enabled?: boolean };
    header?: { enabled?: boolean };
    pagination?: { enabled?: boolean };
  };
  content?: string;
  source?: { content?: string };
  data?: { type?: string; columns?: Record<string, ChartColumn>; [member: string]: unknown };
}

export interface Dashboard {
  id: string;
  title: string;
  description?: string;
  timeWindow: { default?: string; max?: string };
  charts: Chart[];
  updated: string;
  sourceCode: string;
}

export type Row = Record<string, unknown>;

export interface Rows {
  results: Row[];
  total: number;
}

/** What the page asks of every chart. */
export interface ChartQuestion {
  startDate: string;
  endDate: string;
  namespace?: string;
  labels?: Record<string, string>;
  filters?: { field: string; operation: string; value: unknown }[];
  pageNumber?: number;
  pageSize?: number;
}

/** What is wrong with a source; nothing when it is in order. */
export interface Validation {
  constraints?: string;
  warnings?: string[];
}

const YAML = 'application/x-yaml';

export const dashboardQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['dashboards', search],
      queryFn: () => ask<{ results: Dashboard[]; total: number }>('/dashboards', search),
      placeholderData: (before) => before,
    }),
  one: (id: string) => queryOptions({ queryKey: ['dashboard', id], queryFn: () => ask<Dashboard>(path`/dashboards/${id}`) }),
  rows: (dashboard: string, chart: string, question: ChartQuestion) =>
    queryOptions({
      queryKey: ['dashboard', dashboard, 'chart', chart, question],
      queryFn: () => send<Rows>('POST', path`/dashboards/${dashboard}/charts/${chart}`, question),
      placeholderData: (before) => before,
    }),
  preview: (chart: string, question: ChartQuestion) =>
    queryOptions({
      queryKey: ['dashboard', 'preview', chart, question],
      queryFn: () => send<Rows>('POST', '/dashboards/charts/preview', { chart, globalFilter: question }),
      placeholderData: (before) => before,
      retry: false,
    }),
};

export const dashboardActions = {
  create: (source: string) => send<Dashboard>('POST', '/dashboards', source, YAML),
  update: (id: string, source: string) => send<Dashboard>('PUT', path`/dashboards/${id}`, source, YAML),
  remove: (id: string) => send<undefined>('DELETE', path`/dashboards/${id}`),
  validate: (source: string) => send<Validation>('POST', '/dashboards/validate', source, YAML),
};
