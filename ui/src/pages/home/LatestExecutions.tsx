import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { executionQueries } from '~/api/executions';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Duration } from '~/components/Duration';
import { Await } from '~/components/Empty';
import { Labels } from '~/components/Labels';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { StateBadge } from '~/components/StateBadge';
import classes from './home.module.css';
import { words } from './words';

/** The latest executions of a flow. */
export function LatestExecutions({ list }: { list: ListState }) {
  const t = useTexts(words);
  const formats = useFormats();
  const latest = useQuery(executionQueries.search({ ...list.conditions, sort: 'state.startDate:desc', size: '8' }));
  return (
    <Panel title={t.last} flush aside={<Link to="/executions" search={list.conditions as never}>{t.all}</Link>}>
      <Await query={latest}>
        {({ results }) =>
          results.length === 0 ? (
            <div className={classes.nothing}>{t.noLast}</div>
          ) : (
            <table className={classes.table} aria-label={t.last}>
              <tbody>
                {results.map((execution) => (
                  <tr key={execution.id}>
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
