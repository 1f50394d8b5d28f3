import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { path, urlOf } from '~/api/client';
import { executionActions } from '~/api/executionActions';
import { executionQueries, type Execution } from '~/api/executions';
import { flowQueries, type FlowId } from '~/api/flows';
import { upload } from '~/api/upload';
import type { Search } from '~/app/search';
import { useAct } from '~/components/useAct';
import { lineOf } from '../document/edit';
import type { Bench } from '../form/bench';
import { stopAfter, taskAt, tasksOf, useTrials } from './playground';

/**
 * Tries single tasks of a flow. A task that ran in the latest trial runs again with what came before
 * it; else everything up to it runs.
 *
 * @param store saves what is written and tells whether it is stored now; absent for a flow that has never been
 */
export function usePlayground(source: string, bench: Bench | undefined, store: (() => Promise<boolean>) | undefined) {
  const queries = useQueryClient();
  const [act, busy] = useAct();
  const flow: FlowId = { namespace: bench?.outline.namespace ?? '', id: bench?.outline.id ?? '' };
  const { trials, add, forget } = useTrials(`${flow.namespace}/${flow.id}`);
  const tasks = tasksOf(bench?.outline).map((step) => step.id);
  const lines = useMemo(() => new Map(tasksOf(bench?.outline).map((step) => [step.id, lineOf(source, step.path) ?? 0])), [source, bench?.outline]);
  /** The task whose execution waits for inputs. */
  const [asking, setAsking] = useState<string>();
  const searchOf = (task: string): Search => ({ kind: 'PLAYGROUND', breakpoints: stopAfter(tasks, task) });
  const begun = (task: string, execution: Execution) => {
    setAsking(undefined);
    add({ execution: execution.id, task, at: new Date().toISOString() });
  };
  /** Runs a task again with what came before it, if it ran in the latest trial. */
  const again = async (task: string, revision: number): Promise<Execution | undefined> => {
    const latest = trials[0] && (await queries.fetchQuery({ ...executionQueries.one(trials[0].execution), staleTime: 0 }).catch(() => undefined));
    const run = latest?.taskRunList?.find((one) => one.taskId === task);
    return latest && run && executionActions.replay(latest.id, run.id, String(revision), stopAfter(tasks, task));
  };
  const play = async (task: string) => {
    if (!store || !(await store())) return;
    const stored = await act(() => queries.fetchQuery({ ...flowQueries.one(flow), staleTime: 0 }));
    if (!stored) return;
    const hasInputs = (bench?.outline.inputs ?? []).length > 0;
    const execution = await act(async () => {
      const repeated = await again(task, stored.revision);
      if (repeated || hasInputs) return repeated;
      return upload<Execution>(urlOf(path`/executions/${flow.namespace}/${flow.id}`, searchOf(task)), new FormData(), () => {});
    });
    if (execution) begun(task, execution);
    else if (hasInputs) setAsking(task);
  };
  return {
    flow,
    tasks,
    /** Where each task begins; lines count from 1. */
    lines,
    possible: store !== undefined,
    busy,
    trials,
    forget,
    play,
    playAt: (line: number) => {
      const task = taskAt(lines, line);
      if (task) void play(task);
    },
    asking: asking === undefined ? undefined : { search: searchOf(asking), begun: (execution: Execution) => begun(asking, execution), cancel: () => setAsking(undefined) },
  };
}

export type Playground = ReturnType<typeof usePlayground>;
