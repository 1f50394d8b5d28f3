import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconHome, IconHomeCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { download, path, urlOf } from '~/api/client';
import { dashboardActions, dashboardQueries, type Dashboard } from '~/api/dashboards';
import { Page } from '~/app/Page';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { Await } from '~/components/Empty';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList } from '~/components/list/useList';
import { Markdown } from '~/components/Markdown';
import { useAct } from '~/components/useAct';
import { ChartPanel } from './ChartPanel';
import { DashboardChooser } from './DashboardChooser';
import classes from './dashboards.module.css';
import { conditionsOf, forgetDashboard, type Place } from './place';
import { inDays, questionOf } from './question';
import { words } from './words';

export function DashboardPage() {
  const t = useTexts(words);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const dashboard = useQuery(dashboardQueries.one(id));
  const title = dashboard.data?.title ?? id;
  return (
    <Page title={title} crumbs={[{ name: t.home, to: '/dashboards' }]} actions={<Actions id={id} title={title} />}>
      <Await query={dashboard}>{(found) => <Charts dashboard={found} at={dashboard.dataUpdatedAt} />}</Await>
    </Page>
  );
}

interface ChartsProps {
  dashboard: Dashboard;
  at: number;
  /** What they show alone; everything if absent. */
  place?: Place;
  /** At the end of the filters. */
  choice?: ReactNode;
}

/** The charts of a dashboard with the filters that apply to them. */
export function Charts({ dashboard, at, place, choice }: ChartsProps) {
  const list = useList({ initial: [{ field: 'timeRange', comparator: 'EQUALS', values: [inDays(dashboard.timeWindow.default ?? 'P30D')] }] });
  const queries = useQueryClient();
  const [act] = useAct();
  const question = questionOf([...list.filters, ...conditionsOf(place ?? {})], dashboard.timeWindow.default, at);
  return (
    <>
      {dashboard.description && <Markdown text={dashboard.description} />}
      <FilterBar name="custom-dashboard" list={list} fields={[f.timeRange, f.startDate, ...(place ? [] : [f.namespace]), f.labels]} refresh={() => queries.invalidateQueries({ queryKey: ['dashboard', dashboard.id] })}>
        {choice}
      </FilterBar>
      <div className={classes.grid}>
        {dashboard.charts.map((chart) => (
          <ChartPanel
            key={chart.id}
            chart={chart}
            question={question}
            ask={(asked) => dashboardQueries.rows(dashboard.id, chart.id, asked)}
            exportRows={() =>
              void act(() =>
                download(
                  urlOf(path`/dashboards/${dashboard.id}/charts/${chart.id}/export/to-csv`),
                  { method: 'POST', body: JSON.stringify(question), headers: { 'Content-Type': 'application/json' } },
                  `${chart.id}.csv`,
                ),
              )
            }
          />
        ))}
      </div>
    </>
  );
}

function Actions({ id, title }: { id: string; title: string }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const [act] = useAct();
  const [{ homeDashboard }, change] = useSettings();
  const home = homeDashboard === id;
  const remove = () =>
    confirm({
      title: t.deleteTitle(title),
      body: t.deleteText,
      action: t.delete,
      dangerous: true,
      onConfirm: async () => {
        await act(() => dashboardActions.remove(id), t.deleted);
        forgetDashboard(id);
        void navigate({ to: '/dashboards' });
      },
    });
  return (
    <>
      <DashboardChooser title={title} />
      <Tooltip label={home ? t.isHome : t.makeHome}>
        <ActionIcon variant="default" size={30} aria-label={home ? t.isHome : t.makeHome} aria-pressed={home} onClick={() => change({ homeDashboard: home ? '' : id })}>
          {home ? <IconHomeCheck size={16} color="var(--mantine-primary-color-filled)" /> : <IconHome size={16} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t.delete}>
        <ActionIcon variant="default" size={30} aria-label={t.delete} onClick={remove}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
      <Button component={Link} to={`/dashboards/${id}/edit`} leftSection={<IconPencil size={15} />}>
        {t.edit}
      </Button>
    </>
  );
}
