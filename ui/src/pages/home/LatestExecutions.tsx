import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries } from '~/api/executions';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Labels } from '~/components/Labels';
import type { ListState } from '~/components/list/useList';
import { StateBadge } from '~/components/StateBadge';
import classes from './home.module.css';
import { AgoCell, ShortTable } from './ShortTable';
import { words } from './words';

/** The latest executions of a flow. */
export function LatestExecutions({ list }: { list: ListState }) {
  const t = useTexts(words);
  const latest = useQuery(executionQueries.search({ ...list.conditions, sort: 'state.startDate:desc', size: '8' }));
  return (
    <ShortTable title={t.last} to="/executions" search={list.conditions} query={latest} nothing={t.noLast}>
      {(execution) => (
        <>
          <td style={{ width: 1 }}>
            <StateBadge state={execution.state.current} />
          </td>
          <td style={{ width: 1 }}>
            <Link className="mono" to="/executions/$namespace/$flowId/$id" params={{ namespace: execution.namespace, flowId: execution.flowId, id: execution.id }}>
              {execution.id.slice(0, 10)}
            </Link>
          </td>
          <td className={classes.cut}>
            <Labels labels={execution.labels} />
          </td>
          <td className={classes.time}>
            <Duration start={execution.state.startDate} end={execution.state.endDate} />
          </td>
          <AgoCell at={execution.state.startDate} />
        </>
      )}
    </ShortTable>
  );
}
