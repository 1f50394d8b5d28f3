import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { triggerSets, type TriggerName } from '~/api/triggers';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { confirm } from '~/components/Confirm';
import type { Selection } from '~/components/list/DataTable';
import { useAct } from '~/components/useAct';
import { words } from './words';

type Some = (triggers: TriggerName[]) => Promise<{ count: number }>;
type Found = (conditions: Search) => Promise<{ count: number }>;

/** What can be done with several triggers at once. */
export function TriggerBulk({ selection, conditions }: { selection: Selection; conditions: Search }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act, busy] = useAct();
  const triggers = selection.keys.map((key) => {
    const [namespace = '', flowId = '', triggerId = ''] = key.split('/');
    return { namespace, flowId, triggerId };
  });
  const change = (some: Some, found: Found) =>
    act(async () => {
      const { count } = await (selection.all ? found(conditions) : some(triggers));
      selection.clear();
      return count;
    }, t.changed);
  const turn = (disabled: boolean) =>
    change(
      (names) => triggerSets.setDisabled(names, disabled),
      (found) => triggerSets.setDisabledFound(found, disabled),
    );
  const remove = () =>
    confirm({
      title: t.bulkDelete(selection.count),
      body: t.deleteText,
      action: s.delete,
      dangerous: true,
      onConfirm: () => change(triggerSets.remove, triggerSets.removeFound),
    });
  return (
    <Button.Group>
      <Button variant="default" disabled={busy} onClick={() => void turn(false)}>
        {t.enable}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => void turn(true)}>
        {t.disable}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => void change(triggerSets.unlock, triggerSets.unlockFound)}>
        {t.unlock}
      </Button>
      <Menu>
        <Menu.Target>
          <Button variant="default" disabled={busy} rightSection={<IconChevronDown size={13} />}>
            {t.backfill}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void change(triggerSets.pause, triggerSets.pauseFound)}>{t.pauseAll}</Menu.Item>
          <Menu.Item onClick={() => void change(triggerSets.continue, triggerSets.continueFound)}>{t.continueAll}</Menu.Item>
          <Menu.Item onClick={() => void change(triggerSets.cancel, triggerSets.cancelFound)}>{t.cancelAll}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" c="var(--state-failed)" disabled={busy} onClick={remove}>
        {s.delete}
      </Button>
    </Button.Group>
  );
}
