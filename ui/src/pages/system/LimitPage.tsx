import { Progress, Text } from '@mantine/core';
import { IconGauge } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { systemQueries, type Limit } from '~/api/system';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { Empty } from '~/components/Empty';
import { DataTable, type Column } from '~/components/list/DataTable';
import { useList } from '~/components/list/useList';
import { words } from './words';

/** The flows that let only so many executions run at once, and how many run. */
export function LimitPage() {
  const t = useTexts(words);
  const list = useList();
  const limits = useQuery({ ...systemQueries.limits({ page: String(list.page), size: String(list.size) }), refetchInterval: 10_000 });
  const columns: Column<Limit>[] = [
    {
      id: 'flowId',
      name: t.flow,
      cell: (limit) => (
        <Link to="/flows/edit/$namespace/$id/$tab" params={{ namespace: limit.namespace, id: limit.flowId, tab: 'concurrency' }}>
          <b>{limit.flowId}</b>
        </Link>
      ),
    },
    { id: 'namespace', name: t.namespace, cell: (limit) => limit.namespace },
    {
      id: 'slots',
      name: t.slots,
      width: '34%',
      cell: (limit) => (
        <div style={{ display: 'flex', alignItems: 'center', gap: 10 }}>
          <Progress flex={1} size="md" value={limit.limit > 0 ? (limit.running / limit.limit) * 100 : 0} aria-label={`${t.slots}: ${limit.flowId}`} />
          <Text size="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {limit.running} / {limit.limit}
          </Text>
        </div>
      ),
    },
    {
      id: 'waiting',
      name: '',
      align: 'right',
      cell: (limit) => (
        <Link
          to="/executions"
          search={{ 'filters[namespace][EQUALS]': limit.namespace, 'filters[flowId][EQUALS]': limit.flowId, 'filters[state][IN]': 'QUEUED' } as never}
        >
          {t.waiting}
        </Link>
      ),
    },
  ];
  return (
    <Page title={t.limits}>
      <div className="quiet">{t.limitsText}</div>
      <DataTable
        name="limits"
        list={list}
        query={limits}
        columns={columns}
        rowKey={(limit) => `${limit.namespace}/${limit.flowId}`}
        empty={<Empty icon={IconGauge} title={t.noLimits} text={t.limitsText} />}
      />
    </Page>
  );
}
