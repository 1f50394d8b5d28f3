import { Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { executionQueries, type Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Loading } from '~/components/Empty';
import { LogLine } from '~/components/logs/LogLine';
import { StateBadge } from '~/components/StateBadge';
import { Value } from './Value';
import { TaskRunActions } from './actions/TaskRunActions';
import { pageWords } from './pageWords';
import { useLogs } from './useLogs';

const TaskSource = lazy(() => import('./TaskSource'));
const MOST_LINES = 500;

/** A task run: its attempts, what it wrote and gave, and what can be done from it. */
export function TaskRunDrawer({ execution, run, onClose }: { execution: Execution; run: Run | undefined; onClose: () => void }) {
  const t = useTexts(pageWords);
  return (
    <Drawer
      opened={run !== undefined}
      onClose={onClose}
      position="right"
      size="xl"
      closeButtonProps={{ 'aria-label': t.close }}
      title={
        run && (
          <Group gap={8}>
            <b>{run.taskId}</b>
            {run.value !== undefined && <span className="quiet">[{run.value}]</span>}
            <StateBadge state={run.state} />
          </Group>
        )
      }
    >
      {run && <Details execution={execution} run={run} />}
    </Drawer>
  );
}

function Details({ execution, run }: { execution: Execution; run: Run }) {
  const t = useTexts(pageWords);
  const formats = useFormats();
  const whole = useQuery(executionQueries.taskRun(execution.id, run.id, run.state));
  const [source, setSource] = useState(false);
  const lines = useLogs(execution.id, { taskRunId: run.id });
  return (
    <Stack gap="md">
      <TaskRunActions execution={execution} run={run} />
      <table className="rows">
        <tbody>
          {whole.data?.attempts.map((attempt, index) => (
            <tr key={index}>
              <td>
                {t.attempt} {index + 1}
              </td>
              <td>
                <StateBadge state={attempt.state.current} />
              </td>
              <td>{formats.dateTime(attempt.state.startDate)}</td>
              <td>
                <Duration start={attempt.state.startDate} end={attempt.state.endDate} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <section>
        <Text fw={600} size="sm" mb={6}>
          {t.logs}
        </Text>
        {lines.length === 0 ? (
          <span className="quiet">{t.noLogs}</span>
        ) : (
          <div className="frame">
            {lines.slice(-MOST_LINES).map((log, index) => (
              <LogLine key={index} log={log} />
            ))}
          </div>
        )}
      </section>
      <section>
        <Button variant="subtle" color="gray" size="compact-xs" aria-expanded={source} leftSection={source ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />} onClick={() => setSource(!source)}>
          {t.showSource}
        </Button>
        {source && (
          <Suspense fallback={<Loading height={60} />}>
            <TaskSource execution={execution} taskId={run.taskId} />
          </Suspense>
        )}
      </section>
      {whole.data && Object.keys(whole.data.outputs).length > 0 && (
        <section>
          <Text fw={600} size="sm" mb={6}>
            {t.outputs}
          </Text>
          <Value executionId={execution.id} value={whole.data.outputs} />
        </section>
      )}
    </Stack>
  );
}
