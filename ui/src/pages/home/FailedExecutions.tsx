import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries } from '~/api/executions';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Await } from '~/components/Empty';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { StateBadge } from '~/components/StateBadge';
import { narrowed } from './conditions';
import classes from './home.module.css';
import { words } from './words';

/** The latest executions that failed. */
export function FailedExecutions({ list }: { list: ListState }) {
  const t = useTexts(words);
  const formats = useFormats();
  const conditions = narrowed(list.conditions, { field: 'state', comparator: 'IN', values: ['FAILED', 'KILLED'] });
  const failed = useQuery(executionQueries.search({ ...conditions, sort: 'state.startDate:desc', size: '8', taskRuns: 'false' }));
  return (
    <Panel title={t.failed} flush aside={<Link to="/executions" search={conditions as never}>{t.all}</Link>}>
      <Await query={failed}>
        {({ results }) =>
          results.length === 0 ? (
            <div className={classes.nothing}>{t.noFailed}</div>
          ) : (
            <table className={classes.table} aria-label={t.failed}>
              <tbody>
                {results.map((execution) => (
                  <tr key={execution.id}>
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
                    <td className={classes.time} title={formats.dateTime(execution.state.startDate)}>
                      {formats.ago(execution.state.startDate)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Await>
    </Panel>
  );
}
