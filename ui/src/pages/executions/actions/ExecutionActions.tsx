import { Button, Group, Menu } from '@mantine/core';
import { IconCopy, IconPencil, IconPlayerPause, IconPlayerPlay, IconPlayerSkipForward, IconPlayerTrackNext, IconRefresh, IconRepeat, IconSkull, IconTags, IconTrash, IconTransfer, IconUrgent, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Execution } from '~/api/executions';
import { useTexts } from '~/app/texts';
import { isRunning } from '~/components/states';
import { MoreMenu } from '~/components/MoreMenu';
import { useCopy } from '~/components/useCopy';
import { RunDialog } from '../../run/RunDialog';
import { ActionDialog } from './ActionDialog';
import { isAllowed, type Action } from './allowed';
import { givenTo } from './givenTo';
import { words } from './words';

const icons: Record<Action, Icon> = {
  kill: IconSkull,
  pause: IconPlayerPause,
  resume: IconPlayerPlay,
  continue: IconPlayerTrackNext,
  restart: IconRefresh,
  replay: IconRepeat,
  state: IconTransfer,
  labels: IconTags,
  unqueue: IconPlayerSkipForward,
  force: IconUrgent,
  delete: IconTrash,
};
const all = Object.keys(icons) as Action[];

/** What can be done with an execution in its present state: the likely first, all of it in a menu. */
export function ExecutionActions({ execution }: { execution: Execution }) {
  const t = useTexts(words);
  const copy = useCopy();
  const [open, setOpen] = useState<Action | 'again'>();
  const state = execution.state.current;
  const likely = all.filter((action) => isAllowed(action, state) && likelyIn(state).includes(action));
  const copyId = () => copy(execution.id);
  return (
    <Group gap={8} wrap="nowrap">
      {likely.map((action) => {
        const Shape = icons[action];
        return (
          <Button key={action} variant="default" leftSection={<Shape size={15} />} onClick={() => setOpen(action)}>
            {t[action]}
          </Button>
        );
      })}
      <MoreMenu label={t.more}>
        {all
          .filter((action) => isAllowed(action, state) && !likely.includes(action))
          .map((action) => {
            const Shape = icons[action];
            return (
              <Menu.Item key={action} color={action === 'delete' ? 'red' : undefined} leftSection={<Shape size={15} />} onClick={() => setOpen(action)}>
                {t[action]}
              </Menu.Item>
            );
          })}
        <Menu.Divider />
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={copyId}>
          {t.copyId}
        </Menu.Item>
        <Menu.Item component={Link} to={`/flows/edit/${execution.namespace}/${execution.flowId}/edit`} leftSection={<IconPencil size={15} />}>
          {t.editFlow}
        </Menu.Item>
      </MoreMenu>
      <Button leftSection={<IconPlayerPlay size={15} />} onClick={() => setOpen('again')}>
        {t.again}
      </Button>
      {open === 'again' && <RunDialog flow={{ namespace: execution.namespace, id: execution.flowId }} initial={givenTo(execution)} onClose={() => setOpen(undefined)} />}
      {open && open !== 'again' && <ActionDialog action={open} execution={execution} onClose={() => setOpen(undefined)} />}
    </Group>
  );
}

function likelyIn(state: string): Action[] {
  if (state === 'FAILED') return ['restart', 'replay'];
  if (state === 'PAUSED') return ['resume', 'kill'];
  if (state === 'BREAKPOINT') return ['continue', 'kill'];
  if (state === 'QUEUED') return ['unqueue', 'kill'];
  return isRunning(state) ? ['kill', 'pause'] : ['replay'];
}
