import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answer, api, query } from '~/api/client';
import type { Execution } from '~/api/executions';
import type { Run } from '~/api/live';
import { useTexts } from '~/app/texts';
import { Await } from '~/components/Empty';
import { flowGraph, Graph, type GraphBox } from '~/components/graph/Graph';
import { isTerminal } from '~/components/states';
import { pageWords } from '../pageWords';
import { TaskRunDrawer } from '../TaskRunDrawer';

/** The graph of an execution with the states of its tasks; a click shows the latest run of a task. */
export default function Topology({ execution, runs }: { execution: Execution; runs: Run[] }) {
  const t = useTexts(pageWords);
  const over = isTerminal(execution.state.current);
  const [opened, setOpened] = useState<string[]>([]);
  const graph = useQuery({
    // told again when something changed, not more often than twice a second, and a large one every two seconds
    queryKey: ['execution', execution.id, 'graph', over ? 'over' : 'live', execution.state.histories.length, opened],
    queryFn: () => answer(api.GET('/api/v1/main/executions/{id}/graph', { params: { path: { id: execution.id }, query: query({ subflows: opened }) } })),
    refetchInterval: over ? false : runs.length > 1_000 ? 2_000 : 500,
    placeholderData: (before) => before,
  });
  const data = useMemo(() => graph.data && flowGraph(graph.data), [graph.data]);
  const [chosen, setChosen] = useState<GraphBox>();
  const callers = graph.data?.nodes.flatMap((node) => (node.subflow ? [node.uid] : [])) ?? [];
  const run = chosen && runs.findLast((one) => one.taskId === chosen.name);
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
