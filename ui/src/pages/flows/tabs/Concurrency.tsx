import { SimpleGrid } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answer, api, query } from '~/api/client';
import { executionQueries } from '~/api/executions';
import type { Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Fact } from '~/components/Card';
import { Empty } from '~/components/Empty';
import { useList } from '~/components/list/useList';
import { ExecutionTable } from '../../executions/ExecutionList';
import { flowWords } from '../flowWords';

interface Limit {
  limit: number;
  behavior?: string;
}

/** How many executions of a flow may run, run and wait. */
export default function Concurrency({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const limit = flow.concurrency as Limit | undefined;
  return limit ? <Queue flow={flow} limit={limit} /> : <Empty icon={IconGauge} title={t.noLimit} text={t.noLimitText} />;
}

function Queue({ flow, limit }: { flow: Flow; limit: Limit }) {
  const t = useTexts(flowWords);
  const own = [
    { field: 'namespace', comparator: 'EQUALS' as const, values: [flow.namespace] },
    { field: 'flowId', comparator: 'EQUALS' as const, values: [flow.id] },
    { field: 'state', comparator: 'IN' as const, values: ['QUEUED', 'RUNNING', 'CREATED', 'PAUSED'] },
  ];
  const list = useList({ sort: 'state.startDate:asc', fixed: own });
  const running = useQuery({
    queryKey: ['concurrency', flow.namespace, flow.id],
    queryFn: () => answer(api.GET('/api/v1/main/concurrency-limit/search', { params: { query: query({ size: '1000' }) } })),
    refetchInterval: 10_000,
  });
  const waiting = useQuery(executionQueries.search({ 'filters[namespace][EQUALS]': flow.namespace, 'filters[flowId][EQUALS]': flow.id, 'filters[state][EQUALS]': 'QUEUED', size: '1' }));
  const count = running.data?.results.find((one) => one.flowId === flow.id && one.namespace === flow.namespace)?.running ?? 0;
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="sm">
        <Fact name={t.limit} value={limit.limit} />
        <Fact name={t.running} value={count} color="var(--state-running)" />
        <Fact name={t.waiting} value={waiting.data?.total ?? 0} />
        <Fact name={t.behavior} value={limit.behavior ?? 'QUEUE'} />
      </SimpleGrid>
      <ExecutionTable list={list} without={['namespace', 'flowId']} />
    </>
  );
}
