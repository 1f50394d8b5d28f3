import { Button, Group } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconTimeline } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { startTransition, useMemo, useRef, useState } from 'react';
import type { Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { duration } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { useNow } from '~/components/Duration';
import { Empty } from '~/components/Empty';
import { isTerminal, stateColor } from '~/components/states';
import { ganttRows, treeOf, type GanttRow } from '../gantt';
import { pageWords } from '../pageWords';
import { TaskRunDrawer } from '../TaskRunDrawer';
import classes from './gantt.module.css';

const HEIGHT = 30;

/** Task runs over time, only as many as are seen. Groups open and close; a click shows a task run. */
export default function Gantt({ execution, runs }: { execution: Execution; runs: Run[] }) {
  const t = useTexts(pageWords);
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [shown, setShown] = useState<string>();
  const tree = useMemo(() => treeOf(runs), [runs]);
  const rows = useMemo(() => ganttRows(tree, chosen), [tree, chosen]);
  const place = useRef<HTMLDivElement>(null);
  const now = useNow(!isTerminal(execution.state.current));
  const begin = useMemo(() => runs.reduce((least, run) => Math.min(least, run.start), Number.POSITIVE_INFINITY), [runs]);
  const end = useMemo(() => runs.reduce((most, run) => Math.max(most, run.end ?? 0), 0), [runs]);
  const last = isTerminal(execution.state.current) ? end : Math.max(end, now);
  const list = useVirtualizer({ count: rows.length, getScrollElement: () => place.current, estimateSize: () => HEIGHT, overscan: 12 });
  if (rows.length === 0) return <Empty icon={IconTimeline} title={t.noRuns} />;
  const groups = [...tree.childrenOf.keys()].filter((id) => id !== undefined);
  // many rows take a moment: what was pressed shows before they do
  const all = (open: boolean) => startTransition(() => setChosen(new Map(groups.map((id) => [id, open]))));
  const scale = { begin, span: Math.max(1, last - begin), now };
  return (
    <div className="fill">
      <div className={classes.head}>
        <Group gap={6} className={classes.name}>
          {groups.length > 0 && (
            <>
              <Button variant="subtle" size="compact-xs" color="gray" onClick={() => all(true)}>
                {t.expandAll}
              </Button>
              <Button variant="subtle" size="compact-xs" color="gray" onClick={() => all(false)}>
                {t.collapseAll}
              </Button>
            </>
          )}
        </Group>
        <div className={classes.axis}>
          {[0, 0.25, 0.5, 0.75, 1].map((part) => (
            <span key={part} style={{ left: `${part * 100}%` }}>
              {duration((scale.span * part) / 1000)}
            </span>
          ))}
        </div>
      </div>
      <div ref={place} className={classes.rows} role="table" aria-label={t.gantt} aria-rowcount={rows.length} tabIndex={0}>
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <Row
                  key={row.run.id}
                  row={row}
                  top={item.start}
                  scale={scale}
                  open={rows[item.index + 1]?.depth === row.depth + 1}
                  onToggle={(open) => startTransition(() => setChosen(new Map([...chosen, [row.run.id, open]])))}
                  onShow={() => setShown(row.run.id)}
                />
              )
            );
          })}
        </div>
      </div>
      <TaskRunDrawer execution={execution} run={runs.find((one) => one.id === shown)} onClose={() => setShown(undefined)} />
    </div>
  );
}

interface RowProps {
  row: GanttRow;
  top: number;
  scale: { begin: number; span: number; now: number };
  open: boolean;
  onToggle: (open: boolean) => void;
  onShow: () => void;
}

function Row({ row: { run, depth, children, counts }, top, scale, open, onToggle, onShow }: RowProps) {
  const stop = run.end ?? Math.max(run.start, scale.now);
  const left = ((run.start - scale.begin) / scale.span) * 100;
  const width = ((stop - run.start) / scale.span) * 100;
  const label = run.value === undefined ? run.taskId : `${run.taskId} [${run.value}]`;
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <div className={classes.row} style={{ top, height: HEIGHT }} role="row">
      <div className={classes.name} role="cell" style={{ paddingLeft: 8 + depth * 16 }}>
        {children > 0 ? (
          <button type="button" className={classes.toggle} aria-expanded={open} aria-label={label} onClick={() => onToggle(!open)}>
            {open ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
          </button>
        ) : (
          <span className={classes.toggle} />
        )}
        <button type="button" className={classes.task} title={label} onClick={onShow}>
          {label}
        </button>
        {total > 0 && (
          <span className={classes.counts}>
            {Object.entries(counts).map(([state, count]) => (
              <span key={state} title={state} style={{ color: stateColor(state) }}>
                {count.toLocaleString()}
              </span>
            ))}
          </span>
        )}
      </div>
      <div className={classes.track} role="cell" onClick={onShow}>
        <span
          className={classes.bar}
          data-moving={run.state === 'RUNNING' || undefined}
          style={{ left: `${left}%`, width: `max(3px, ${width}%)`, background: stateColor(run.state) }}
          title={`${run.state} · ${duration((stop - run.start) / 1000)}`}
        />
        <span className={classes.length} style={lengthPlace(left, width)}>
          {duration((stop - run.start) / 1000)}
          {run.attempts > 1 && ` · ${run.attempts}×`}
        </span>
      </div>
    </div>
  );
}

/** Behind the bar; before it where there is no room behind; inside of it where there is none at all. */
function lengthPlace(left: number, width: number): React.CSSProperties {
  if (left + width <= 85) return { left: `calc(max(3px, ${width}%) + ${left}%)` };
  return left > 10 ? { right: `${100 - left}%` } : { left: `${left}%`, color: 'var(--panel)', fontWeight: 600 };
}
