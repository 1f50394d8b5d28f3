import { ActionIcon, Badge, Button, FileButton, Group, Menu, Text, Tooltip } from '@mantine/core';
import { IconChartBar, IconFileImport, IconFileSearch, IconPencil, IconPlayerPlay, IconPlus, IconTableExport, IconTopologyStar3, IconZip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { download, urlOf } from '~/api/client';
import { filtersIn, searchOf } from '~/api/filters';
import { flowQueries, type Flow } from '~/api/flows';
import { duration, secondsOf, useFormats } from '~/app/formats';
import { Page } from '~/app/Page';
import { Kept, useKept } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { RunBars } from '~/components/charts/RunBars';
import { Empty } from '~/components/Empty';
import { Labels } from '~/components/Labels';
import { ColumnChooser } from '~/components/list/ColumnChooser';
import { DataTable, type Column } from '~/components/list/DataTable';
import { filterFields } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import { useList, type ListState } from '~/components/list/useList';
import { StateBadge } from '~/components/StateBadge';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { useFlowImport } from '~/components/useFlowImport';
import { StateChart } from '../executions/StateChart';
import { FlowBulk } from './FlowBulk';
import { TriggerMarks, triggersOf } from './TriggerMarks';
import { words } from './words';

const fields = [filterFields.namespace, filterFields.labels, filterFields.scope];
/** Conditions on flows that conditions on executions know too. */
const ON_EXECUTIONS = ['namespace', 'labels', 'scope'];
const chartShown = new Kept('legato.flows.chart', true);
const keyOf = (flow: { namespace: string; id: string }) => `${flow.namespace}/${flow.id}`;

export function FlowList() {
  const t = useTexts(words);
  const list = useList({ sort: 'id:asc' });
  return (
    <Page title={t.flows} actions={<FlowListActions list={list} />}>
      <FlowTable list={list} />
    </Page>
  );
}

/** The flows that a search finds; namespaces show it with their own conditions. */
export function FlowTable({ list }: { list: ListState }) {
  const t = useTexts(words);
  const flows = useQuery(flowQueries.search(list.query));
  const columns = useColumns(list, flows.data?.results ?? []);
  const [chart, setChart] = useKept(chartShown);
  const filtered = list.filters.length > 0 || list.text !== '';
  return (
    <>
      <FilterBar name="flows" list={list} fields={fields} refresh={flows.refetch}>
        <Tooltip label={chart ? t.hideChart : t.showChart}>
          <ActionIcon variant="default" size={30} aria-label={t.overTime} aria-pressed={chart} onClick={() => setChart(!chart)}>
            <IconChartBar size={16} />
          </ActionIcon>
        </Tooltip>
        <ColumnChooser list="flows" columns={columns} />
      </FilterBar>
      {/* executions do not know the words that a flow was searched by */}
      {chart && list.text === '' && (flows.data?.total ?? 0) > 0 && <RunsOfFound list={list} />}
      <DataTable
        name="flows"
        list={list}
        query={flows}
        columns={columns}
        rowKey={keyOf}
        bulk={(selection) => <FlowBulk selection={selection} conditions={list.conditions} />}
        empty={
          <Empty icon={IconTopologyStar3} title={filtered ? t.noMatch : t.none} text={filtered ? t.noMatchText : t.noneText}>
            {!filtered && (
              <Button component={Link} to="/flows/new" leftSection={<IconPlus size={15} />}>
                {t.create}
              </Button>
            )}
          </Empty>
        }
      />
    </>
  );
}

/** The executions of the flows that are found, over time; a bar leads to its executions. */
function RunsOfFound({ list }: { list: ListState }) {
  const navigate = useNavigate();
  const filters = filtersIn(list.conditions).filter((filter) => ON_EXECUTIONS.includes(filter.field));
  return <StateChart list={{ filters, conditions: searchOf(filters) }} onChoose={(chosen) => void navigate({ to: '/executions', search: searchOf(chosen) as never })} />;
}

function useColumns(list: ListState, flows: Flow[]): Column<Flow>[] {
  const t = useTexts(words);
  const formats = useFormats();
  const latest = useQuery(flowQueries.latest(flows.map(({ namespace, id }) => ({ namespace, id }))));
  const lately = useQuery(flowQueries.lately(flows.map(({ namespace, id }) => ({ namespace, id }))));
  const runsOf = (flow: Flow) => lately.data?.find((one) => one.flowId === flow.id && one.namespace === flow.namespace)?.executions ?? [];
  const lastOf = (flow: Flow) => latest.data?.find((one) => one.flowId === flow.id && one.namespace === flow.namespace);
  const addFilter = (field: string, comparator: 'PREFIX' | 'EQUALS', value: string) => list.setFilters([...list.filters, { field, comparator, values: [value] }]);
  return [
    {
      id: 'id',
      name: t.id,
      sort: 'id',
      oneLine: true,
      cell: (flow) => (
        <Group gap={8} wrap="nowrap">
          <Tooltip label={flow.description} disabled={!flow.description} multiline maw={380} position="bottom-start">
            <Link to="/flows/edit/$namespace/$id" params={{ namespace: flow.namespace, id: flow.id }}>
              <Text span fw={600} size="sm">
                {flow.id}
              </Text>
            </Link>
          </Tooltip>
          {flow.disabled && (
            <Badge size="xs" variant="light" color="gray">
              {t.disabled}
            </Badge>
          )}
          {flow.exception && (
            <Tooltip label={flow.exception} multiline maw={420}>
              <Badge size="xs" variant="light" color="red">
                {t.invalid}
              </Badge>
            </Tooltip>
          )}
        </Group>
      ),
    },
    {
      id: 'namespace',
      name: t.namespace,
      sort: 'namespace',
      oneLine: true,
      cell: (flow) => (
        <Text component="button" type="button" size="sm" c="var(--text-soft)" className="link" onClick={() => addFilter('namespace', 'PREFIX', flow.namespace)}>
          {flow.namespace}
        </Text>
      ),
    },
    { id: 'labels', name: t.labels, cell: (flow) => <Labels labels={flow.labels} onChoose={(label) => addFilter('labels', 'EQUALS', `${label.key}:${label.value}`)} /> },
    {
      id: 'state',
      name: t.lastState,
      cell: (flow) => {
        const last = lastOf(flow);
        return (
          last && (
            <Link to="/executions/$namespace/$flowId/$id" params={{ namespace: last.namespace, flowId: last.flowId, id: last.id }}>
              <StateBadge state={last.status} />
            </Link>
          )
        );
      },
    },
    {
      id: 'date',
      name: t.lastRun,
      oneLine: true,
      cell: (flow) => {
        const last = lastOf(flow);
        return last && <span title={formats.dateTime(last.startDate)}>{formats.ago(last.startDate)}</span>;
      },
    },
    {
      id: 'statistics',
      name: t.lately,
      cell: (flow) => {
        const runs = runsOf(flow);
        return (
          runs.length > 0 && (
            <Link to="/flows/edit/$namespace/$id/$tab" params={{ namespace: flow.namespace, id: flow.id, tab: 'executions' }} aria-label={t.executionsOf(flow.id)}>
              <RunBars
                runs={[...runs].sort((one, other) => one.startDate.localeCompare(other.startDate))}
                label={t.latelyOf(runs.length, flow.id)}
                nameOf={(run) => `${run.state} · ${duration(secondsOf(run.duration))}`}
              />
            </Link>
          )
        );
      },
    },
    { id: 'triggers', name: t.triggers, cell: (flow) => <TriggerMarks triggers={triggersOf(flow)} /> },
    { id: 'revision', name: t.revision, sort: 'revision', align: 'right', hidden: true, cell: (flow) => flow.revision },
    { id: 'updated', name: t.updated, hidden: true, oneLine: true, cell: (flow) => formats.dateTime(flow.updated) },
    { id: 'actions', name: '', width: 76, align: 'right', cell: (flow) => <RowActions flow={flow} /> },
  ];
}

function RowActions({ flow }: { flow: Flow }) {
  const t = useTexts(words);
  const params = { namespace: flow.namespace, id: flow.id };
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <Tooltip label={t.execute}>
        <Link to="/flows/edit/$namespace/$id/$tab" params={{ ...params, tab: 'overview' }} search={{ run: 'true' }} aria-label={`${t.execute} ${flow.id}`}>
          <ActionIcon component="span" disabled={flow.disabled || flow.exception !== undefined}>
            <IconPlayerPlay size={16} />
          </ActionIcon>
        </Link>
      </Tooltip>
      <Tooltip label={t.edit}>
        <Link to="/flows/edit/$namespace/$id/$tab" params={{ ...params, tab: 'edit' }} aria-label={`${t.edit} ${flow.id}`}>
          <ActionIcon component="span">
            <IconPencil size={16} />
          </ActionIcon>
        </Link>
      </Tooltip>
    </Group>
  );
}

