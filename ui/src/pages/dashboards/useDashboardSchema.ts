import { useQuery } from '@tanstack/react-query';
import { answer, api } from '~/api/client';

/** The JSON Schema of dashboards; undefined where the server has none. */
export function useDashboardSchema(): object | undefined {
  const schema = useQuery({
    queryKey: ['plugins', 'schema', 'dashboard'],
    queryFn: async () => (await answer(api.GET('/api/v1/main/plugins/schemas/{type}', { params: { path: { type: 'dashboard' } } }))) as object,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return schema.data;
}
