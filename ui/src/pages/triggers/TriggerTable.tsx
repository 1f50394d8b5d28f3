import { Badge, Group, Text, Tooltip } from '@mantine/core';
import { IconBolt } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { triggerQueries, type Trigger } from '~/api/triggers';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Empty } from '~/components/Empty';
import { ColumnChooser } from '~/components/list/ColumnChooser';
import { DataTable, type Column } from '~/components/list/DataTable';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import type { ListState } from '~/components/list/useList';
import { BackfillDialog } from './BackfillDialog';
import { BackfillMeter } from './BackfillMeter';
import { definitionOf, keyOf, rhythmOf } from './trigger';
import { TriggerActions } from './TriggerActions';
import { TriggerBulk } from './TriggerBulk';
import { TriggerDrawer } from './TriggerDrawer';
import { TriggerSwitch } from './TriggerSwitch';
import { words } from './words';

const fields = [f.namespace, f.flowId, f.triggerId, f.triggerState, f.workerId, f.scope];

/** The triggers that a search finds; flows show it with their own conditions. */
export function TriggerTable({ list, without = [] }: { list: ListState; without?: string[] }) {
  const t = useTexts(words);
  const triggers = useQuery({
    ...triggerQueries.search(list.query),
    // the progress of a backfill is worth looking at again
    refetchInterval: (query) => (query.state.data?.results.some((one) => one.state.backfill && !one.state.backfill.paused) ? 10_000 : false),
  });
  const [detailed, setDetailed] = useState<string>();
  const [filling, setFilling] = useState<Trigger>();
  const columns = useColumns(list, setDetailed, setFilling).filter((column) => !without.includes(column.id));
  const filtered = list.filters.length > 0 || list.text !== '';
  const shown = triggers.data?.results.find((one) => keyOf(one) === detailed);
  return (
    <>
      <FilterBar name="triggers" list={list} fields={fields.filter((field) => !without.includes(field.field))} refresh={triggers.refetch}>
        <ColumnChooser list="triggers" columns={columns} />
      </FilterBar>
      <DataTable
        name="triggers"
        list={list}
        query={triggers}
        columns={columns}
        rowKey={keyOf}
        bulk={(selection) => <TriggerBulk selection={selection} conditions={list.conditions} />}
        empty={<Empty icon={IconBolt} title={filtered ? t.noMatch : t.none} text={filtered ? t.noMatchText : t.noneText} />}
      />
      <TriggerDrawer trigger={shown} onClose={() => setDetailed(undefined)} />
      {filling && <BackfillDialog trigger={filling} onClose={() => setFilling(undefined)} />}
    </>
  );
}

function useColumns(list: ListState, showDetails: (key: string) => void, backfill: (trigger: Trigger) => void): Column<Trigger>[] {
  const t = useTexts(words);
  const formats = useFormats();
  const date = (moment: string | undefined) => moment && (
    <Tooltip label={formats.ago(moment)}>
      <span style={{ whiteSpace: 'nowrap' }}>{formats.dateTime(moment)}</span>
    </Tooltip>
  );
  return [
    {
      id: 'triggerId',
      name: t.trigger,
      sort: 'triggerId',
      cell: (trigger) => (
        <Group gap={8} wrap="nowrap">
          <button type="button" className="link" onClick={() => showDetails(keyOf(trigger))}>
            <Text span fw={600} size="sm" style={{ whiteSpace: 'nowrap' }}>
              {trigger.state.triggerId}
            </Text>
          </button>
          {!definitionOf(trigger) && <Mark color="orange" name={t.missing} text={t.missingText} />}
          {trigger.state.problem && <Mark color="red" name={t.problem} text={trigger.state.problem} />}
        </Group>
      ),
    },
    { id: 'kind', name: t.kind, cell: ({ state }) => <Text size="sm" c="var(--text-soft)">{t.kinds[state.kind]}</Text> },
    {
      id: 'flowId',
      name: t.flow,
      sort: 'flowId',
      cell: ({ state }) => (
        <Link to="/flows/edit/$namespace/$id" params={{ namespace: state.namespace, id: state.flowId }}>
          {state.flowId}
        </Link>
      ),
    },
    {
      id: 'namespace',
      name: t.namespace,
      sort: 'namespace',
      cell: ({ state }) => (
        <button type="button" className="link" onClick={() => list.setFilters([...list.filters, { field: 'namespace', comparator: 'PREFIX', values: [state.namespace] }])}>
          {state.namespace}
        </button>
      ),
    },
    { id: 'cron', name: t.cron, cell: (trigger) => <span className="mono" style={{ whiteSpace: 'nowrap' }}>{rhythmOf(definitionOf(trigger))}</span> },
    {
      id: 'executionId',
      name: t.execution,
      sort: 'executionId',
      cell: ({ state }) =>
        state.executionId && (
          <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: state.namespace, flowId: state.flowId, id: state.executionId }}>
            {state.executionId.slice(0, 10)}
          </Link>
        ),
    },
    { id: 'workerId', name: t.worker, hidden: true, cell: ({ state }) => state.workerId },
    { id: 'updated', name: t.updated, hidden: true, cell: ({ state }) => date(state.updatedAt) },
    { id: 'last', name: t.last, cell: ({ state }) => date(state.lastTriggeredDate) },
    { id: 'date', name: t.date, hidden: true, cell: ({ state }) => date(state.date) },
    { id: 'next', name: t.next, sort: 'nextExecutionDate', cell: ({ state }) => date(state.nextExecutionDate) },
    { id: 'evaluated', name: t.evaluated, hidden: true, cell: ({ state }) => date(state.evaluateRunningDate) },
    { id: 'backfill', name: t.backfill, cell: ({ state }) => state.backfill && <BackfillMeter name={state} backfill={state.backfill} /> },
    { id: 'enabled', name: t.enabled, width: 1, align: 'center', cell: (trigger) => <TriggerSwitch trigger={trigger} /> },
    {
      id: 'actions',
      name: '',
      width: 1,
      align: 'right',
      cell: (trigger) => <TriggerActions trigger={trigger} showDetails={() => showDetails(keyOf(trigger))} backfill={() => backfill(trigger)} />,
    },
  ];
}

function Mark({ color, name, text }: { color: string; name: string; text: string }) {
  return (
    <Tooltip label={text} multiline maw={380}>
      <Badge size="xs" variant="light" color={color}>
        {name}
      </Badge>
    </Tooltip>
  );
}
