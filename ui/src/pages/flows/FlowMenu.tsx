import { Button, Group, Menu } from '@mantine/core';
import { IconCopy, IconDownload, IconFiles, IconPlayerPlay, IconToggleLeft, IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { saveAs } from '~/api/client';
import { flowActions, type Flow } from '~/api/flows';
import { useTexts } from '~/app/texts';
import { tellSuccess } from '~/app/toasts';
import { confirm } from '~/components/Confirm';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { useCopy } from '~/components/useCopy';
import { flowWords } from './flowWords';
import { words } from './words';

/** What can be done with a flow; `children` come before. */
export function FlowMenu({ flow, onRun, children }: { flow: Flow; onRun: () => void; children?: ReactNode }) {
  const t = useTexts(flowWords);
  const w = useTexts(words);
  const copy = useCopy();
  const navigate = useNavigate();
  const [act] = useAct();
  const name = { namespace: flow.namespace, id: flow.id };
  const remove = () =>
    confirm({
      title: t.deleteTitle(flow.id),
      body: t.deleteText,
      action: t.delete,
      dangerous: true,
      onConfirm: async () => {
        await flowActions.remove(name);
        tellSuccess(t.deleted);
        void navigate({ to: '/flows' });
      },
    });
  const copyId = () => copy(`${flow.namespace}.${flow.id}`);
  return (
    <Group gap={8} wrap="nowrap">
      <MoreMenu label={t.more}>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => saveAs(new Blob([flow.source ?? '']), `${flow.namespace}.${flow.id}.yaml`)}>
          {t.exportYaml}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={15} />} onClick={copyId}>
          {t.copyId}
        </Menu.Item>
        <Menu.Item leftSection={<IconFiles size={15} />} onClick={() => void navigate({ to: '/flows/new', search: { source: (flow.source ?? '').replace(/^id:.*$/m, `id: ${flow.id}-copy`) } as never })}>
          {t.duplicate}
        </Menu.Item>
        <Menu.Item leftSection={<IconToggleLeft size={15} />} onClick={() => void act(() => (flow.disabled ? flowActions.enable([name]) : flowActions.disable([name])), w.changed(1))}>
          {flow.disabled ? t.enable : t.disable}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={remove} disabled={flow.deleted}>
          {t.delete}
        </Menu.Item>
      </MoreMenu>
      {children}
      <Button leftSection={<IconPlayerPlay size={15} />} onClick={onRun} disabled={flow.disabled || flow.deleted || flow.exception !== undefined}>
        {t.run}
      </Button>
    </Group>
  );
}
