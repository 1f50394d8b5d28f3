import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries } from '~/api/executions';
import { statisticsQueries } from '~/api/statistics';
import { useFormats } from '~/app/formats';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { ratios, summed } from '~/components/charts/buckets';
import { grouping } from '~/components/list/span';
import type { ListState } from '~/components/list/useList';
import { atAnyTime, narrowed } from './conditions';
import classes from './home.module.css';
import { words } from './words';

const RUNNING = ['CREATED', 'RUNNING', 'PAUSED', 'RESTARTED', 'RETRYING', 'KILLING', 'QUEUED'];

/** How many executions there were, how they ended, and how many go on. */
export function Figures({ list }: { list: ListState }) {
  const t = useTexts(words);
  const formats = useFormats();
  const statistics = useQuery(statisticsQueries.executions({ ...list.conditions, ...grouping(list.filters, 0) }));
  const now = narrowed(atAnyTime(list.conditions), { field: 'state', comparator: 'IN', values: RUNNING });
  const going = useQuery(executionQueries.search({ ...now, size: '1', taskRuns: 'false' }));
  const counts = statistics.data && summed(statistics.data.buckets);
  const shares = counts && ratios(counts);
  const total = counts && Object.values(counts).reduce((sum, count) => sum + count, 0);
  const percent = (share: number | undefined) => (share === undefined ? '–' : `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 1)} %`);
  const states = (...values: string[]) => narrowed(list.conditions, { field: 'state', comparator: 'IN', values });
  const ended = shares ? t.ofEnded(formats.number(shares.ended)) : ' ';
  return (
    <div className={classes.figures}>
      <Figure name={t.success} hint={t.successHint} value={percent(shares?.success)} small={ended} to={states('SUCCESS', 'WARNING', 'CANCELLED')} color={shares?.success ? 'var(--state-success)' : undefined} />
      <Figure name={t.failure} hint={t.failureHint} value={percent(shares?.failure)} small={ended} to={states('FAILED', 'KILLED', 'RETRIED')} color={shares?.failure ? 'var(--state-failed)' : undefined} />
      <Figure name={t.total} value={total === undefined ? '–' : formats.number(total)} small={t.inTime} to={list.conditions} />
      <Figure name={t.running} value={going.data ? formats.number(going.data.total) : '–'} small={t.now} to={now} />
    </div>
  );
}

interface FigureProps {
  name: string;
  hint?: string;
  value: string;
  small: string;
  to: Search;
  /** Of the value, when there is something to point out. */
  color?: string;
}

function Figure({ name, hint, value, small, to, color }: FigureProps) {
  return (
    <Tooltip label={hint} disabled={!hint} multiline maw={300}>
      <Link to="/executions" search={to as never} className={classes.figure}>
        <h2>{name}</h2>
        <strong style={{ color: value === '–' ? 'var(--quiet)' : color }}>{value}</strong>
        <small>{small}</small>
      </Link>
    </Tooltip>
  );
}
