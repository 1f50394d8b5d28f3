import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries } from '~/api/executions';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import type { ListState } from '~/components/list/useList';
import { StateBadge } from '~/components/StateBadge';
import { narrowed } from './conditions';
import classes from './home.module.css';
import { AgoCell, ShortTable } from './ShortTable';
import { words } from './words';

/** The latest executions that failed. */
export function FailedExecutions({ list }: { list: ListState }) {
  const t = useTexts(words);
  const conditions = narrowed(list.conditions, { field: 'state', comparator: 'IN', values: ['FAILED', 'KILLED'] });
  const failed = useQuery(executionQueries.search({ ...conditions, sort: 'state.startDate:desc', size: '8', taskRuns: 'false' }));
  return (
    <ShortTable title={t.failed} to="/executions" search={conditions} query={failed} nothing={t.noFailed}>
      {(execution) => (
        <>
          <td style={{ width: 1 }}>
            <StateBadge state={execution.state.current} />
          </td>
          <td className={classes.cut}>
            <Link to="/executions/$namespace/$flowId/$id" params={{ namespace: execution.namespace, flowId: execution.flowId, id: execution.id }}>
              <b>{execution.flowId}</b>
            </Link>{' '}
            <span className="quiet">{execution.namespace}</span>
          </td>
          <td className={classes.time}>
            <Duration start={execution.state.startDate} end={execution.state.endDate} length={execution.state.duration} />
          </td>
          <AgoCell at={execution.state.startDate} />
        </>
      )}
    </ShortTable>
  );
}
