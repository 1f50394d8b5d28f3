import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { levels } from '~/api/logs';
import { statisticsQueries } from '~/api/statistics';
import { useTexts } from '~/app/texts';
import { StatisticsBars } from '~/components/charts/StatisticsBars';
import { Await } from '~/components/Empty';
import { levelColor } from '~/components/LevelMark';
import { grouping, span } from '~/components/list/span';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { ofLogs } from './conditions';
import { words } from './words';

/** How much was written to logs, by level. */
export function LinesOverTime({ list }: { list: ListState }) {
  const t = useTexts(words);
  const conditions = ofLogs(list.conditions);
  const statistics = useQuery(statisticsQueries.logs({ ...conditions, ...grouping(list.filters, 0) }));
  const [from, to] = useMemo(() => span(list.filters, statistics.dataUpdatedAt), [list.filters, statistics.dataUpdatedAt]);
  return (
    <Panel title={t.logs} aside={<Link to="/logs" search={conditions as never}>{t.all}</Link>}>
      <Await query={statistics}>{(found) => <StatisticsBars statistics={found} from={from} to={to} parts={levels} colorOf={levelColor} height={170} label={t.logs} />}</Await>
    </Panel>
  );
}
