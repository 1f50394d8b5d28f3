import { Button, Menu, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconFileText } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { answer, api, download, path, urlOf } from '~/api/client';
import type { Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { useSettings } from '~/app/settings';
import { useTexts } from '~/app/texts';
import { words as shared } from '~/app/words';
import { confirm } from '~/components/Confirm';
import { Empty } from '~/components/Empty';
import { levels, LogLine } from '~/components/logs/LogLine';
import { StateBadge } from '~/components/StateBadge';
import { isTerminal } from '~/components/states';
import { useAct } from '~/components/useAct';
import { MoreMenu } from '~/components/MoreMenu';
import { useCopy } from '~/components/useCopy';
import { groupedRows, nextProblem, type LogRow } from '../logRows';
import { pageWords } from '../pageWords';
import { useLogs } from '../useLogs';
import classes from './logs.module.css';

/** The log of an execution as it is written; only the lines that are seen are drawn. */
export default function Logs({ execution, runs }: { execution: Execution; runs: Run[] }) {
  const t = useTexts(pageWords);
  const [settings, change] = useSettings();
  const [text, setText] = useState('');
  // thousands of lines are not gone through at every key
  const [settled] = useDebouncedValue(text, 150);
  const sought = useDeferredValue(settled.trim().toLowerCase());
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [attempts, setAttempts] = useState<ReadonlyMap<string, number>>(new Map());
  const [follow, setFollow] = useState(!isTerminal(execution.state.current));
  const logs = useLogs(execution.id, { minLevel: settings.logLevel });
  const found = useMemo(() => (sought ? logs.filter((log) => log.message.toLowerCase().includes(sought) || log.taskId?.toLowerCase().includes(sought)) : logs), [logs, sought]);
  const grouped = settings.logOrder === 'grouped';
  const rows = useMemo(
    (): LogRow[] => (grouped ? groupedRows(found, runs, closed, attempts) : found.map((log) => ({ kind: 'line', log }))),
    [grouped, found, runs, closed, attempts],
  );
  const place = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => place.current, estimateSize: (index) => (rows[index]?.kind === 'head' ? 32 : 22), overscan: 20 });
  const at = useRef(-1);
  useEffect(() => {
    if (follow && rows.length > 0) list.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [follow, rows.length, list]);
  const toProblem = () => {
    const next = nextProblem(rows, at.current);
    if (next === undefined) return;
    at.current = next;
    setFollow(false);
    list.scrollToIndex(next, { align: 'center' });
  };
  const toggle = (id: string) => setClosed(closed.has(id) ? new Set([...closed].filter((one) => one !== id)) : new Set([...closed, id]));
  const chooseAttempt = (id: string, attempt: number | undefined) => {
    const next = new Map(attempts);
    if (attempt === undefined) next.delete(id);
    else next.set(id, attempt);
    setAttempts(next);
  };
  return (
    <>
      <div className="tools">
        <TextInput placeholder={t.search} aria-label={t.search} value={text} onChange={(event) => setText(event.currentTarget.value)} flex={1} miw={180} />
        <Select aria-label={t.level} data={levels} value={settings.logLevel} onChange={(level) => change({ logLevel: (level ?? 'INFO') as typeof settings.logLevel })} allowDeselect={false} w={105} />
        <SegmentedControl
          value={settings.logOrder}
          onChange={(logOrder) => change({ logOrder: logOrder as 'grouped' | 'time' })}
          data={[
            { value: 'grouped', label: t.grouped },
            { value: 'time', label: t.byTime },
          ]}
        />
        <Button variant="default" leftSection={<IconAlertTriangle size={14} />} onClick={toProblem}>
          {t.nextProblem}
        </Button>
        <Switch label={t.follow} checked={follow} onChange={(event) => setFollow(event.currentTarget.checked)} />
        <LogMenu execution={execution} text={() => found.map((log) => `${log.timestamp} ${log.level} ${log.taskId ?? ''} ${log.message}`).join('\n')} level={settings.logLevel} />
      </div>
      {rows.length === 0 ? (
        <Empty icon={IconFileText} title={t.noLogs} text={t.noLogsText} />
      ) : (
        <div className="fill">
          <div ref={place} className={classes.lines} tabIndex={0} role="log" aria-label={t.logs} onWheel={(event) => event.deltaY < 0 && setFollow(false)}>
            <div style={{ height: list.getTotalSize(), position: 'relative' }}>
              {list.getVirtualItems().map((item) => {
                const row = rows[item.index];
                return (
                  <div key={item.key} data-index={item.index} ref={list.measureElement} className={classes.row} style={{ transform: `translateY(${item.start}px)` }}>
                    {row?.kind === 'head' && <Head row={row} onToggle={() => toggle(row.id)} onAttempt={(attempt) => chooseAttempt(row.id, attempt)} />}
                    {row?.kind === 'line' && <LogLine log={row.log} sought={sought} withTask={!grouped} />}
                  </div>
                );
              })}
            </div>
          </div>
          <footer className={classes.foot}>{t.lines(found.length)}</footer>
        </div>
      )}
    </>
  );
}

interface HeadProps {
  row: LogRow & { kind: 'head' };
  onToggle: () => void;
  onAttempt: (attempt: number | undefined) => void;
}

function Head({ row, onToggle, onAttempt }: HeadProps) {
  const t = useTexts(pageWords);
  const name = row.run ? (row.run.value === undefined ? row.run.taskId : `${row.run.taskId} [${row.run.value}]`) : t.ofExecution;
  const attempts = row.run?.attempts ?? 0;
  return (
    <div className={classes.head}>
      <button type="button" aria-expanded={!row.closed} onClick={onToggle}>
        {row.closed ? <IconChevronRight size={14} /> : <IconChevronDown size={14} />}
        <b>{name}</b>
        {row.run && <StateBadge state={row.run.state} />}
        <span className="quiet">{t.lines(row.count)}</span>
      </button>
      {attempts > 1 && (
        <select
          className={classes.attempt}
          aria-label={t.attemptOf(name)}
          value={row.attempt ?? ''}
          onChange={(event) => onAttempt(event.currentTarget.value === '' ? undefined : Number(event.currentTarget.value))}
        >
          <option value="">{t.allAttempts}</option>
          {Array.from({ length: attempts }, (_, attempt) => (
            <option key={attempt} value={attempt}>
              {t.attemptNumber(attempt + 1)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function LogMenu({ execution, text, level }: { execution: Execution; text: () => string; level: string }) {
  const t = useTexts(pageWords);
  const s = useTexts(shared);
  const copy = useCopy();
  const [act] = useAct();
  const remove = () =>
    confirm({
      title: t.deleteLogs,
      body: t.deleteLogsText,
      action: s.delete,
      dangerous: true,
      onConfirm: () => answer(api.DELETE('/api/v1/main/logs/{executionId}', { params: { path: { executionId: execution.id } } })),
    });
  return (
    <MoreMenu label={s.actions}>
      <Menu.Item onClick={() => copy(text())}>{t.copyLogs}</Menu.Item>
      <Menu.Item onClick={() => void act(() => download(urlOf(path`/logs/${execution.id}/download`, { minLevel: level }), {}, `${execution.id}.log`))}>{t.download}</Menu.Item>
      <Menu.Item color="red" onClick={remove}>
        {t.deleteLogs}
      </Menu.Item>
    </MoreMenu>
  );
}
