import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { statisticsQueries } from '~/api/statistics';
import { useTexts } from '~/app/texts';
import { occurring } from '~/components/charts/buckets';
import { Legend } from '~/components/charts/Legend';
import { StatisticsBars } from '~/components/charts/StatisticsBars';
import { Await } from '~/components/Empty';
import { grouping, span } from '~/components/list/span';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { stateColor, stateNames } from '~/components/states';
import { between } from './conditions';
import { words } from './words';

/** Executions over time, stacked by state, with their average duration; a bar leads to its executions. */
export function OverTime({ list }: { list: ListState }) {
  const t = useTexts(words);
  const navigate = useNavigate();
  const statistics = useQuery(statisticsQueries.executions({ ...list.conditions, ...grouping(list.filters, 0) }));
  const [from, to] = useMemo(() => span(list.filters, statistics.dataUpdatedAt), [list.filters, statistics.dataUpdatedAt]);
  const parts = statistics.data ? occurring(statistics.data.buckets, ['SUCCESS', 'WARNING', 'FAILED', ...stateNames]) : [];
  return (
    <Panel
      title={t.overTime}
      aside={<Legend names={parts} colorOf={stateColor} />}
    >
      <Await query={statistics}>
        {(found) => (
          <StatisticsBars
            statistics={found}
            from={from}
            to={to}
            parts={parts}
            colorOf={stateColor}
            height={190}
            label={t.overTime}
            onChoose={(start, end) => void navigate({ to: '/executions', search: between(list.conditions, start, end) as never })}
          />
        )}
      </Await>
    </Panel>
  );
}
