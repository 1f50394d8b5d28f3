import { queryOptions } from '@tanstack/react-query';
import type { Search } from '~/app/search';
import { answer, api, query, yaml, type Schemas } from './client';

export type Flow = Schemas['Flow'];
export type FlowId = Schemas['FlowId'];

const at = ({ namespace, id }: FlowId) => ({ path: { namespace, id } });

export const flowQueries = {
  search: (search: Search) =>
    queryOptions({
      queryKey: ['flows', search],
      queryFn: () => answer(api.GET('/api/v1/main/flows/search', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
  one: (flow: FlowId, revision?: number) =>
    queryOptions({
      queryKey: ['flow', flow, revision],
      queryFn: () => answer(api.GET('/api/v1/main/flows/{namespace}/{id}', { params: { ...at(flow), query: query({ source: 'true', allowDeleted: 'true', revision: revision?.toString() }) } })),
    }),
  revisions: (flow: FlowId) =>
    queryOptions({
      queryKey: ['flow', flow, 'revisions'],
      queryFn: () => answer(api.GET('/api/v1/main/flows/{namespace}/{id}/revisions', { params: { ...at(flow), query: query({ allowDelete: 'true' }) } })),
    }),
  latest: (flows: FlowId[]) =>
    queryOptions({
      queryKey: ['executions', 'latest', flows],
      queryFn: () => answer(api.POST('/api/v1/main/executions/latest', { body: flows })),
      enabled: flows.length > 0,
    }),
  /** How the last executions of flows went. */
  lately: (flows: FlowId[]) =>
    queryOptions({
      queryKey: ['executions', 'lately', flows],
      queryFn: () => answer(api.POST('/api/v1/main/stats/executions/by-flow', { body: { flows, last: 15 } })),
      enabled: flows.length > 0,
      placeholderData: (before) => before,
    }),
  /** The graph of a flow; tasks whose uids are `unfolded` are drawn with the flows that they start. */
  graph: (flow: FlowId, unfolded: string[] = []) =>
    queryOptions({
      queryKey: ['flow', flow, 'graph', unfolded],
      placeholderData: (before) => before,
      queryFn: () => answer(api.GET('/api/v1/main/flows/{namespace}/{id}/graph', { params: { ...at(flow), query: query({ subflows: unfolded.length > 0 ? unfolded.join(',') : undefined }) } })),
    }),
  dependencies: (flow: FlowId, expandAll: boolean) =>
    queryOptions({
      queryKey: ['flow', flow, 'dependencies', expandAll],
      queryFn: () => answer(api.GET('/api/v1/main/flows/{namespace}/{id}/dependencies', { params: { ...at(flow), query: query({ expandAll: String(expandAll) }) } })),
    }),
  namespaces: () =>
    queryOptions({
      queryKey: ['flows', 'namespaces'],
      queryFn: () => answer(api.GET('/api/v1/main/flows/distinct-namespaces', {})),
    }),
};

export const flowActions = {
  create: (source: string) => answer(api.POST('/api/v1/main/flows', yaml(source))),
  update: (flow: FlowId, source: string) => answer(api.PUT('/api/v1/main/flows/{namespace}/{id}', { params: at(flow), ...yaml(source) })),
  remove: (flow: FlowId) => answer(api.DELETE('/api/v1/main/flows/{namespace}/{id}', { params: at(flow) })),
  validate: (source: string, signal?: AbortSignal) => answer(api.POST('/api/v1/main/flows/validate', { ...yaml(source), signal })),
  draw: (source: string, signal?: AbortSignal, unfolded: string[] = []) => answer(api.POST('/api/v1/main/flows/graph', { params: { query: query({ subflows: unfolded.length > 0 ? unfolded.join(',') : undefined }) }, ...yaml(source), signal })),
  completions: (source: string) => answer(api.POST('/api/v1/main/flows/expressions', yaml(source))),
  removeRevisions: (flow: FlowId, revisions: number[]) =>
    answer(api.DELETE('/api/v1/main/flows/{namespace}/{id}/revisions', { params: { ...at(flow), query: query({ revisions: revisions.join(',') }) as never } })),
  removeAll: (flows: FlowId[]) => answer(api.DELETE('/api/v1/main/flows/delete/by-ids', { body: flows })),
  removeFound: (found: Search) => answer(api.DELETE('/api/v1/main/flows/delete/by-query', { params: { query: query(found) } })),
  enable: (flows: FlowId[]) => answer(api.POST('/api/v1/main/flows/enable/by-ids', { body: flows })),
  enableFound: (found: Search) => answer(api.POST('/api/v1/main/flows/enable/by-query', { params: { query: query(found) } })),
  disable: (flows: FlowId[]) => answer(api.POST('/api/v1/main/flows/disable/by-ids', { body: flows })),
  disableFound: (found: Search) => answer(api.POST('/api/v1/main/flows/disable/by-query', { params: { query: query(found) } })),
};
