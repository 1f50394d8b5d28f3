import { Kept, useKept } from '~/app/settings';
import type { Outline, Step } from '../document/outline';

/** A task that was tried, and the execution that did it. */
export interface Trial {
  execution: string;
  task: string;
  /** When it was begun, ISO 8601. */
  at: string;
}

const MOST = 10;

const kept = new Kept<Record<string, Trial[]>>('legato.playground', {});

/** The latest trials of a flow, newest first. Kept in the browser. */
export function useTrials(flow: string) {
  const [all, set] = useKept(kept);
  const trials = all[flow] ?? [];
  return {
    trials,
    add: (trial: Trial) => set({ ...kept.get(), [flow]: [trial, ...(kept.get()[flow] ?? [])].slice(0, MOST) }),
    forget: () => set(Object.fromEntries(Object.entries(kept.get()).filter(([key]) => key !== flow))),
  };
}

/** The tasks that can be tried, in their order: those of the flow itself. */
export function tasksOf(outline: Outline | undefined): Step[] {
  return outline?.lists.find((list) => list.name === 'tasks')?.steps.filter((step) => step.id !== '') ?? [];
}

/** Where an execution stops that tries a task: before the next one. */
export function stopAfter(tasks: string[], task: string): string | undefined {
  return tasks[tasks.indexOf(task) + 1];
}

/** The task that a line belongs to, from the lines where tasks begin. */
export function taskAt(lines: Map<string, number>, line: number): string | undefined {
  return [...lines].findLast(([, start]) => start <= line)?.[0];
}
