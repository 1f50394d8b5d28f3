import { Button } from '@mantine/core';
import { download, urlOf } from '~/api/client';
import { flowActions, type FlowId } from '~/api/flows';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import type { Selection } from '~/components/list/DataTable';
import { useAct } from '~/components/useAct';
import { words } from './words';

/** What can be done with several flows at once. */
export function FlowBulk({ selection, conditions }: { selection: Selection; conditions: Search }) {
  const t = useTexts(words);
  const [act, busy] = useAct();
  const flows: FlowId[] = selection.keys.map((key) => {
    const [namespace = '', id = ''] = key.split('/');
    return { namespace, id };
  });
  const change = (some: (flows: FlowId[]) => Promise<{ count: number }>, found: (conditions: Search) => Promise<{ count: number }>, done: (count: number) => string) =>
    act(
      async () => {
        const { count } = await (selection.all ? found(conditions) : some(flows));
        selection.clear();
        return count;
      },
      done,
    );
  const remove = () =>
    confirm({
      title: t.deleteTitle(selection.count),
      body: t.deleteText,
      action: t.delete,
      dangerous: true,
      onConfirm: () => change(flowActions.removeAll, flowActions.removeFound, t.deleted),
    });
  const exportAll = () =>
    act(() =>
      selection.all
        ? download(urlOf('/flows/export/by-query', conditions), {}, 'flows.zip')
        : download(urlOf('/flows/export/by-ids'), { method: 'POST', body: JSON.stringify(flows), headers: { 'Content-Type': 'application/json' } }, 'flows.zip'),
    );
  return (
    <Button.Group>
      <Button variant="default" disabled={busy} onClick={() => void change(flowActions.enable, flowActions.enableFound, t.changed)}>
        {t.enable}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => void change(flowActions.disable, flowActions.disableFound, t.changed)}>
        {t.disable}
      </Button>
      <Button variant="default" disabled={busy} onClick={() => void exportAll()}>
        {t.export}
      </Button>
      <Button variant="default" c="var(--state-failed)" disabled={busy} onClick={remove}>
        {t.delete}
      </Button>
    </Button.Group>
  );
}
