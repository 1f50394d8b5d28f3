import { queryOptions } from '@tanstack/react-query';
import { answer, api, fetchRaw, query, type Schemas } from './client';
import { serverPath } from '~/app/place';
import { reach } from './reach';

export type Limit = Schemas['Limit'];

export const systemQueries = {
  config: () =>
    queryOptions({
      queryKey: ['config'],
      queryFn: () => answer(api.GET('/api/v1/main/configs')),
      staleTime: 60_000,
    }),
  health: () =>
    queryOptions({
      queryKey: ['health'],
      // a part that is down makes it answer 503, with the same body
      queryFn: async () => (await (await reach(`${serverPath}/health`)).json()) as Schemas['Health'],
      retry: false,
    }),
  version: () => queryOptions({ queryKey: ['version'], queryFn: async () => (await (await fetchRaw(`${serverPath}/version`)).json()) as Schemas['Version'] }),
  limits: (search: Record<string, string>) =>
    queryOptions({
      queryKey: ['limits', search],
      queryFn: () => answer(api.GET('/api/v1/main/concurrency-limit/search', { params: { query: query(search) } })),
      placeholderData: (before) => before,
    }),
};
