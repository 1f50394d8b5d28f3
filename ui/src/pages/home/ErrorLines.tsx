import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { logQueries } from '~/api/logs';
import { useTexts } from '~/app/texts';
import type { ListState } from '~/components/list/useList';
import { ofLogs } from './conditions';
import classes from './home.module.css';
import { AgoCell, ShortTable } from './ShortTable';
import { words } from './words';

/** The latest lines of level ERROR. */
export function ErrorLines({ list }: { list: ListState }) {
  const t = useTexts(words);
  const conditions = ofLogs(list.conditions, { field: 'level', comparator: 'EQUALS', values: ['ERROR'] });
  const lines = useQuery(logQueries.search({ ...conditions, sort: 'timestamp:desc', size: '7' }));
  return (
    <ShortTable title={t.errors} to="/logs" search={conditions} query={lines} nothing={t.noErrors}>
      {(line) => (
        <>
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
          <AgoCell at={line.timestamp} />
        </>
      )}
    </ShortTable>
  );
}
