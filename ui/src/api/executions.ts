import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, query, type Schemas } from './client';

export type Execution = Schemas['Execution'];
export type TaskRun = Schemas['TaskRun'];

const MOST_LINKED = '100';

const search = (conditions: Search) => answer(api.GET('/api/v1/main/executions/search', { params: { query: query({ taskRuns: 'false', ...conditions }) } }));
const one = (id: string) => answer(api.GET('/api/v1/main/executions/{id}', { params: { path: { id } } }));

export const executionQueries = {
  search: (conditions: Search) =>
    queryOptions({
      queryKey: ['executions', conditions],
      queryFn: () => search(conditions),
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
      queryFn: () => one(id),
    }),
  /** Those that belong together with one: what it repeats, its replays, what it started, and all that the same event has led to. */
  linked: (execution: Execution, caller: string | undefined) =>
    queryOptions({
      queryKey: ['executions', 'linked', execution.id, execution.state.current],
      queryFn: async () => {
        const correlation = execution.labels.find((label) => label.key === 'system.correlationId')?.value;
        const conditions: Search[] = [
          { 'filters[triggerExecutionId][EQUALS]': execution.id },
          { 'filters[parentId][EQUALS]': execution.id },
          ...(correlation ? [{ 'filters[labels][EQUALS][system.correlationId]': correlation }] : []),
        ];
        const above = [caller, execution.parentId, execution.originalId].filter((id) => id !== undefined && id !== execution.id);
        const [pages, ones] = await Promise.all([
          Promise.all(conditions.map((condition) => search({ ...condition, size: MOST_LINKED, sort: 'state.startDate:asc' }))),
          // one that was deleted is left out
          Promise.all([...new Set(above)].map((id) => one(id ?? '').catch(() => undefined))),
        ]);
        const all = new Map([...ones, ...pages.flatMap((page) => page.results)].flatMap((found) => (found ? [[found.id, found] as const] : [])));
        all.delete(execution.id);
        return [...all.values()];
      },
      placeholderData: (before) => before,
    }),
};
