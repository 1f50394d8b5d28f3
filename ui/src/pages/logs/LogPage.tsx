import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconChartBar, IconDownload } from '@tabler/icons-react';
import { download, urlOf } from '~/api/client';
import { Page } from '~/app/Page';
import { Kept, useKept, useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { useList } from '~/components/list/useList';
import { useAct } from '~/components/useAct';
import { LevelChart } from './LevelChart';
import { LogTable } from './LogTable';
import { words } from './words';

const chartShown = new Kept('legato.logs.chart', true);

export function LogPage() {
  const t = useTexts(words);
  const [{ logLevel }] = useSettings();
  const [chart, setChart] = useKept(chartShown);
  const [act, busy] = useAct();
  const list = useList({
    sort: 'timestamp:desc',
    initial: [
      { field: 'level', comparator: 'EQUALS', values: [logLevel] },
      { field: 'timeRange', comparator: 'EQUALS', values: ['P1D'] },
    ],
  });
  const save = () => act(() => download(urlOf('/logs/download', list.conditions), {}, 'legato.log'));
  const chartLabel = chart ? t.hideChart : t.showChart;
  return (
    <Page
      title={t.logs}
      actions={
        <>
          <Tooltip label={chartLabel}>
            <ActionIcon variant="default" size={30} aria-label={chartLabel} aria-pressed={chart} onClick={() => setChart(!chart)}>
              <IconChartBar size={16} />
            </ActionIcon>
          </Tooltip>
          <Button variant="default" leftSection={<IconDownload size={15} />} loading={busy} onClick={() => void save()}>
            {t.downloadFound}
          </Button>
        </>
      }
    >
      <LogTable list={list} above={chart && <LevelChart list={list} />} />
    </Page>
  );
}
