import { Select } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, query } from '~/api/client';
import type { Flow } from '~/api/flows';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { TimeBars } from '~/components/charts/TimeBars';
import { Await, Empty } from '~/components/Empty';
import { flowWords } from '../flowWords';

const spans = [1, 7, 30, 90, 365];

/** Figures that tasks reported, over time. */
export default function Metrics({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const at = { namespace: flow.namespace, flowId: flow.id };
  const names = useQuery({ queryKey: ['metrics', at], queryFn: () => answer(api.GET('/api/v1/main/metrics/names/{namespace}/{flowId}', { params: { path: at } })) });
  return <Await query={names}>{(known) => (known.length === 0 ? <Empty icon={IconChartHistogram} title={t.noMetrics} text={t.noMetricsText} /> : <Figure flow={at} names={known} />)}</Await>;
}

function Figure({ flow, names }: { flow: { namespace: string; flowId: string }; names: string[] }) {
  const t = useTexts(flowWords);
  const formats = useFormats();
  const [metric, setMetric] = useState(names[0] ?? '');
  const [task, setTask] = useState('');
  const [aggregation, setAggregation] = useState('sum');
  const [days, setDays] = useState(30);
  const tasks = useQuery({ queryKey: ['metrics', flow, 'tasks'], queryFn: () => answer(api.GET('/api/v1/main/metrics/tasks/{namespace}/{flowId}', { params: { path: flow } })) });
  const series = useQuery({
    queryKey: ['metrics', flow, metric, task, aggregation, days],
    queryFn: () => {
      const asked = query({ aggregation, startDate: new Date(Date.now() - days * 86_400_000).toISOString() });
      return answer(
        task
          ? api.GET('/api/v1/main/metrics/aggregates/{namespace}/{flowId}/{taskId}/{metric}', { params: { path: { ...flow, taskId: task, metric }, query: asked } })
          : api.GET('/api/v1/main/metrics/aggregates/{namespace}/{flowId}/{metric}', { params: { path: { ...flow, metric }, query: asked } }),
      );
    },
    placeholderData: (before) => before,
  });
  const aggregations = ['sum', 'avg', 'min', 'max'] as const;
  return (
    <>
      <div className="tools">
        <Select aria-label={t.metric} data={names} value={metric} onChange={(value) => setMetric(value ?? metric)} allowDeselect={false} />
        <Select aria-label={t.task} data={tasks.data ?? []} value={task || null} placeholder={t.allTasks} clearable onChange={(value) => setTask(value ?? '')} />
        <Select aria-label={t.aggregation} data={aggregations.map((value) => ({ value, label: t[value] }))} value={aggregation} onChange={(value) => setAggregation(value ?? 'sum')} allowDeselect={false} />
        <Select aria-label={t.span} data={spans.map((value) => ({ value: String(value), label: t.lastDays(value) }))} value={String(days)} onChange={(value) => setDays(Number(value))} allowDeselect={false} />
      </div>
      <Card title={metric}>
        <Await query={series}>
          {({ aggregations: pieces, groupBy }) => (
            <TimeBars
              label={metric}
              height={260}
              buckets={pieces.map((piece) => ({ name: groupBy === 'minute' || groupBy === 'hour' ? formats.dateTime(piece.date) : formats.date(piece.date), counts: { [metric]: piece.value } }))}
              parts={[metric]}
              colorOf={() => 'var(--mantine-primary-color-filled)'}
              valueText={formats.number}
            />
          )}
        </Await>
      </Card>
    </>
  );
}
