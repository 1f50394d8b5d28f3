import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTexts } from '~/app/texts';
import { Failed, Loading } from '../Empty';
import { useColumns } from './columns';
import { Pager } from './Pager';
import classes from './table.module.css';
import type { ListState } from './useList';
import { words } from './words';

export interface Column<T> {
  id: string;
  name: string;
  cell: (row: T) => ReactNode;
  /** Name of the field in the API, where the list can be sorted by it. */
  sort?: string;
  /** Not shown until a person chooses it. */
  hidden?: boolean;
  align?: 'right' | 'center';
  /** Whether what is too long is cut instead of broken into lines. */
  oneLine?: boolean;
  width?: number | string;
}

/** What is chosen: some rows, or everything that the search finds. */
export interface Selection {
  keys: string[];
  all: boolean;
  count: number;
  clear(): void;
}

interface Props<T> {
  /** Name under which the choice of columns is kept. */
  name: string;
  list: ListState;
  query: { data: { results: T[]; total: number } | undefined; error: unknown; isFetching: boolean; refetch: () => unknown };
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** What can be done with chosen rows. */
  bulk?: (selection: Selection) => ReactNode;
  empty: ReactNode;
}

/** A list that the server pages and sorts. */
export function DataTable<T>({ name, list, query, columns, rowKey, bulk, empty }: Props<T>) {
  const t = useTexts(words);
  const { shown } = useColumns(name, columns);
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  if (query.error && !query.data) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading />;
  const { results, total } = query.data;
  if (total === 0 || (results.length === 0 && list.page === 1)) return empty;
  const present = results.map(rowKey);
  const chosen = present.filter((key) => keys.has(key));
  const choose = (next: Iterable<string>) => {
    setKeys(new Set(next));
    setAll(false);
  };
  const selection: Selection = { keys: chosen, all, count: all ? total : chosen.length, clear: () => choose([]) };
  return (
    <section className={classes.card} aria-busy={query.isFetching}>
      {bulk && chosen.length > 0 && (
        <div className={classes.bulk}>
          <span>{t.chosen(selection.count)}</span>
          {!all && chosen.length === present.length && total > present.length && (
            <button type="button" className={classes.plain} onClick={() => setAll(true)}>
              {t.chooseAll(total)}
            </button>
          )}
          {bulk(selection)}
          <button type="button" className={classes.plain} onClick={() => choose([])}>
            {t.chooseNone}
          </button>
        </div>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              {bulk && (
                <th className={classes.check}>
                  <Checkbox
                    aria-label={t.choosePage}
                    checked={chosen.length > 0 && chosen.length === present.length}
                    indeterminate={chosen.length > 0 && chosen.length < present.length}
                    onChange={() => choose(chosen.length === present.length ? [] : present)}
                  />
                </th>
              )}
              {shown.map((column) => (
                <Header key={column.id} column={column} list={list} />
              ))}
            </tr>
          </thead>
          <tbody>
            {results.map((row) => {
              const key = rowKey(row);
              return (
                <tr key={key} data-chosen={keys.has(key) || undefined}>
                  {bulk && (
                    <td className={classes.check}>
                      <Checkbox
                        aria-label={t.choose(key)}
                        checked={keys.has(key)}
                        onChange={() => choose(keys.has(key) ? chosen.filter((one) => one !== key) : [...chosen, key])}
                      />
                    </td>
                  )}
                  {shown.map((column) => (
                    <td key={column.id} data-align={column.align} data-one-line={column.oneLine || undefined}>
                      {column.cell(row)}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Pager list={list} total={total} />
    </section>
  );
}

function Header<T>({ column, list }: { column: Column<T>; list: ListState }) {
  const [field, direction] = (list.sort ?? '').split(':');
  const active = column.sort !== undefined && field === column.sort;
  const label = column.name;
  if (!column.sort) {
    return (
      <th data-align={column.align} style={{ width: column.width }}>
        {label}
      </th>
    );
  }
  const next = active && direction !== 'desc' ? `${column.sort}:desc` : active ? undefined : `${column.sort}:asc`;
  return (
    <th data-align={column.align} style={{ width: column.width }} aria-sort={active ? (direction === 'desc' ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className={classes.sort} data-active={active || undefined} onClick={() => list.setSort(next)}>
        {label}
        {active && direction === 'desc' ? <IconChevronDown size={13} /> : <IconChevronUp size={13} style={{ opacity: active ? 1 : 0 }} />}
      </button>
    </th>
  );
}
