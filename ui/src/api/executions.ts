import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, query, type Schemas } from './client';

export type Execution = Schemas['Execution'];
export type TaskRun = Schemas['TaskRun'];

export const executionQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['executions', search],
      queryFn: () => answer(api.GET('/api/v1/main/executions/search', { params: { query: query({ taskRuns: 'false', ...search }) } })),
      placeholderData: (before) => before,
    }),
  taskRun: (id: string, taskRunId: string, state: string) =>
    queryOptions({
      queryKey: ['execution', id, 'task-run', taskRunId, state],
      queryFn: () => answer(api.GET('/api/v1/main/executions/{executionId}/task-runs/{taskRunId}', { params: { path: { executionId: id, taskRunId } } })),
      placeholderData: (before) => before,
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['execution', id],
      queryFn: () => answer(api.GET('/api/v1/main/executions/{id}', { params: { path: { id } } })),
    }),
};
