import { ActionIcon, Badge, Button, Tooltip } from '@mantine/core';
import { IconChartBar, IconPlayerPlay, IconTableExport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { download, urlOf } from '~/api/client';
import { executionQueries, type Execution } from '~/api/executions';
import { useFormats } from '~/app/formats';
import { Page } from '~/app/Page';
import { Kept, useKept } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Empty } from '~/components/Empty';
import { Labels } from '~/components/Labels';
import { useColumns } from '~/components/list/columns';
import { ColumnChooser } from '~/components/list/ColumnChooser';
import { DataTable, type Column } from '~/components/list/DataTable';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList, type ListState } from '~/components/list/useList';
import { StateBadge } from '~/components/StateBadge';
import { isTerminal } from '~/components/states';
import { useAct } from '~/components/useAct';
import { ExecutionBulk } from './ExecutionBulk';
import { StateChart } from './StateChart';
import { words } from './words';

const fields = [f.namespace, f.flowId, f.state, f.labels, f.timeRange, f.startDate, f.endDate, f.scope, f.childFilter, f.triggerExecutionId, f.executionKind, f.flowRevision];

const chartShown = new Kept('legato.executions.chart', true);

export function ExecutionList() {
  const t = useTexts(words);
  const list = useList({ sort: 'state.startDate:desc' });
  const [act, busy] = useAct();
  return (
    <Page
      title={t.executions}
      actions={
        <Button
          variant="default"
          leftSection={<IconTableExport size={15} />}
          loading={busy}
          onClick={() => void act(() => download(urlOf('/executions/export/by-query/csv', list.conditions), {}, 'executions.csv'))}
        >
          {t.exportCsv}
        </Button>
      }
    >
      <ExecutionTable list={list} />
    </Page>
  );
}

/** The executions that a search finds; flows and namespaces show it with their own conditions. */
export function ExecutionTable({ list, without = [] }: { list: ListState; without?: string[] }) {
  const t = useTexts(words);
  const columns = useTableColumns(list).filter((column) => !without.includes(column.id));
  const { shown } = useColumns('executions', columns);
  const [chart, setChart] = useKept(chartShown);
  const executions = useQuery(executionQueries.search({ ...list.query, taskRuns: String(shown.some((column) => column.id === 'task')) }));
  const filtered = list.filters.length > 0 || list.text !== '';
  return (
    <>
      <FilterBar name="executions" list={list} fields={fields.filter((field) => !without.includes(field.field))} refresh={executions.refetch}>
        <Tooltip label={chart ? t.hideChart : t.showChart}>
          <ActionIcon variant="default" size={30} aria-label={t.overTime} aria-pressed={chart} onClick={() => setChart(!chart)}>
            <IconChartBar size={16} />
          </ActionIcon>
        </Tooltip>
        <ColumnChooser list="executions" columns={columns} />
      </FilterBar>
      {chart && (executions.data?.total ?? 0) > 0 && <StateChart list={list} onChoose={list.setFilters} />}
      <DataTable
        name="executions"
        list={list}
        query={executions}
        columns={columns}
        rowKey={(execution) => execution.id}
        bulk={(selection) => <ExecutionBulk selection={selection} conditions={list.conditions} />}
        empty={
          <Empty icon={IconPlayerPlay} title={filtered ? t.noMatch : t.none} text={filtered ? t.noMatchText : t.noneText}>
            {!filtered && (
              <Button component={Link} to="/flows">
                {t.toFlows}
              </Button>
            )}
          </Empty>
        }
      />
    </>
  );
}

function useTableColumns(list: ListState): Column<Execution>[] {
  const t = useTexts(words);
  const formats = useFormats();
  const addFilter = (field: string, value: string) => list.setFilters([...list.filters, { field, comparator: 'EQUALS', values: [value] }]);
  return [
    {
      id: 'id',
      name: t.id,
      sort: 'id',
      cell: (execution) => (
        <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: execution.namespace, flowId: execution.flowId, id: execution.id }} title={execution.id}>
          {execution.id.slice(0, 10)}
        </Link>
      ),
    },
    { id: 'state', name: t.state, sort: 'state.current', cell: (execution) => <StateBadge state={execution.state.current} /> },
    {
      id: 'start',
      name: t.start,
      sort: 'state.startDate',
      oneLine: true,
      cell: (execution) => <Tooltip label={formats.ago(execution.state.startDate)}><span>{formats.dateTime(execution.state.startDate)}</span></Tooltip>,
    },
    { id: 'end', name: t.end, sort: 'state.endDate', hidden: true, oneLine: true, cell: (execution) => formats.dateTime(execution.state.endDate) },
    {
      id: 'duration',
      name: t.duration,
      sort: 'state.duration',
      align: 'right',
      cell: ({ state }) => <Duration start={state.startDate} end={state.endDate ?? (isTerminal(state.current) ? state.histories.at(-1)?.date : undefined)} />,
    },
    { id: 'namespace', name: t.namespace, sort: 'namespace', oneLine: true, cell: (execution) => execution.namespace },
    {
      id: 'flowId',
      name: t.flow,
      sort: 'flowId',
      oneLine: true,
      cell: (execution) => (
        <Link to="/flows/edit/$namespace/$id" params={{ namespace: execution.namespace, id: execution.flowId }}>
          {execution.flowId}
        </Link>
      ),
    },
    { id: 'labels', name: t.labels, cell: (execution) => <Labels labels={execution.labels} onChoose={(label) => addFilter('labels', `${label.key}:${label.value}`)} /> },
    { id: 'trigger', name: t.trigger, cell: (execution) => execution.trigger?.id },
    { id: 'kind', name: t.kind, hidden: true, cell: (execution) => execution.kind !== 'NORMAL' && <Badge variant="light" color="gray">{execution.kind}</Badge> },
    { id: 'revision', name: t.revision, sort: 'flowRevision', hidden: true, align: 'right', cell: (execution) => execution.flowRevision },
    { id: 'inputs', name: t.inputs, hidden: true, cell: (execution) => <code className="mono">{brief(execution.inputs)}</code> },
    { id: 'task', name: t.lastTask, hidden: true, cell: (execution) => execution.taskRunList?.at(-1)?.taskId },
  ];
}

function brief(inputs: Record<string, unknown>): string {
  return Object.entries(inputs)
    .map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' ')
    .slice(0, 120);
}
