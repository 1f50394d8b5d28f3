import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client';

const FOREVER = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY };

export const pluginQueries = {
  schema: (type: string) =>
    queryOptions({
      queryKey: ['plugins', 'schema', type],
      queryFn: async () => (await answer(api.GET('/api/v1/main/plugins/schemas/{type}', { params: { path: { type } } }))) as object,
      ...FOREVER,
    }),
  type: (cls: string) =>
    queryOptions({
      queryKey: ['plugins', 'type', cls],
      queryFn: () => answer(api.GET('/api/v1/main/plugins/{cls}', { params: { path: { cls } } })),
      ...FOREVER,
    }),
};
