import { Button, Group, Menu } from '@mantine/core';
import { IconExternalLink, IconRepeat, IconTransfer } from '@tabler/icons-react';
import { useState } from 'react';
import { executionActions } from '~/api/executionActions';
import type { Execution } from '~/api/executions';
import { watchAgain, type Run } from '~/api/live';
import { useTexts } from '~/app/texts';
import { useAct } from '~/components/useAct';
import { pageWords } from '../pageWords';
import { ExecutionLink } from '../tabs/Overview';
import { ActionDialog } from './ActionDialog';
import { isAllowed, taskRunStates } from './allowed';
import { words } from './words';

/** What can be done from a task run. */
export function TaskRunActions({ execution, run }: { execution: Execution; run: Run }) {
  const t = useTexts(words);
  const p = useTexts(pageWords);
  const [replay, setReplay] = useState(false);
  const [act, busy] = useAct();
  const states = taskRunStates(run.state, execution.state.current);
  return (
    <Group gap={8}>
      <Button variant="default" leftSection={<IconRepeat size={15} />} disabled={!isAllowed('replay', execution.state.current)} onClick={() => setReplay(true)}>
        {t.replayFromHere}
      </Button>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" leftSection={<IconTransfer size={15} />} disabled={states.length === 0} loading={busy}>
            {t.changeTaskRun}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {states.map((state) => (
            <Menu.Item
              key={state}
              onClick={() => void act(() => executionActions.changeTaskRun(execution.id, run.id, state), t.done.state).then((done) => done !== undefined && watchAgain(execution.id))}
            >
              {state}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {run.subflow && (
        <Group gap={4}>
          <IconExternalLink size={14} />
          <span title={p.subflow}>
            <ExecutionLink id={run.subflow} />
          </span>
        </Group>
      )}
      {replay && <ActionDialog action="replay" execution={execution} from={{ id: run.id, taskId: run.taskId }} onClose={() => setReplay(false)} />}
    </Group>
  );
}
