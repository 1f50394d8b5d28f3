import { Kept, useKept } from '~/app/settings';

/** Columns that a person chose to see or not, by list: `{executions: {inputs: true}}`. */
const choices = new Kept<Record<string, Record<string, boolean>>>('legato.columns', {});

interface Choosable {
  id: string;
  hidden?: boolean;
}

export function useColumns<C extends Choosable>(list: string, columns: C[]) {
  const [all, setAll] = useKept(choices);
  const chosen = all[list] ?? {};
  const isShown = (column: C) => chosen[column.id] ?? !column.hidden;
  return {
    shown: columns.filter(isShown),
    isShown,
    toggle: (column: C) => setAll({ ...all, [list]: { ...chosen, [column.id]: !isShown(column) } }),
  };
}
