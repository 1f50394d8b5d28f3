import { Menu } from '@mantine/core';
import { IconFileText, IconHistory, IconInfoCircle, IconLockOpen, IconPlayerPlay, IconRefresh, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { triggerActions, type Trigger } from '~/api/triggers';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { confirm } from '~/components/Confirm';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { words } from './words';

interface Props {
  trigger: Trigger;
  showDetails: () => void;
  backfill: () => void;
}

/** What can be done with one trigger. */
export function TriggerActions({ trigger, showDetails, backfill }: Props) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act] = useAct();
  const { state } = trigger;
  const id = state.triggerId;
  const unlock = () =>
    confirm({ title: t.unlockTitle(id), body: t.unlockText, action: t.unlock, onConfirm: () => act(() => triggerActions.unlock(state), t.unlocked) });
  const remove = () =>
    confirm({
      title: t.deleteTitle(id),
      body: t.deleteText,
      action: s.delete,
      dangerous: true,
      onConfirm: () => act(() => triggerActions.remove(state), t.deleted),
    });
  const conditions = { 'filters[namespace][EQUALS]': state.namespace, 'filters[flowId][EQUALS]': state.flowId };
  return (
    <MoreMenu label={`${s.actions}: ${id}`} inRow>
      <Menu.Item leftSection={<IconInfoCircle size={15} />} onClick={showDetails}>
        {t.details}
      </Menu.Item>
      {state.kind === 'SCHEDULE' && !state.backfill && trigger.trigger && (
        <Menu.Item leftSection={<IconHistory size={15} />} onClick={backfill}>
          {t.newBackfill}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconLockOpen size={15} />} disabled={!state.locked} onClick={unlock}>
        {t.unlock}
      </Menu.Item>
      <Menu.Item leftSection={<IconRefresh size={15} />} onClick={() => void act(() => triggerActions.restart(state), t.restarted)}>
        {t.restart}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item
        component={Link}
        to="/logs"
        search={{ ...conditions, 'filters[triggerId][EQUALS]': id, 'filters[timeRange][EQUALS]': 'P7D' } as never}
        leftSection={<IconFileText size={15} />}
      >
        {t.seeLogs}
      </Menu.Item>
      <Menu.Item component={Link} to="/executions" search={conditions as never} leftSection={<IconPlayerPlay size={15} />}>
        {t.seeExecutions}
      </Menu.Item>
      <Menu.Divider />
      <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={remove}>
        {s.delete}
      </Menu.Item>
    </MoreMenu>
  );
}
