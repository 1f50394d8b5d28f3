import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, query, type Schemas } from './client';

export type Log = Schemas['Log'];

export const levels = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

export const logQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['logs', search],
      queryFn: () => answer(api.GET('/api/v1/main/logs/search', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
};

export const logActions = {
  removeOf: (executionId: string) => answer(api.DELETE('/api/v1/main/logs/{executionId}', { params: { path: { executionId } } })),
};
