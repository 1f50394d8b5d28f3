import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '~/app/formats';
import type { Search } from '~/app/search';
import { useTexts } from '~/app/texts';
import { Await, type Awaited } from '~/components/Empty';
import { Panel } from '~/components/Panel';
import classes from './home.module.css';
import { words } from './words';

interface Props<T> {
  title: string;
  /** The page that lists them all. */
  to: string;
  search: Search;
  query: Awaited<{ results: T[] }>;
  /** Tells a row from the others; for rows that remember something. */
  keyOf?: (row: T) => string;
  /** What stands there when there are none. */
  nothing: string;
  /** The cells of a row. */
  children: (row: T) => ReactNode;
}

/** The first rows of a list that has a page of its own. */
export function ShortTable<T>({ title, to, search, query, keyOf, nothing, children }: Props<T>) {
  const t = useTexts(words);
  return (
    <Panel title={title} flush aside={<Link to={to} search={search as never}>{t.all}</Link>}>
      <Await query={query}>
        {({ results }) =>
          results.length === 0 ? (
            <div className={classes.nothing}>{nothing}</div>
          ) : (
            <table className={classes.table} aria-label={title}>
              <tbody>
                {results.map((row, index) => (
                  <tr key={keyOf?.(row) ?? index}>{children(row)}</tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Await>
    </Panel>
  );
}

/** A cell that tells how long ago something was, or in how long it is to be. */
export function AgoCell({ at }: { at: string | undefined }) {
  const formats = useFormats();
  return (
    <td className={classes.time} title={formats.dateTime(at)}>
      {formats.ago(at)}
    </td>
  );
}
