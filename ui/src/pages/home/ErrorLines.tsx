import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { logQueries } from '~/api/logs';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { ofLogs } from './conditions';
import classes from './home.module.css';
import { words } from './words';

/** The latest lines of level ERROR. */
export function ErrorLines({ list }: { list: ListState }) {
  const t = useTexts(words);
  const formats = useFormats();
  const conditions = ofLogs(list.conditions, { field: 'level', comparator: 'EQUALS', values: ['ERROR'] });
  const lines = useQuery(logQueries.search({ ...conditions, sort: 'timestamp:desc', size: '7' }));
  return (
    <Panel title={t.errors} flush aside={<Link to="/logs" search={conditions as never}>{t.all}</Link>}>
      <Await query={lines}>
        {({ results }) =>
          results.length === 0 ? (
            <div className={classes.nothing}>{t.noErrors}</div>
          ) : (
            <table className={classes.table} aria-label={t.errors}>
              <tbody>
                {results.map((line, index) => (
                  <tr key={index}>
                    <td>
                      {line.executionId ? (
                        <Link
                          to="/executions/$namespace/$flowId/$id/$tab"
                          params={{ namespace: line.namespace, flowId: line.flowId, id: line.executionId, tab: 'logs' }}
                          title={line.namespace}
                        >
                          {line.flowId}
                        </Link>
                      ) : (
                        line.flowId
                      )}
                    </td>
                    <td className={classes.cut} title={line.message}>
                      {line.message}
                    </td>
                    <td className={classes.time} title={formats.dateTime(line.timestamp)}>
                      {formats.ago(line.timestamp)}
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
