import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { statisticsQueries } from '~/api/statistics';
import { useFormats } from '~/app/formats';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import type { ListState } from '~/components/list/useList';
import { Panel } from '~/components/Panel';
import { stateColor } from '~/components/states';
import { narrowed } from './conditions';
import classes from './home.module.css';
import { words } from './words';

const MOST = 9;

/** Which namespaces ran most, and how their executions ended. */
export function ByNamespace({ list }: { list: ListState }) {
  const t = useTexts(words);
  const formats = useFormats();
  const statistics = useQuery(statisticsQueries.namespaces(list.conditions));
  return (
    <Panel title={t.perNamespace}>
      <Await query={statistics}>
        {(found) => {
          const rows = found
            .map(({ namespace, counts }) => ({ namespace, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) }))
            .sort((one, other) => other.total - one.total)
            .slice(0, MOST);
          const most = rows[0]?.total ?? 1;
          if (rows.length === 0) return <div className={classes.nothing}>{t.none}</div>;
          return (
            <div className={classes.shares}>
              {rows.map(({ namespace, counts, total }) => (
                <Link
                  key={namespace}
                  to="/executions"
                  search={narrowed(list.conditions, { field: 'namespace', comparator: 'EQUALS', values: [namespace] }) as never}
                  className={classes.share}
                  title={Object.entries(counts).map(([state, count]) => `${state} ${count}`).join(', ')}
                >
                  <b>{namespace}</b>
                  <span className={classes.barOf} style={{ width: `${Math.max(4, (total / most) * 100)}%` }}>
                    {Object.entries(counts).map(([state, count]) => (
                      <span key={state} style={{ width: `${(count / total) * 100}%`, background: stateColor(state) }} />
                    ))}
                  </span>
                  <span>{formats.number(total)}</span>
                </Link>
              ))}
            </div>
          );
        }}
      </Await>
    </Panel>
  );
}
