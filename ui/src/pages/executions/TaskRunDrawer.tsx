import { Drawer, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answer, api, query } from '~/api/client';
import type { Execution, TaskRun } from '~/api/executions';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Await } from '~/components/Empty';
import { LogLine } from '~/components/logs/LogLine';
import { StateBadge } from '~/components/StateBadge';
import { Value } from './Value';
import { isTerminal } from '~/components/states';
import { TaskRunActions } from './actions/TaskRunActions';
import { pageWords } from './pageWords';

/** A task run: its attempts, what it wrote and gave, and what can be done from it. */
export function TaskRunDrawer({ execution, taskRunId, onClose }: { execution: Execution; taskRunId: string | undefined; onClose: () => void }) {
  const t = useTexts(pageWords);
  const run = execution.taskRunList.find((one) => one.id === taskRunId);
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
            <StateBadge state={run.state.current} />
          </Group>
        )
      }
    >
      {run && <Details execution={execution} run={run} />}
    </Drawer>
  );
}

function Details({ execution, run }: { execution: Execution; run: TaskRun }) {
  const t = useTexts(pageWords);
  const formats = useFormats();
  const logs = useQuery({
    queryKey: ['logs', execution.id, run.id],
    queryFn: () => answer(api.GET('/api/v1/main/logs/{executionId}', { params: { path: { executionId: execution.id }, query: query({ taskRunId: run.id }) } })),
    refetchInterval: isTerminal(run.state.current) ? false : 2_000,
  });
  return (
    <Stack gap="md">
      <TaskRunActions execution={execution} run={run} />
      <table className="rows">
        <tbody>
          {run.attempts.map((attempt, index) => (
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
        <Await query={logs}>
          {(lines) =>
            lines.length === 0 ? (
              <span className="quiet">{t.noLogs}</span>
            ) : (
              <div className="frame">
                {lines.slice(-500).map((log, index) => (
                  <LogLine key={index} log={log} />
                ))}
              </div>
            )
          }
        </Await>
      </section>
      {Object.keys(run.outputs).length > 0 && (
        <section>
          <Text fw={600} size="sm" mb={6}>
            {t.outputs}
          </Text>
          <Value executionId={execution.id} value={run.outputs} />
        </section>
      )}
    </Stack>
  );
}
