import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filter } from '~/api/filters';
import { statisticsQueries } from '~/api/statistics';
import { useTexts } from '~/app/texts';
import { occurring } from '~/components/charts/buckets';
import { Legend } from '~/components/charts/Legend';
import { StatisticsBars } from '~/components/charts/StatisticsBars';
import { grouping, span } from '~/components/list/span';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { stateColor, stateNames } from '~/components/states';
import { words } from './words';

const ON_TIME = ['timeRange', 'startDate', 'endDate'];
const USUAL = { field: 'timeRange', comparator: 'EQUALS' as const, values: ['P7D'] };

interface Props {
  list: Pick<ListState, 'filters' | 'conditions'>;
  /** A bar was chosen; filters that look at its time alone. */
  onChoose: (filters: Filter[]) => void;
}

/** Executions over time by state; a click on a bar looks at its time alone. A list of all times shows its last week. */
export function StateChart({ list, onChoose }: Props) {
  const t = useTexts(words);
  const timed = list.filters.some((filter) => ON_TIME.includes(filter.field));
  const filters = timed ? list.filters : [...list.filters, USUAL];
  const asked = { ...list.conditions, ...(timed ? {} : { 'filters[timeRange][EQUALS]': 'P7D' }), ...grouping(filters, 0) };
  const statistics = useQuery(statisticsQueries.executions(asked));
  const [from, to] = useMemo(() => span(timed ? list.filters : [USUAL], statistics.dataUpdatedAt), [timed, list.filters, statistics.dataUpdatedAt]);
  if (!statistics.data) return null;
  const choose = (start: string, end: string) =>
    onChoose([
      ...list.filters.filter((filter) => !ON_TIME.includes(filter.field)),
      { field: 'startDate', comparator: 'GREATER_THAN_OR_EQUAL_TO', values: [start] },
      { field: 'startDate', comparator: 'LESS_THAN_OR_EQUAL_TO', values: [end] },
    ]);
  const title = timed ? t.overTime : `${t.overTime} · ${t.lastWeek}`;
  const parts = occurring(statistics.data.buckets, ['SUCCESS', 'WARNING', 'FAILED', ...stateNames]);
  return (
    <Panel title={title} aside={<Legend names={parts} colorOf={stateColor} />}>
      <StatisticsBars statistics={statistics.data} from={from} to={to} parts={parts} colorOf={stateColor} height={104} label={title} onChoose={choose} />
    </Panel>
  );
}
