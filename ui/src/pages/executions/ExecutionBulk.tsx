import { Button, Checkbox, Menu, Modal, Select, Stack, TagsInput, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { bulkActions, type BulkTarget } from '~/api/executionBulk';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import type { Selection } from '~/components/list/DataTable';
import { useAct } from '~/components/useAct';
import { DialogButtons } from '~/components/DialogButtons';
import { labelOf } from './actions/ActionDialog';
import type { Action } from './actions/allowed';
import { words } from './actions/words';

const first: Action[] = ['kill', 'restart', 'replay', 'delete'];
const more: Action[] = ['pause', 'resume', 'continue', 'state', 'labels', 'unqueue', 'force'];

/** What can be done with several executions at once; all or none of them are changed. */
export function ExecutionBulk({ selection, conditions }: { selection: Selection; conditions: Search }) {
  const t = useTexts(words);
  const [open, setOpen] = useState<Action>();
  return (
    <>
      <Button.Group>
        {first.map((action) => (
          <Button key={action} variant="default" c={action === 'delete' ? 'var(--state-failed)' : undefined} onClick={() => setOpen(action)}>
            {t[action]}
          </Button>
        ))}
        <Menu>
          <Menu.Target>
            <Button variant="default" rightSection={<IconChevronDown size={14} />}>
              {t.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {more.map((action) => (
              <Menu.Item key={action} onClick={() => setOpen(action)}>
                {t[action]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </Button.Group>
      {open && <BulkDialog action={open} selection={selection} target={selection.all ? { search: conditions } : { ids: selection.keys }} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function BulkDialog({ action, selection, target, onClose }: { action: Action; selection: Selection; target: BulkTarget; onClose: () => void }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act, busy] = useAct();
  const [flag, setFlag] = useState(false);
  const [state, setState] = useState<string | null>(null);
  const [labels, setLabels] = useState<string[]>([]);
  const [count] = useState(selection.count);
  const work = async (): Promise<{ count: number }> => {
    switch (action) {
      case 'replay':
        return bulkActions.replay(target, flag);
      case 'state':
        return bulkActions.changeState(target, state ?? '');
      case 'unqueue':
        return bulkActions.unqueue(target, state ?? 'RUNNING');
      case 'labels':
        return bulkActions.labels(target, labels.map(labelOf));
      case 'delete':
        return bulkActions.remove(target, flag);
      case 'kill':
      case 'pause':
      case 'resume':
      case 'continue':
      case 'restart':
      case 'force':
        return bulkActions.simple(action, target);
    }
  };
  const go = async () => {
    const done = await act(work, (result) => t.manyDone(result.count));
    if (!done) return;
    selection.clear();
    onClose();
  };
  const flagText = { replay: t.latestRevision, delete: t.includeRunning }[action as string];
  const states = { state: ['FAILED', 'SUCCESS', 'WARNING', 'CANCELLED'], unqueue: ['RUNNING', 'CANCELLED', 'FAILED'] }[action as string];
  return (
    <Modal opened onClose={onClose} title={<b>{t.many[action](count)}</b>} closeButtonProps={{ 'aria-label': s.close }}>
      <Stack>
        {action === 'force' && <Text size="sm">{t.forceText}</Text>}
        {action === 'delete' && <Text size="sm">{t.deleteText}</Text>}
        {flagText && <Checkbox label={flagText} checked={flag} onChange={(event) => setFlag(event.currentTarget.checked)} />}
        {states && <Select label={t.newState} data={states} value={state} onChange={setState} />}
        {action === 'labels' && <TagsInput label={t.labels} placeholder={t.labelsHint} value={labels} onChange={(next) => setLabels(next.filter((label) => label.indexOf(':') > 0))} acceptValueOnBlur />}
        <DialogButtons onCancel={onClose}>
          <Button color={action === 'kill' || action === 'delete' ? 'red' : undefined} loading={busy} disabled={(action === 'state' && !state) || (action === 'labels' && labels.length === 0)} onClick={() => void go()}>
            {t[action]}
          </Button>
        </DialogButtons>
      </Stack>
    </Modal>
  );
}
