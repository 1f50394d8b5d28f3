import { Kept, useKept } from '~/app/settings';

const kept = new Kept<Record<string, string[]>>('legato.breakpoints', {});

/** Tasks before which executions stop that are started here, by `namespace/id` of the flow. Kept in the browser. */
export const breakpoints = {
  of: (flow: string): string[] => kept.get()[flow] ?? [],
  toggle: (flow: string, task: string) => {
    const present = breakpoints.of(flow);
    breakpoints.set(flow, present.includes(task) ? present.filter((one) => one !== task) : [...present, task]);
  },
  set: (flow: string, tasks: string[]) => {
    const others = Object.fromEntries(Object.entries(kept.get()).filter(([key]) => key !== flow));
    kept.set(tasks.length === 0 ? others : { ...others, [flow]: tasks });
  },
};

const none: string[] = [];

export function useBreakpoints(flow: string): string[] {
  const [all] = useKept(kept);
  return all[flow] ?? none;
}
