import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answer, api } from '~/api/client';
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
  const graph = useQuery({
    // told again when something changed, not more often than twice a second
    queryKey: ['execution', execution.id, 'graph', over ? 'over' : 'live', execution.state.histories.length],
    queryFn: () => answer(api.GET('/api/v1/main/executions/{id}/graph', { params: { path: { id: execution.id } } })),
    refetchInterval: over ? false : 500,
    placeholderData: (before) => before,
  });
  const data = useMemo(() => graph.data && flowGraph(graph.data), [graph.data]);
  const [chosen, setChosen] = useState<GraphBox>();
  const run = chosen && runs.findLast((one) => one.taskId === chosen.name);
  return (
    <div className="fill">
      <Await query={{ ...graph, data }}>{(known) => <Graph data={known} label={t.topology} onChoose={setChosen} chosen={chosen?.id} />}</Await>
      <TaskRunDrawer execution={execution} run={run} onClose={() => setChosen(undefined)} />
    </div>
  );
}
