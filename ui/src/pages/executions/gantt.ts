import type { Run } from '~/api/live';

/** A line of the Gantt chart: a task run at its depth, and what it holds. */
export interface GanttRow {
  run: Run;
  depth: number;
  /** How many task runs are directly below it. */
  children: number;
  /** How many below it, at any depth, are in which state. */
  counts: Record<string, number>;
}

/** Groups with more children than this begin closed. */
export const MANY = 30;

export interface Tree {
  childrenOf: Map<string | undefined, Run[]>;
  counts: Map<string, Record<string, number>>;
}

/** Task runs by the group that they belong to; linear in their number. */
export function treeOf(runs: Run[]): Tree {
  const childrenOf = new Map<string | undefined, Run[]>();
  const byId = new Map(runs.map((run) => [run.id, run]));
  const counts = new Map<string, Record<string, number>>();
  for (const run of runs) {
    const siblings = childrenOf.get(run.parentId);
    if (siblings) siblings.push(run);
    else childrenOf.set(run.parentId, [run]);
    let above = run.parentId;
    while (above !== undefined) {
      const own = counts.get(above) ?? {};
      own[run.state] = (own[run.state] ?? 0) + 1;
      counts.set(above, own);
      above = byId.get(above)?.parentId;
    }
  }
  return { childrenOf, counts };
}

/** The rows that are seen when some groups are open; `chosen` says so where a person decided, else small groups are open. */
export function ganttRows({ childrenOf, counts }: Tree, chosen: ReadonlyMap<string, boolean>): GanttRow[] {
  const rows: GanttRow[] = [];
  const add = (parent: string | undefined, depth: number) => {
    for (const run of childrenOf.get(parent) ?? []) {
      const children = childrenOf.get(run.id)?.length ?? 0;
      rows.push({ run, depth, children, counts: counts.get(run.id) ?? {} });
      if (children > 0 && (chosen.get(run.id) ?? children <= MANY)) add(run.id, depth + 1);
    }
  };
  add(undefined, 0);
  return rows;
}
