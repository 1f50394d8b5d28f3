import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { levels } from '~/api/logs';
import { statisticsQueries } from '~/api/statistics';
import { useTexts } from '~/app/texts';
import { levelColor } from '~/components/LevelMark';
import { Panel } from '~/components/Panel';
import { occurring } from '~/components/charts/buckets';
import { Legend } from '~/components/charts/Legend';
import { StatisticsBars } from '~/components/charts/StatisticsBars';
import { grouping, span } from '~/components/list/span';
import type { ListState } from '~/components/list/useList';
import { words } from './words';

/** Lines over time by level; a click on a bar looks at its time alone. */
export function LevelChart({ list }: { list: ListState }) {
  const t = useTexts(words);
  const statistics = useQuery(statisticsQueries.logs({ ...list.conditions, ...grouping(list.filters, 0) }));
  const [from, to] = useMemo(() => span(list.filters, statistics.dataUpdatedAt), [list.filters, statistics.dataUpdatedAt]);
  if (!statistics.data) return null;
  const choose = (start: string, end: string) =>
    list.setFilters([
      ...list.filters.filter((filter) => !['timeRange', 'startDate', 'endDate'].includes(filter.field)),
      { field: 'startDate', comparator: 'GREATER_THAN_OR_EQUAL_TO', values: [start] },
      { field: 'endDate', comparator: 'LESS_THAN_OR_EQUAL_TO', values: [end] },
    ]);
  return (
    <Panel title={t.overTime} aside={<Legend names={occurring(statistics.data.buckets, levels)} colorOf={levelColor} />}>
      <StatisticsBars statistics={statistics.data} from={from} to={to} parts={levels} colorOf={levelColor} height={104} label={t.overTime} onChoose={choose} />
    </Panel>
  );
}
