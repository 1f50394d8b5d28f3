import { ActionIcon, Button, SegmentedControl, Select, Tooltip } from '@mantine/core';
import { IconFlask, IconPlayerPlay, IconRestore } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { executionActions } from '~/api/executionActions';
import { useLiveExecution } from '~/api/live';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Await, Empty, Loading } from '~/components/Empty';
import { StateBadge } from '~/components/StateBadge';
import { words } from '../words';
import classes from './playground.module.css';
import type { Trial } from './playground';
import type { Playground } from './usePlayground';

const views = {
  logs: lazy(() => import('~/pages/executions/tabs/Logs')),
  outputs: lazy(() => import('~/pages/executions/tabs/Outputs')),
  gantt: lazy(() => import('~/pages/executions/tabs/Gantt')),
};
type View = keyof typeof views;

/** Tasks to try one by one, and what came of it. */
export function PlaygroundPanel({ playground }: { playground: Playground }) {
  const t = useTexts(words);
  const formats = useFormats();
  const { tasks, possible, busy, trials, play, forget } = playground;
  const [chosen, setChosen] = useState<string>();
  const shown = trials.find((trial) => trial.execution === chosen) ?? trials[0];
  if (!possible) return <Empty icon={IconFlask} title={t.playground} text={t.playgroundUnsaved} />;
  return (
    <div className={classes.panel}>
      <ul className={classes.tasks} aria-label={t.playgroundTasks}>
        {tasks.map((task) => (
          <li key={task}>
            <Tooltip label={t.tryTask(task)} openDelay={400}>
              <Button
                variant="default"
                size="compact-sm"
                loading={busy}
                leftSection={<IconPlayerPlay size={13} color="var(--state-success)" />}
                aria-label={t.tryTask(task)}
                onClick={() => {
                  setChosen(undefined);
                  void play(task);
                }}
              >
                {task}
              </Button>
            </Tooltip>
          </li>
        ))}
      </ul>
      {shown ? (
        <>
          <div className={classes.bar}>
            <Select
              aria-label={t.trial}
              data={trials.map((trial) => ({ value: trial.execution, label: `${trial.task} · ${formats.time(trial.at)}` }))}
              value={shown.execution}
              onChange={(execution) => setChosen(execution ?? undefined)}
              allowDeselect={false}
              w={220}
            />
            <Tooltip label={t.forgetTrials}>
              <ActionIcon variant="default" size={30} aria-label={t.forgetTrials} onClick={forget}>
                <IconRestore size={15} />
              </ActionIcon>
            </Tooltip>
          </div>
          <Result key={shown.execution} flow={playground.flow} trial={shown} />
        </>
      ) : (
        <Empty icon={IconFlask} title={t.playground} text={t.playgroundText} />
      )}
    </div>
  );
}

function Result({ flow, trial }: { flow: Playground['flow']; trial: Trial }) {
  const t = useTexts(words);
  const [view, setView] = useState<View>('logs');
  const { execution, runs, error } = useLiveExecution(trial.execution);
  const stopped = execution?.state.current === 'BREAKPOINT';
  // what is not tried is not to wait for ever
  useEffect(() => {
    if (stopped) void executionActions.kill(trial.execution, true).catch(() => undefined);
  }, [stopped, trial.execution]);
  const View = views[view];
  const run = runs.findLast((one) => one.taskId === trial.task);
  return (
    <>
      <div className={classes.bar}>
        <b>{trial.task}</b>
        {run ? <StateBadge state={run.state} /> : execution && <StateBadge state={execution.state.current} />}
        <Link to="/executions/$namespace/$flowId/$id" params={{ namespace: flow.namespace, flowId: flow.id, id: trial.execution }}>
          {t.openExecution}
        </Link>
        <SegmentedControl
          ml="auto"
          size="xs"
          aria-label={t.trial}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'logs', label: t.logs },
            { value: 'outputs', label: t.outputs },
            { value: 'gantt', label: t.gantt },
          ]}
        />
      </div>
      <div className={classes.result}>
        <Await query={{ data: execution, error }}>
          {(known) => (
            <Suspense fallback={<Loading />}>
              <View execution={known} runs={runs} />
            </Suspense>
          )}
        </Await>
      </div>
    </>
  );
}