function FlowListActions({ list }: { list: ListState }) {
  const t = useTexts(words);
  const s = useTexts(shared);
  const [act] = useAct();
  const importFile = useFlowImport();
  return (
    <Group gap={8} wrap="nowrap">
      <MoreMenu label={s.actions}>
        <FileButton onChange={importFile} accept=".yaml,.yml,.zip">
          {(props) => (
            <Menu.Item {...props} closeMenuOnClick={false} leftSection={<IconFileImport size={15} />}>
              {t.import}
            </Menu.Item>
          )}
        </FileButton>
        <Menu.Item leftSection={<IconZip size={15} />} onClick={() => void act(() => download(urlOf('/flows/export/by-query', list.conditions), {}, 'flows.zip'))}>
          {t.exportFound}
        </Menu.Item>
        <Menu.Item leftSection={<IconTableExport size={15} />} onClick={() => void act(() => download(urlOf('/flows/export/by-query/csv', list.conditions), {}, 'flows.csv'))}>
          {t.exportCsv}
        </Menu.Item>
        <Menu.Item component={Link} to="/flows/search" leftSection={<IconFileSearch size={15} />}>
          {t.searchSource}
        </Menu.Item>
      </MoreMenu>
      <Button component={Link} to="/flows/new" leftSection={<IconPlus size={15} />}>
        {t.create}
      </Button>
    </Group>
  );
}
