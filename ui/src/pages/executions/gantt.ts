import type { TaskRun } from '~/api/executions';

/** A line of the Gantt chart: a task run at its depth, and what it holds. */
export interface GanttRow {
  run: TaskRun;
  depth: number;
  /** How many task runs are directly below it. */
  children: number;
  /** How many below it, at any depth, are in which state. */
  counts: Record<string, number>;
}

/** Groups with more children than this begin closed. */
export const MANY = 30;

export interface Tree {
  childrenOf: Map<string | undefined, TaskRun[]>;
  counts: Map<string, Record<string, number>>;
}

/** Task runs by the group that they belong to; linear in their number. */
export function treeOf(runs: TaskRun[]): Tree {
  const childrenOf = new Map<string | undefined, TaskRun[]>();
  const byId = new Map(runs.map((run) => [run.id, run]));
  const counts = new Map<string, Record<string, number>>();
  for (const run of runs) {
    const siblings = childrenOf.get(run.parentTaskRunId);
    if (siblings) siblings.push(run);
    else childrenOf.set(run.parentTaskRunId, [run]);
    let above = run.parentTaskRunId;
    while (above !== undefined) {
      const own = counts.get(above) ?? {};
      own[run.state.current] = (own[run.state.current] ?? 0) + 1;
      counts.set(above, own);
      above = byId.get(above)?.parentTaskRunId;
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
