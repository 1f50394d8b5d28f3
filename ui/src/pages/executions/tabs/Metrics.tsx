import { TextInput } from '@mantine/core';
import { IconChartHistogram } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, api, query } from '~/api/client';
import type { Execution } from '~/api/executions';
import { duration, useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Card } from '~/components/Card';
import { Await, Empty } from '~/components/Empty';
import { isTerminal } from '~/components/states';
import { pageWords } from '../pageWords';

/** Figures that the tasks of an execution reported. */
export default function Metrics({ execution }: { execution: Execution }) {
  const t = useTexts(pageWords);
  const formats = useFormats();
  const [text, setText] = useState('');
  const metrics = useQuery({
    queryKey: ['metrics', execution.id, execution.state.current],
    queryFn: () => answer(api.GET('/api/v1/main/metrics/{executionId}', { params: { path: { executionId: execution.id }, query: query({ size: '1000' }) } })),
    refetchInterval: isTerminal(execution.state.current) ? false : 10_000,
    placeholderData: (before) => before,
  });
  return (
    <Await query={metrics}>
      {({ results }) =>
        results.length === 0 ? (
          <Empty icon={IconChartHistogram} title={t.noMetrics} text={t.noMetricsText} />
        ) : (
          <>
            <TextInput placeholder={t.search} aria-label={t.search} value={text} onChange={(event) => setText(event.currentTarget.value)} maw={320} />
            <Card>
              <table className="rows">
                <thead>
                  <tr>
                    <th>{t.task}</th>
                    <th>{t.name}</th>
                    <th>{t.type}</th>
                    <th>{t.value}</th>
                    <th>{t.tags}</th>
                    <th>{t.time}</th>
                  </tr>
                </thead>
                <tbody>
                  {results
                    .filter((metric) => `${metric.taskId} ${metric.name}`.toLowerCase().includes(text.toLowerCase()))
                    .map((metric, index) => (
                      <tr key={index}>
                        <td>{metric.taskId}</td>
                        <td>{metric.name}</td>
                        <td className="quiet">{metric.type}</td>
                        <td>{metric.type === 'timer' ? duration(metric.value) : formats.number(metric.value)}</td>
                        <td className="mono">
                          {Object.entries(metric.tags)
                            .map(([key, value]) => `${key}=${value}`)
                            .join(' ')}
                        </td>
                        <td>{formats.time(metric.timestamp)}</td>
                      </tr>
                    ))}
                </tbody>
              </table>
            </Card>
          </>
        )
      }
    </Await>
  );
}
