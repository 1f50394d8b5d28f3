import type { Run } from '~/api/live';
import type { GraphBox, GraphData } from '~/components/graph/data';

/** How the runs of a task stand. */
export interface TaskRuns {
  /** How many are in which state. */
  states: Record<string, number>;
  latest: Run;
}

/** The runs of each task, by its id. */
export function runsByTask(runs: Run[]): Map<string, TaskRuns> {
  const found = new Map<string, TaskRuns>();
  for (const run of runs) {
    const known = found.get(run.taskId);
    if (known) {
      known.states[run.state] = (known.states[run.state] ?? 0) + 1;
      known.latest = run;
    } else {
      found.set(run.taskId, { states: { [run.state]: 1 }, latest: run });
    }
  }
  return found;
}

/** Whether a box belongs to a flow that a task starts: its runs are those of another execution. */
export function isOfSubflow(box: GraphBox, opened: string[]): boolean {
  return opened.some((uid) => box.id.startsWith(`${uid}.`));
}

/** A graph with what its tasks do at this moment; a task that ran once tells how long, too. */
export function withRuns(graph: GraphData, tasks: Map<string, TaskRuns>, opened: string[]): GraphData {
  const boxes = graph.boxes.map((box): GraphBox => {
    const task = box.look === 'task' && !isOfSubflow(box, opened) ? tasks.get(box.name) : undefined;
    if (!task) return box;
    const total = Object.values(task.states).reduce((sum, count) => sum + count, 0);
    return { ...box, states: task.states, time: total === 1 ? { start: task.latest.start, end: task.latest.end } : undefined };
  });
  return { ...graph, boxes };
}
