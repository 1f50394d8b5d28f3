import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import { answer, api, query } from '~/api/client';
import type { Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import type { GraphBox } from '~/components/graph/data';
import { flowGraph, Graph } from '~/components/graph/Graph';
import { pageWords } from '../pageWords';
import { TaskRunDrawer } from '../TaskRunDrawer';
import { isOfSubflow, runsByTask, withRuns } from '../taskStates';

/** The graph of an execution with the states of its tasks as they change; a click shows the latest run of a task. */
export default function Topology({ execution, runs }: { execution: Execution; runs: Run[] }) {
  const t = useTexts(pageWords);
  const [opened, setOpened] = useState<string[]>([]);
  // what is drawn stays as it is; what happens in it comes with the runs
  const graph = useQuery({
    queryKey: ['graph', execution.id, opened],
    queryFn: () => answer(api.GET('/api/v1/main/executions/{id}/graph', { params: { path: { id: execution.id }, query: query({ subflows: opened }) } })),
    placeholderData: (before) => before,
    staleTime: Infinity,
  });
  const drawn = useMemo(() => graph.data && flowGraph(graph.data), [graph.data]);
  // thousands of runs that change at once are counted when there is time
  const calm = useDeferredValue(runs);
  const tasks = useMemo(() => runsByTask(calm), [calm]);
  const data = useMemo(() => drawn && withRuns(drawn, tasks, opened), [drawn, tasks, opened]);
  const [chosen, setChosen] = useState<GraphBox>();
  const callers = graph.data?.nodes.flatMap((node) => (node.subflow ? [node.uid] : [])) ?? [];
  const run = chosen && !isOfSubflow(chosen, opened) ? tasks.get(chosen.name)?.latest : undefined;
  return (
    <>
      {callers.length > 0 && (
        <div className="tools">
          <Switch label={t.subflows} checked={opened.length > 0} onChange={(event) => setOpened(event.currentTarget.checked ? callers : [])} />
        </div>
      )}
      <div className="fill">
        <Await query={{ ...graph, data }}>{(known) => <Graph data={known} label={t.topology} onChoose={setChosen} chosen={chosen?.id} />}</Await>
      </div>
      <TaskRunDrawer execution={execution} run={run} onClose={() => setChosen(undefined)} />
    </>
  );
}
