import { Button } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { download, urlOf } from '~/api/client';
import { Page } from '~/app/Page';
import { useTexts } from '~/app/texts';
import { useList } from '~/components/list/useList';
import { useAct } from '~/components/useAct';
import { TriggerTable } from './TriggerTable';
import { words } from './words';

export function TriggerPage() {
  const t = useTexts(words);
  const list = useList({ sort: 'nextExecutionDate:asc' });
  const [act, busy] = useAct();
  return (
    <Page
      title={t.triggers}
      actions={
        <Button
          variant="default"
          leftSection={<IconTableExport size={15} />}
          loading={busy}
          onClick={() => void act(() => download(urlOf('/triggers/export/by-query/csv', list.conditions), {}, 'triggers.csv'))}
        >
          {t.exportCsv}
        </Button>
      }
    >
      <TriggerTable list={list} />
    </Page>
  );
}
