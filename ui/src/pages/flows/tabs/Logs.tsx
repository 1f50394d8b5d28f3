import { IconFileText } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { answer, api, query } from '~/api/client';
import type { Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { Await, Empty } from '~/components/Empty';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { Pager } from '~/components/list/Pager';
import { useList } from '~/components/list/useList';
import { LogLine } from '~/components/logs/LogLine';
import { Card } from '~/components/Card';
import { flowWords } from '../flowWords';

const fields = [f.level, f.taskId, f.triggerId, f.executionId, f.timeRange, f.startDate];

/** What the executions and triggers of a flow wrote, newest first. */
export default function Logs({ flow }: { flow: Flow }) {
  const t = useTexts(flowWords);
  const list = useList({
    sort: 'timestamp:desc',
    fixed: [
      { field: 'namespace', comparator: 'EQUALS', values: [flow.namespace] },
      { field: 'flowId', comparator: 'EQUALS', values: [flow.id] },
    ],
  });
  const logs = useQuery({
    queryKey: ['logs', list.query],
    queryFn: () => answer(api.GET('/api/v1/main/logs/search', { params: { query: query(list.query) } })),
    placeholderData: (before) => before,
  });
  return (
    <>
      <FilterBar name="logs" list={list} fields={fields} refresh={logs.refetch} />
      <Await query={logs}>
        {({ results, total }) =>
          total === 0 ? (
            <Empty icon={IconFileText} title={t.noLogs} text={t.noLogsText} />
          ) : (
            <Card flush>
              {results.map((log, index) => (
                <LogLine key={index} log={log} withTask withExecution sought={list.text} />
              ))}
              <Pager list={list} total={total} />
            </Card>
          )
        }
      </Await>
    </>
  );
}
