import { Menu } from '@mantine/core';
import { IconCopy, IconDownload, IconFileText, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { download, urlOf } from '~/api/client';
import { logActions, logQueries, type Log } from '~/api/logs';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { confirm } from '~/components/Confirm';
import { Empty } from '~/components/Empty';
import { LevelMark } from '~/components/LevelMark';
import { ColumnChooser } from '~/components/list/ColumnChooser';
import { DataTable, type Column } from '~/components/list/DataTable';
import { filterFields as f } from '~/components/list/fields';
import { FilterBar } from '~/components/list/FilterBar';
import type { ListState } from '~/components/list/useList';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { useCopy } from '~/components/useCopy';
import classes from './logs.module.css';
import { words } from './words';

const fields = [f.namespace, f.flowId, f.level, f.timeRange, f.startDate, f.endDate, f.executionId, f.taskId, f.triggerId];

interface Props {
  list: ListState;
  /** Columns and filters that say nothing here, such as the flow of a flow's page. */
  without?: string[];
  /** Between the filters and the lines. */
  above?: ReactNode;
}

/** The log lines that a search finds, newest first; flows show it with their own conditions. */
export function LogTable({ list, without = [], above }: Props) {
  const t = useTexts(words);
  const logs = useQuery(logQueries.search(list.query));
  const columns = useColumns().filter((column) => !without.includes(column.id));
  return (
    <>
      <FilterBar name="logs" list={list} fields={fields.filter((field) => !without.includes(field.field))} refresh={logs.refetch}>
        <ColumnChooser list="logs" columns={columns} />
      </FilterBar>
      {above}
      <DataTable
        name="logs"
        list={list}
        query={logs}
        columns={columns}
        rowKey={keyOf}
        empty={<Empty icon={IconFileText} title={t.none} text={t.noneText} />}
      />
    </>
  );
}

function keyOf(line: Log): string {
  return [line.timestamp, line.executionId, line.taskRunId, line.triggerId, line.thread, line.message].join(' ');
}

function useColumns(): Column<Log>[] {
  const t = useTexts(words);
  const formats = useFormats();
  return [
    { id: 'time', name: t.time, sort: 'timestamp', width: 1, cell: (line) => <span className={classes.time} title={line.timestamp}>{formats.dateTime(line.timestamp)}</span> },
    { id: 'level', name: t.level, sort: 'level', width: 1, cell: (line) => <LevelMark level={line.level} /> },
    { id: 'namespace', name: t.namespace, hidden: true, width: 1, cell: (line) => line.namespace },
    {
      id: 'flowId',
      name: t.flow,
      width: 1,
      cell: (line) => (
        <Link to="/flows/edit/$namespace/$id" params={{ namespace: line.namespace, id: line.flowId }} title={`${line.namespace}.${line.flowId}`} className={classes.name}>
          {line.flowId}
        </Link>
      ),
    },
    {
      id: 'executionId',
      name: t.execution,
      width: 1,
      cell: (line) =>
        line.executionId && (
          <Link
            className="mono"
            to="/executions/$namespace/$flowId/$id/$tab"
            params={{ namespace: line.namespace, flowId: line.flowId, id: line.executionId, tab: 'logs' }}
            title={line.executionId}
          >
            {line.executionId.slice(0, 10)}
          </Link>
        ),
    },
    { id: 'taskId', name: t.task, width: 1, cell: (line) => line.taskId },
    { id: 'triggerId', name: t.trigger, hidden: true, width: 1, cell: (line) => line.triggerId },
    { id: 'message', name: t.message, cell: (line) => <Message text={line.message} /> },
    { id: 'actions', name: '', width: 1, cell: (line) => <LineActions line={line} /> },
  ];
}

/** A message; a long one is cut until somebody wants all of it. */
export function Message({ text }: { text: string }) {
  const t = useTexts(words);
  const [open, setOpen] = useState(false);
  const long = text.length > 320 || text.split('\n', 4).length > 3;
  return (
    <>
      <span className={classes.message} data-cut={(long && !open) || undefined}>
        {text}
      </span>
      {long && (
        <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.less : t.more}
        </button>
      )}
    </>
  );
}

function LineActions({ line }: { line: Log }) {
  const t = useTexts(words);
  const copy = useCopy();
  const [act] = useAct();
  const id = line.executionId;
  const remove = (execution: string) =>
    confirm({
      title: t.removeTitle,
      body: t.removeText(execution),
      action: t.remove,
      dangerous: true,
      onConfirm: () => act(() => logActions.removeOf(execution), t.removed),
    });
  return (
    <MoreMenu label={t.ofLine} inRow>
      <Menu.Item leftSection={<IconCopy size={15} />} onClick={() => copy(line.message)}>
        {t.copy}
      </Menu.Item>
      {id && (
        <>
          <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void act(() => download(urlOf(`/logs/${id}/download`), {}, `${id}.log`))}>
            {t.download}
          </Menu.Item>
          <Menu.Item color="red" leftSection={<IconTrash size={15} />} onClick={() => remove(id)}>
            {t.remove}
          </Menu.Item>
        </>
      )}
    </MoreMenu>
  );
}
